/** Letters, digits and a few marks: a name that no file system, shell or archive reads as anything but a name. */
const unfit = /[^\p{L}\p{N} ._()-]+/gu;
const longest = 100;

/** A name for a file of a dossier, from one that somebody chose. `id` makes it the only one of its kind. */
export function safeName(id: string, chosen: string): string {
  const [, stem = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,10})?$/su.exec(chosen.normalize('NFC').trim()) ?? [];
  const kept = [...stem.replaceAll(unfit, '_').replaceAll(/\.{2,}/g, '_')].slice(0, longest).join('').trim();
  return `${id}-${kept || 'file'}${ending.toLowerCase()}`;
}

/** What the dossier of a workflow is called as a file. */
export function dossierName(workflow: string, ending: 'zip' | 'json'): string {
  return `vuosikello-${workflow}.${ending}`;
}
