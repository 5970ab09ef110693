import type { CivilDate } from '../calendar/civil-date';
import { councilTerm, councilTermOn, type CouncilTerm } from '../duties/council-terms';
import type { Basis } from '../duties/basis';
import type { Register } from '../organisations/register';
import type { Text } from '../text';
import { applyRule, type Lack, type RuleSurroundings } from './apply-rule';
import { anchorOf, type DateRule } from './date-rule';
import { bodyOfDate, templateOf } from './workflow-kinds';

/** What completing an entry starts from. */
export type EntryToComplete = {
  workflow: string;
  about?: string;
  /** The days that stand in the plan. */
  days: ReadonlyMap<string, CivilDate>;
  /** The dates that the author gave as rules. */
  rules: ReadonlyMap<string, DateRule>;
  /** The bodies that dates name themselves. */
  bodies: ReadonlyMap<string, string>;
  /** Dates that stand in the plan but cannot be read: no template takes their place. */
  unreadable: ReadonlySet<string>;
};

/** A date that follows from a rule: the author's own, or the template's of the workflow. */
export type FollowedDate = {
  name: string;
  on: CivilDate;
  because: Text;
  /** The date from which it was counted. */
  anchor?: string;
} & ({ from: 'author' } | { from: 'template'; basis: Basis });

/** A rule that gave no date. */
export type FailedRule = { name: string; from: 'author' | 'template'; lack: Lack };

/** A chain of rules longer than this is no plan of a year. */
const longestChain = 40;

/** The dates of an entry that follow from those that stand in it, and the rules that could not be followed. */
export function completeEntry(
  entry: EntryToComplete,
  year: number,
  register: Register | undefined,
): { followed: FollowedDate[]; failed: FailedRule[] } {
  const template = templateOf(entry.workflow);
  const followed = new Map<string, FollowedDate>();
  const failed = new Set<string>();
  const roots: FailedRule[] = [];
  const open = new Set<string>();

  function dayOf(name: string): CivilDate | undefined {
    const known = entry.days.get(name) ?? followed.get(name)?.on;
    if (known !== undefined || failed.has(name) || open.has(name) || open.size > longestChain) return known;
    follow(name);
    return followed.get(name)?.on;
  }

  function follow(name: string): void {
    const own = entry.rules.get(name);
    const derived = own === undefined && Object.hasOwn(template, name) ? template[name] : undefined;
    const rule = own ?? derived?.rule;
    if (rule === undefined || entry.unreadable.has(name)) return;
    open.add(name);
    const applied = applyRule(rule, around);
    if ('lack' in applied && derived?.optional) failed.add(name);
    else if ('lack' in applied) fail({ name, from: own ? 'author' : 'template', lack: applied.lack });
    open.delete(name);
    if ('on' in applied) followed.set(name, followedDate(name, applied, rule, derived?.basis));
  }

  // Only the first link of a broken chain is told: what hangs on it is mended with it. A circle has no first link but this one.
  function fail(failure: FailedRule): void {
    const { lack } = failure;
    if (lack.what !== 'date' || !failed.has(lack.name) || open.has(lack.name)) roots.push(failure);
    failed.add(failure.name);
  }

  const around: RuleSurroundings = {
    year,
    dayOf,
    bodyOn: (name) => bodyById(register, bodyOfDate(entry.workflow, name, entry.bodies.get(name))),
    body: (id) => bodyById(register, id),
    hasRegister: register !== undefined,
    term: termOf(entry),
  };
  for (const name of [...entry.rules.keys(), ...Object.keys(template)]) dayOf(name);
  return { followed: [...followed.values()], failed: roots };
}

function followedDate(
  name: string,
  { on, because }: { on: CivilDate; because: Text },
  rule: DateRule,
  basis: Basis | undefined,
): FollowedDate {
  const anchor = anchorOf(rule);
  const said = { fi: `${name}: ${because.fi}`, sv: `${name}: ${because.sv}`, en: `${name}: ${because.en}` };
  const date = { name, on, because: said, ...(anchor === undefined ? {} : { anchor }) };
  return basis === undefined ? { ...date, from: 'author' } : { ...date, from: 'template', basis };
}

function bodyById(register: Register | undefined, id: string | undefined) {
  return register?.bodies.find((body) => body.id === id);
}

/** The county's council term that the entry is about: the one it names, else the one of its negotiation. */
export function termOf({ about, days }: Pick<EntryToComplete, 'about' | 'days'>): CouncilTerm | undefined {
  if (about !== undefined) return councilTerm(about, 'county');
  const negotiation = days.get('negotiation');
  return negotiation && councilTermOn(negotiation, 'county');
}
