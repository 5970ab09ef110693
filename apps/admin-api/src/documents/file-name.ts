import { endings, type MediaType } from './media-types';

/** Characters that file systems do not take, and invisible ones that make a name look like another. */
const unfit = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}/\\:*?"<>|]+/gu;
const longest = 150;

/** Whether a name can be given to a file anywhere. */
export function isFileName(name: string): boolean {
  return name.trim() !== '' && name.search(unfit) === -1;
}

/** Whether the name ends as names of files of this type do: what is opened by its ending must be what it ends in. */
export function endsAs(name: string, type: MediaType): boolean {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  return (endings[type] as readonly string[]).includes(ending ?? '');
}

/** A name that can be given to a file anywhere, from one that came with a form: what cannot stand in it is left out. */
export function fittingName(name: string): string {
  const [, stem = '', ending = ''] =
    /^(.*?)(\.[^.]*)?$/su.exec(name.replaceAll(unfit, ' ').replaceAll(/ +/g, ' ').trim()) ?? [];
  const kept = [...stem].slice(0, longest).join('').trim();
  return `${kept || 'document'}${ending.slice(0, 10)}`;
}

/** The name of a file that came without one: the document's title. */
export function nameFrom(title: string, type: MediaType): string {
  const name = [...title.replaceAll(unfit, ' ').replaceAll(/ +/g, ' ').trim()].slice(0, longest).join('');
  return `${name || 'document'}.${endings[type][0]}`;
}

/** The header that has a browser save a file under its name, whatever is in it. */
export function asAttachment(name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename*=UTF-8''${encoded}`;
}
