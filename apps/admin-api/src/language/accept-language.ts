import { languages, type Language } from '@app/domain';

/**
 * The language that an Accept-Language header likes best among fi, sv and en; undefined when it names none of them.
 * Regions are ignored (`sv-FI` is Swedish); among equals the first one named wins.
 */
export function preferredLanguage(header: string | undefined): Language | undefined {
  const wishes = (header ?? '').split(',').flatMap((part) => {
    const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const language = languages.find((known) => known === range.split('-')[0]);
    const quality = qualityOf(parameters);
    return language !== undefined && quality > 0 ? [{ language, quality }] : [];
  });
  return wishes.sort((a, b) => b.quality - a.quality)[0]?.language;
}

/** Whether a text is the code of a language we write in. */
export function isLanguage(code: unknown): code is Language {
  return languages.some((known) => known === code);
}

function qualityOf(parameters: readonly string[]): number {
  const written = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  const quality = written === undefined ? 1 : Number(written);
  return Number.isFinite(quality) ? quality : 0;
}
