import { languages } from '@app/domain';
import { drawnDefinition } from '../../../../test/support/drawn-definition';
import { state } from '../state-meta';
import { definitions } from '../registry';
import type { AnyDefinition } from '../kernel/definition';
import { drawingOf } from './drawing';
import type { Box, Point } from './geometry';
import { placed } from './placed';
import { svgOf } from './svg';
import { palettes } from './svg-style';

const meta = (title: string) => state(title, title, title, 'coordinator');
const sideBySide = drawnDefinition(
  'open',
  {
    open: {
      meta: meta('Side by side'),
      type: 'parallel',
      on: { Done: 'closed' },
      states: {
        one: { meta: meta('One'), initial: 'a', states: { a: { meta: meta('A') }, b: { meta: meta('B') } } },
        two: {
          meta: meta('Two'),
          initial: 'c',
          states: { c: { meta: meta('C'), on: { Noted: 'd' } }, d: { meta: meta('D') } },
        },
      },
    },
    closed: { type: 'final', meta: meta('Closed') },
  },
  ['Done', 'Noted'],
);

const every: [string, AnyDefinition, (typeof languages)[number]][] = [...definitions, sideBySide].flatMap(
  (definition) =>
    languages.map((language): [string, AnyDefinition, (typeof languages)[number]] => [
      `${definition.name}.v${definition.version} in ${language}`,
      definition,
      language,
    ]),
);

describe('the picture of a definition', () => {
  it.each(every)('of %s has no two things in one place, and everything on the paper', (_, definition, language) => {
    const { width, height, nodes, lines, groups } = placed(drawingOf(definition, language));
    const things = [
      ...nodes.map(({ box, state, kind }) => ({ called: `${kind} ${state?.path ?? ''}`, box })),
      ...lines.map(({ label }, index) => ({ called: `label ${index}`, box: label.box })),
    ];
    const overlaps = things.flatMap((one, index) =>
      things
        .slice(index + 1)
        .flatMap((other) => (overlap(one.box, other.box) ? [`${one.called}, ${other.called}`] : [])),
    );
    expect(overlaps).toEqual([]);
    const paper = { x: 0, y: 0, width, height };
    expect([...things, ...groups].filter(({ box }) => !contains(paper, box))).toEqual([]);
  });

  it.each(every)('of %s leads no arrow through a state or a text', (_, definition, language) => {
    const { nodes, lines } = placed(drawingOf(definition, language));
    const shapes = nodes.filter(({ kind }) => kind !== 'start').map(({ box }) => box);
    const run = lines.flatMap(({ points, label }, index) => {
      const others = [...shapes, ...lines.filter((line) => line.label !== label).map((line) => line.label.box)];
      return others.some((box) => points.some((point, at) => at > 0 && cuts(points[at - 1] as Point, point, box)))
        ? [index]
        : [];
    });
    expect(run).toEqual([]);
  });

  it.each(every)('of %s is well-formed', (_, definition, language) => {
    expect(unbalanced(svgOf(drawingOf(definition, language)))).toEqual([]);
  });

  it('holds nothing but text where a title holds markup', () => {
    const title = `<script>alert("1")</script> & 'more'`;
    const hostile = drawnDefinition(
      'open',
      { open: { meta: meta(title), on: { Done: 'end' } }, end: { type: 'final', meta: meta('End') } },
      ['Done'],
    );
    const svg = svgOf(drawingOf(hostile, 'fi'));
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;');
    expect(unbalanced(svg)).toEqual([]);
  });

  it('fetches nothing and runs nothing', () => {
    for (const definition of definitions) {
      const svg = svgOf(drawingOf(definition, 'fi'));
      expect(svg.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(
        /https?:|<script|<image|@import|href|on\w+=/,
      );
    }
  });

  it('says in its description which state comes after which', () => {
    const [negotiation] = definitions as [AnyDefinition];
    const desc = /<desc[^>]*>(.*?)<\/desc>/s.exec(svgOf(drawingOf(negotiation, 'en')))?.[1];
    expect(desc).toContain('Awaiting the answers, waits for: the respondents.');
    expect(desc).toContain(
      'Awaiting the answers → Awaiting the negotiation: Compile the answers (coordinator); Skip the step (coordinator); due date.',
    );
  });

  it.each(['light', 'dark'] as const)('can be read in %s', (which) => {
    const { ink, soft, date, paper, group, inner, step, now, passed, end } = palettes[which];
    for (const ground of [paper, group, inner, step, now, passed, end]) {
      expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(soft, ground)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(date, paper)).toBeGreaterThanOrEqual(4.5);
  });
});

const touch = 0.5;

function overlap(one: Box, other: Box): boolean {
  return (
    one.x + one.width > other.x + touch &&
    other.x + other.width > one.x + touch &&
    one.y + one.height > other.y + touch &&
    other.y + other.height > one.y + touch
  );
}

function contains(paper: Box, box: Box): boolean {
  return box.x >= 0 && box.y >= 0 && box.x + box.width <= paper.width && box.y + box.height <= paper.height;
}

/** Whether a straight line enters the box, tried at points along it. */
function cuts(from: Point, to: Point, { x, y, width, height }: Box): boolean {
  return Array.from({ length: 101 }, (_, step) => step / 100).some((part) => {
    const at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    return at.x > x + touch && at.x < x + width - touch && at.y > y + touch && at.y < y + height - touch;
  });
}

/** Tags that do not close what was opened, and ampersands that begin no entity. */
function unbalanced(xml: string): string[] {
  const open: string[] = [];
  const wrong: string[] = xml.match(/&(?!(amp|lt|gt|quot|#\d+);)/g) ?? [];
  for (const [, end, name, empty] of xml.matchAll(/<(\/?)([\w:]+)(?: [\w:-]+="[^"<]*")*(\/?)>/g)) {
    if (end) wrong.push(...(open.pop() === name ? [] : [`</${name}>`]));
    else if (!empty) open.push(name ?? '');
  }
  const withoutTags = xml.replace(/<\/?[\w:]+(?: [\w:-]+="[^"<]*")*\/?>/g, '');
  return [...wrong, ...open, ...(withoutTags.includes('<') ? ['<'] : [])];
}

function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
