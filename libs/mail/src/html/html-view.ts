import type { Language } from '@app/domain';
import type { Line, Link, Paragraph } from '../letter';

/** A part of a mail under a heading of its own, or the whole of a mail that has one part. */
export type PartOfMail = {
  heading?: string;
  /** What the mail holds, in the order of its parts. */
  contents?: readonly string[];
  paragraphs: readonly Paragraph[];
};

type Listed = { items: readonly string[] };
type LinkView = { label: string; href: string; target: string };
type LineView = { gap: '0' | '6px'; text: string; link: LinkView | false };
/** Exactly one of them is there. All are named: the template would look for what is left out in what encloses it. */
type Block = {
  paragraph: { lines: LineView[] } | false;
  listed: Listed | false;
  numbered: Listed | false;
  act: LinkView | false;
};

/** What the layout is filled with. */
type HtmlView = {
  language: Language;
  title: string;
  preview: string;
  parts: { heading: string | false; blocks: Block[] }[];
};

const listMark = /^[-–•] /;

/** Says of each line how it looks: text, an item of a list, a link, or the button of what the mail asks for. */
export function htmlView(
  { parts, ...head }: { title: string; preview: string; parts: readonly PartOfMail[] },
  language: Language,
): HtmlView {
  return {
    language,
    ...head,
    parts: parts.map(({ heading, paragraphs, contents }) => ({
      heading: heading ?? false,
      blocks: [...paragraphs.flatMap(blocksOf), ...(contents ? [block({ numbered: { items: contents } })] : [])],
    })),
  };
}

function block(own: Partial<Block>): Block {
  return { paragraph: false, listed: false, numbered: false, act: false, ...own };
}

/** Lines of one kind that follow one another make a block. */
function blocksOf(lines: Paragraph): Block[] {
  return runsOf(lines).map((run) => {
    const [first] = run;
    if (isButton(first)) return block({ act: linkView(first) });
    if (isListed(first))
      return block({ listed: { items: run.filter(isText).map((line) => breakable(line.replace(listMark, ''))) } });
    return block({ paragraph: { lines: run.map((line, no) => lineView(line, no === 0 ? '0' : '6px')) } });
  });
}

/** A run is never empty, and a button is always one by itself. */
function runsOf(lines: Paragraph): [Line, ...Line[]][] {
  const runs: [Line, ...Line[]][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run && !isButton(line) && !isButton(run[0]) && isListed(line) === isListed(run[0])) run.push(line);
    else runs.push([line]);
  }
  return runs;
}

function isText(line: Line): line is string {
  return typeof line === 'string';
}

function isListed(line: Line): boolean {
  return isText(line) && listMark.test(line);
}

/** What the mail asks for, where it has a page: an address to write to stays a link. */
function isButton(line: Line): line is Link {
  return typeof line !== 'string' && line.acts && !isAddress(line.target);
}

function isAddress(target: string): boolean {
  return !/^https?:/.test(target);
}

function lineView(line: Line, gap: LineView['gap']): LineView {
  if (typeof line === 'string') return { gap, text: breakable(line), link: false };
  return { gap, text: '', link: linkView(line) };
}

function linkView({ label, target }: Link): LinkView {
  return { label: breakable(label), target, href: isAddress(target) ? `mailto:${target}` : target };
}

const longestUnbroken = 20;

/**
 * A long date that cannot be broken, as 'maanantaina 17.8.2026 klo 16.15', would be broken within a word on a narrow screen. It may be
 * broken after its weekday and before its time.
 */
function breakable(text: string): string {
  return text.replace(/[^ ]+/g, (unbroken) => {
    if (unbroken.length <= longestUnbroken) return unbroken;
    return unbroken.replace(/^([^\u00a0\d]+)\u00a0/, '$1 ').replace(/(\d{4})\u00a0/, '$1 ');
  });
}
