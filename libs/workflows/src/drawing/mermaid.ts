import { dateCaptions, wayCaptions } from './captions';
import type { Drawing, DrawnArrow, DrawnState } from './drawing';
import { words } from './words';

/** The drawing as a Mermaid state diagram: titles, who gives each command, and the deadlines on the arrows. */
export function mermaidOf(drawing: Drawing): string {
  const { states, arrows, start } = drawing;
  return (
    [
      'stateDiagram-v2',
      ...statesOf(drawing, states, 1),
      `  [*] --> ${idOf(start.to)}: ${text(`${start.title} (${start.by})`)}`,
      ...arrows.map((arrow) => arrowLine(drawing, arrow)),
      ...states.filter(({ kind }) => kind === 'end').map(({ path }) => `  ${idOf(path)} --> [*]`),
      ...markLines(states),
    ].join('\n') + '\n'
  );
}

function statesOf(drawing: Drawing, states: readonly DrawnState[], depth: number): string[] {
  const indent = '  '.repeat(depth);
  return states.flatMap((state) => {
    const now = state.mark === 'now' && state.inner.length === 0 ? `▶ ${words.now[drawing.language]}: ` : '';
    const own = `${indent}state "${text(now + state.title)}" as ${idOf(state.path)}`;
    if (state.inner.length === 0) return [own];
    return [`${own} {`, ...innerOf(drawing, state, depth), `${indent}}`];
  });
}

/** States side by side are parted by a line. */
function innerOf(drawing: Drawing, { kind, inner }: DrawnState, depth: number): string[] {
  if (kind !== 'parallel') return statesOf(drawing, inner, depth + 1);
  return inner.flatMap((region, index) => [
    ...(index > 0 ? [`${'  '.repeat(depth + 1)}--`] : []),
    ...statesOf(drawing, [region], depth + 1),
  ]);
}

function arrowLine({ language }: Drawing, arrow: DrawnArrow): string {
  const captions = [...wayCaptions(arrow), ...dateCaptions(arrow, language).map((date) => `⏱ ${date}`)];
  return `  ${idOf(arrow.from)} --> ${idOf(arrow.to)}: ${captions.map(text).join('<br>')}`;
}

function markLines(states: readonly DrawnState[]): string[] {
  const marked = leaves(states).filter(({ mark }) => mark !== null);
  if (marked.length === 0) return [];
  return [
    '  classDef now stroke-width:4px',
    '  classDef passed stroke-dasharray:4',
    ...marked.map(({ path, mark }) => `  class ${idOf(path)} ${mark ?? ''}`),
  ];
}

function leaves(states: readonly DrawnState[]): DrawnState[] {
  return states.flatMap((state) => (state.inner.length === 0 ? [state] : leaves(state.inner)));
}

function idOf(path: string): string {
  return path.replaceAll('.', '_').replaceAll('-', '_');
}

/** Characters that mean something in Mermaid or in HTML become entities, which it understands. */
function text(plain: string): string {
  return plain.replace(/[#;:"<>{}\n]/gu, (character) => `#${character.codePointAt(0) ?? 32};`);
}
