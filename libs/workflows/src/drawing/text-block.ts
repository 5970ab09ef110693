import type { Size } from './geometry';
import type { Face } from './text-size';
import { widthOf, wrapped } from './text-size';

/** The kinds of text in a picture, as its style knows them. */
export const faces = {
  heading: { size: 18, bold: true },
  title: { size: 14, bold: true },
  said: { size: 12 },
  soft: { size: 12 },
  date: { size: 12, bold: true },
} as const satisfies Record<string, Face>;
export type FaceName = keyof typeof faces;

export type Line = { text: string; face: FaceName; indent: number; icon: boolean };
export type TextBlock = Size & { lines: Line[] };

export const lineHeight = 17;
/** Room for the clock before a date. */
const iconWidth = 18;

export type Paragraph = { text: string; face: FaceName; icon?: true };

/** Paragraphs in lines of at most this width, and the room they take. */
export function textBlock(paragraphs: readonly Paragraph[], width: number): TextBlock {
  const lines = paragraphs.flatMap(({ text, face, icon }) => {
    const indent = icon ? iconWidth : 0;
    return wrapped(text, width - indent, faces[face]).map((line, index) => ({
      text: line,
      face,
      indent,
      icon: icon === true && index === 0,
    }));
  });
  const widest = Math.max(0, ...lines.map(({ text, face, indent }) => indent + widthOf(text, faces[face])));
  return { lines, width: widest, height: lines.length * lineHeight };
}
