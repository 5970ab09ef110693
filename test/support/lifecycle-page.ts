import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '@app/domain';
import { citationText } from '@app/domain';
import type { AnyDefinition, CommandDefinition, Drawing, StateMeta, WorkflowEvent } from '@app/workflows';
import { drawingOf, factsOf, mermaidOf } from '@app/workflows';
import { z } from 'zod';

/** The page that shows one definition: its basis, its chart, its states, commands, deadlines and mails, and how it ends. */
export function lifecyclePage(definition: AnyDefinition, picture: string): string {
  const { name, version, title, basis, mails } = definition;
  const drawing = drawingOf(definition, 'en');
  return (
    [
      `# ${title.en} (\`${name}\` version ${version})`,
      '<!-- Generated from the definition; a test compares. Do not edit. -->',
      `${title.fi} – ${title.sv}. ${basis ? `Basis: ${citationText(basis, 'en')}.` : 'No act requires it.'}`,
      '```mermaid\n' + mermaidOf(drawing) + '```',
      `[The same picture in Finnish](${picture})`,
      '## States',
      table(['state', 'title', 'waits for', 'deadlines that may run'], stateRows(definition.chart.root as never)),
      '## Commands',
      table(
        ['command', 'title', 'who may give it', 'fields (those with * must be given)', 'becomes'],
        commandRows(definition),
      ),
      ...section('Deadlines', ['deadline', 'title', 'runs in', 'reminders', 'citation'], deadlineRows(definition)),
      ...section('How it ends', ['end', 'by'], endRows(drawing)),
      ...(mails.length === 0 ? [] : ['## Mails', mails.map((mail) => `\`${mail}\``).join(', ')]),
    ].join('\n\n') + '\n'
  );
}

type Node = { path: string[]; type: string; meta?: unknown; states: Record<string, Node> };

function nodesIn(node: Node): Node[] {
  return Object.values(node.states).flatMap((inner) => [inner, ...nodesIn(inner)]);
}

function stateRows(root: Node): string[][] {
  return nodesIn(root).map(({ path, type, meta }) => {
    const { title, waitsFor, deadlines } = meta as StateMeta;
    const waits = waitsFor ?? (type === 'final' ? '(end)' : '–');
    return [code(path.join('.')), inThree(title), waits, deadlines.map(code).join(', ') || '–'];
  });
}

function commandRows({ commands }: AnyDefinition): string[][] {
  return Object.entries(commands).map(([name, command]) => [
    code(name),
    inThree(command.title),
    command.roles.join(', '),
    fieldsOf(command),
    factsOf(command).join(', '),
  ]);
}

function fieldsOf({ schema }: CommandDefinition<never>): string {
  if (typeof schema === 'function') return 'depend on the workflow';
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return (
    Object.keys(properties)
      .map((field) => code(required.includes(field) ? `${field}*` : field))
      .join(', ') || '–'
  );
}

function deadlineRows(definition: AnyDefinition): string[][] {
  const rungs = rungsSeen(definition);
  const states = nodesIn(definition.chart.root as never);
  return Object.entries(definition.deadlines).map(([name, { title, citation }]) => {
    const runsIn = states.filter(({ meta }) => (meta as StateMeta).deadlines.includes(name));
    return [
      code(name),
      inThree(title),
      runsIn.map(({ path }) => code(path.join('.'))).join(', '),
      [...(rungs.get(name) ?? [])].join(', ') || '–',
      citation ? citationText(citation, 'en') : '–',
    ];
  });
}

/** Which reminders each deadline had in the recorded histories, as far as its date was still ahead. */
function rungsSeen({ name, version }: AnyDefinition): Map<string, Set<string>> {
  const file = join(__dirname, `../golden/${name}.v${version}.json`);
  const { histories } = JSON.parse(readFileSync(file, 'utf8')) as { histories: { events: WorkflowEvent[] }[] };
  const seen = new Map<string, Set<string>>();
  for (const { type, data } of histories.flatMap(({ events }) => events)) {
    if (type !== 'DeadlineSet') continue;
    const set = data as { name: string; rungs: { key: string }[] };
    const known = seen.get(set.name) ?? new Set();
    seen.set(set.name, new Set([...known, ...set.rungs.map(({ key }) => key)]));
  }
  return seen;
}

function endRows({ states, arrows }: Drawing): string[][] {
  return states
    .filter(({ kind }) => kind === 'end')
    .map(({ path, title, cancelled }) => [
      `${title} (${code(path)}${cancelled ? ', cancelled' : ''})`,
      [...new Set(arrows.filter(({ to }) => to === path).flatMap(({ ways }) => ways.map((way) => way.title)))].join(
        '; ',
      ),
    ]);
}

function section(heading: string, head: string[], rows: string[][]): string[] {
  return rows.length === 0 ? [] : [`## ${heading}`, table(head, rows)];
}

function inThree({ fi, sv, en }: Text): string {
  return `${en} – ${fi} – ${sv}`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
