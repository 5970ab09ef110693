import type { CivilDate, Language, Register } from '@app/domain';
import type { Owing } from '@app/store';
import { definitions, type Instance } from '@app/workflows';
import type { Outcome } from '../../answer-page/standing-page/outcome';
import { doneMatters, openMatters, type OpenMatter } from '../../answer-page/standing-page/asked-matters';
import { organisationName } from '../../pages/names';
import type { AtDesk } from '../desk-room';
import { matterTitle } from './matter-title';

export const orders = ['overdue', 'due', 'name'] as const;
export type Order = (typeof orders)[number];

/** Organisations on a page, and requests beside each other. */
export const rowsOnPage = 25;
export const columnsOnPage = 5;

/** The definitions whose workflows ask one organisation for one thing. */
export const asking: readonly string[] = [
  ...new Set(definitions.flatMap(({ name, reach }) => (reach === undefined ? [] : [name]))),
];

/** What became of one request to one organisation. */
export type Cell = { workflow: string } & (
  { state: 'open'; due: OpenMatter['due'] } | { state: Outcome; on: CivilDate }
);

export type Matrix = {
  /** The requests, those that are waited for first, by their date. */
  columns: { key: string; title: string }[];
  rows: { organisation: string; name: string; cells: ReadonlyMap<string, Cell> }[];
};

/** The organisations that are asked, in order: every municipality, and whoever else owes an answer. */
export function askedOrganisations(
  register: Register | undefined,
  owing: readonly Owing[],
  { order, language }: { order: Order; language: Language },
): string[] {
  const of = new Map(owing.map((one) => [one.organisation, one]));
  const municipalities = register?.organisations.filter(({ kind }) => kind === 'municipality') ?? [];
  const ids = [...new Set([...municipalities.map(({ id }) => id), ...of.keys()])];
  const named = ids.map((id) => ({
    id,
    name: register ? organisationName(register, id, language) : id,
    overdue: of.get(id)?.overdue ?? 0,
    due: of.get(id)?.nextDueAt ?? '9',
  }));
  const byName = new Intl.Collator(language).compare;
  return named
    .sort(
      (a, b) =>
        (order === 'overdue' ? b.overdue - a.overdue : 0) ||
        (order === 'name' ? 0 : a.due.localeCompare(b.due)) ||
        byName(a.name, b.name),
    )
    .map(({ id }) => id);
}

/** What the organisations were asked this year or are asked still, and how each of them stands. */
export function matrixOf(
  { caller, register, language, now, today }: Pick<AtDesk, 'caller' | 'register' | 'language' | 'now' | 'today'>,
  organisations: readonly string[],
  instances: readonly Instance[],
): Matrix {
  const known = new Map(instances.map((instance) => [instance.id, instance]));
  const columns = new Map<string, { key: string; title: string; due: string }>();
  const rows = organisations.map((organisation) => {
    const asked = { organisation, language, now };
    const cells = new Map<string, Cell>();
    const put = (matter: string, cell: Cell, due: string) => {
      const instance = known.get(cell.workflow);
      const title = instance ? matterTitle({ caller, language }, instance) : matter;
      // Matters that are withheld stand together where they would, apart from those of which it is told what they are about.
      const key = `${instance?.parent?.id ?? ''} ${matter} ${title}`;
      const earliest = columns.get(key)?.due ?? '9';
      columns.set(key, { key, title, due: due < earliest ? due : earliest });
      cells.set(key, cell);
    };
    for (const { title, workflow, outcome, on } of doneMatters(instances, asked, today.slice(0, 4)))
      put(title, { workflow, state: outcome, on }, `8${on}`);
    for (const { title, workflow, due } of openMatters(instances, asked))
      put(title, { workflow, state: 'open', due }, due?.at ?? '7');
    return { organisation, name: register ? organisationName(register, organisation, language) : organisation, cells };
  });
  const sorted = [...columns.values()].sort((a, b) => a.due.localeCompare(b.due) || a.key.localeCompare(b.key));
  return { columns: sorted.map(({ key, title }) => ({ key, title })), rows };
}
