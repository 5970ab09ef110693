import { dateCaptions, waitsForCaption, wayCaptions } from './captions';
import type { Drawing } from './drawing';
import { allStates, leavesOf } from './drawing';
import type { Point } from './geometry';
import type { PlacedGroup, PlacedLine, PlacedNode } from './placed';
import { placed } from './placed';
import { svgStyle } from './svg-style';
import type { TextBlock } from './text-block';
import { faces, lineHeight } from './text-block';
import { widthOf, wrapped } from './text-size';
import { words } from './words';
import type { Xml } from './xml';
import { element, textXml } from './xml';

/**
 * The drawing as a picture that stands alone: no script, no font and no image from elsewhere. It follows the reader's choice of
 * light or dark, and says in its description, in words, everything that it shows.
 */
export function svgOf(drawing: Drawing): string {
  const { width, height, groups, nodes, lines } = placed(drawing);
  const heading = headingOf(drawing, width);
  const ids = { title: `${drawing.name}-title`, desc: `${drawing.name}-desc`, head: `${drawing.name}-head` };
  const size = {
    width: Math.ceil(Math.max(width, heading.width + 2 * edge)),
    height: Math.ceil(height + heading.height),
  };
  return (
    element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        ...size,
        viewBox: `0 0 ${size.width} ${size.height}`,
        role: 'img',
        lang: drawing.language,
        'aria-labelledby': ids.title,
        'aria-describedby': ids.desc,
      },
      [
        element('title', { id: ids.title }, [textXml(`${drawing.title}: ${words.diagram[drawing.language]}`)]),
        element('desc', { id: ids.desc }, [textXml(inWords(drawing))]),
        element('style', {}, [textXml(svgStyle)]),
        arrowHead(ids.head),
        element('rect', { class: 'paper', ...size }),
        ...headingShape(heading),
        element('g', { transform: `translate(0 ${heading.height})` }, [
          ...groups.map(groupShape),
          ...lines.map((line) => lineShape(line, ids.head)),
          ...nodes.map(nodeShape),
          ...lines.flatMap(labelShape),
        ]),
      ],
    ).xml + '\n'
  );
}

/** The distance of the heading from the left and the top. */
const edge = 24;
const headingLine = 24;

function headingOf({ title, version, language }: Drawing, width: number) {
  const text = `${title} (${words.version[language]} ${version})`;
  const lines = wrapped(text, Math.max(width - 2 * edge, 300), faces.heading);
  const widest = Math.max(...lines.map((line) => widthOf(line, faces.heading)));
  return { lines, width: widest, height: edge + lines.length * headingLine };
}

function headingShape({ lines }: { lines: string[] }): Xml[] {
  return lines.map((line, index) =>
    element('text', { class: 'heading', x: edge, y: edge + 16 + index * headingLine }, [textXml(line)]),
  );
}

/** What the picture shows, in sentences. */
function inWords(drawing: Drawing): string {
  const { language, states, arrows } = drawing;
  const titles = new Map(allStates(states).map(({ path, title }) => [path, title]));
  const marked = (mark: 'now' | 'passed') =>
    leavesOf(states)
      .filter((state) => state.mark === mark)
      .map(({ title }) => title);
  const list = (word: string, named: string[]) => (named.length === 0 ? [] : [`${word}: ${named.join(', ')}.`]);
  return [
    ...list(capital(words.now[language]), marked('now')),
    ...list(words.statesPassed[language], marked('passed')),
    ...leavesOf(states).map((state) =>
      state.kind === 'end'
        ? `${state.title}: ${words.end[language]}.`
        : `${[state.title, waitsForCaption(state, language)].filter(Boolean).join(', ')}.`,
    ),
    ...arrows.map((arrow) => {
      const said = [...wayCaptions(arrow), ...dateCaptions(arrow, language)].join('; ');
      return `${titles.get(arrow.from) ?? ''} → ${titles.get(arrow.to) ?? ''}: ${said}.`;
    }),
  ].join('\n');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function arrowHead(id: string): Xml {
  const shape = { id, viewBox: '0 0 10 10', refX: 9, refY: 5, markerWidth: 8, markerHeight: 8, orient: 'auto' };
  return element('defs', {}, [element('marker', shape, [element('path', { class: 'head', d: 'M0 0L10 5L0 10z' })])]);
}

function groupShape({ box, depth, region }: PlacedGroup): Xml {
  return element('rect', { class: `group${depth > 1 ? ' inner' : ''}${region ? ' region' : ''}`, ...box, rx: 10 });
}

function nodeShape({ kind, state, box, text }: PlacedNode): Xml {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  if (kind === 'start') return element('circle', { class: 'dot', cx: middle.x, cy: middle.y, r: box.width / 2 });
  const kinds = { head: null, any: 'any', state: state?.kind === 'end' ? 'end' : 'step' }[kind];
  const marked = kind === 'state' && state?.mark ? ` ${state.mark}` : '';
  const round = kinds === 'step' ? 8 : Math.min(box.height / 2, 22);
  const frame = kinds ? [element('rect', { class: kinds + marked, ...box, rx: round })] : [];
  return element('g', {}, [...frame, ...textShape(text, middle)]);
}

/** Lines of text around a middle; a date has its clock before it. */
function textShape({ lines, height }: TextBlock, { x, y }: Point): Xml[] {
  return lines.flatMap(({ text, face, indent, icon }, index) => {
    const top = y - height / 2 + index * lineHeight;
    const line = { class: face, x: x + indent / 2, y: top + lineHeight * 0.72, 'text-anchor': 'middle' };
    const left = x - (indent + widthOf(text, faces[face])) / 2;
    return [...(icon ? [clock({ x: left + 6, y: top + lineHeight / 2 })] : []), element('text', line, [textXml(text)])];
  });
}

/** A small clock, drawn, because not every font has one. */
function clock(middle: Point): Xml {
  const { x, y } = middle;
  const hands = `M${at({ x, y: y - 3 })}v3h2.5`;
  return element('path', { class: 'clock', d: `M${at({ x: x - 5, y })}a5 5 0 1 0 10 0a5 5 0 1 0-10 0${hands}` });
}

/** A line through all its points, its corners rounded. */
function lineShape({ points }: PlacedLine, head: string): Xml {
  const d = points.map((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (!before) return `M${at(point)}`;
    if (!after) return `L${at(point)}`;
    return `L${at(towards(point, before))}Q${at(point)} ${at(towards(point, after))}`;
  });
  return element('path', { class: 'line', d: d.join(''), 'marker-end': `url(#${head})` });
}

/** A little way from one point to the other, at most half of it. */
function towards(one: Point, other: Point): Point {
  const length = Math.hypot(other.x - one.x, other.y - one.y);
  const part = length === 0 ? 0 : Math.min(14 / length, 0.5);
  return { x: one.x + (other.x - one.x) * part, y: one.y + (other.y - one.y) * part };
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}

function labelShape({ label: { box, text } }: PlacedLine): Xml[] {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return [element('rect', { class: 'back', ...box, rx: 4 }), ...textShape(text, middle)];
}
