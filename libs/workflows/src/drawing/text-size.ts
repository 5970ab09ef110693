/**
 * How much room text takes where no font can be asked: the widths of Helvetica and its metric twins (Arial, Liberation Sans) by
 * class of letter, in em, with a margin for fonts that run wider.
 */
const classes: readonly [letters: RegExp, em: number][] = [
  [/[iljI.,:;!|'’ \u00a0]/u, 0.28],
  [/[ftr()/\-–]/u, 0.36],
  [/[mMW@%]/u, 0.9],
  [/[wA-ZÅÄÖ§–]/u, 0.74],
];
const otherwise = 0.57;
const margin = 1.1;
const boldFactor = 1.07;

export type Face = { size: number; bold?: boolean };

/** The width of one line in pixels, rather too wide than too narrow. */
export function widthOf(text: string, { size, bold = false }: Face): number {
  const em = [...text].reduce(
    (sum, letter) => sum + (classes.find(([letters]) => letters.test(letter))?.[1] ?? otherwise),
    0,
  );
  return Math.ceil(em * size * margin * (bold ? boldFactor : 1));
}

/** The text in lines of at most this width, broken between words; a longer word is broken with a hyphen. */
export function wrapped(text: string, width: number, face: Face): string[] {
  const words = text.split(' ').flatMap((word) => brokenWord(word, width, face));
  return words.reduce<string[]>((lines, word) => {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && widthOf(longer, face) <= width) return [...lines.slice(0, -1), longer];
    return [...lines, word];
  }, []);
}

function brokenWord(word: string, width: number, face: Face): string[] {
  if (word.length < 3 || widthOf(word, face) <= width) return [word];
  let fits = word.length - 1;
  while (fits > 1 && widthOf(`${word.slice(0, fits)}-`, face) > width) fits -= 1;
  return [`${word.slice(0, fits)}-`, ...brokenWord(word.slice(fits), width, face)];
}
