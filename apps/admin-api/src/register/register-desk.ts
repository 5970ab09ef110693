import { parseRegister, registerFile, type Finding, type Register, type RegisterInput } from '@app/domain';
import type { Store } from '@app/store';
import { Inject, Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { text } from '../language/text';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { type ListName, type OwnItem, registerProblem } from './register-problem';

type Item<List extends ListName> = Register[List][number];

/** A patch of an item: what it names is replaced, and null takes a field away. */
export type Patch = Readonly<Record<string, unknown>>;

/** The item as it then stands in the register, and what the change made doubtful. */
export type Written<List extends ListName> = { item: Item<List>; warnings: Finding[] };

/**
 * Reads and changes the register in the form of an organisations file, so that whatever is written here passes the same checks as a
 * file. A change is made in the register as it is at that moment: of two at once neither is lost.
 */
@Injectable()
export class RegisterDesk {
  constructor(@Inject(STORE) private readonly store: Store) {}

  /** The county's list; empty where it has no register yet. */
  async list<List extends ListName>(county: string, list: List): Promise<Item<List>[]> {
    // Colleagues to whom answers were handed over are read here with the others, and change with their requests only.
    const register = await this.store.register.withColleagues(county);
    return register?.[list] ?? [];
  }

  /** @throws Problem where the county has no such item */
  async read<List extends ListName>(county: string, list: List, id: string): Promise<Item<List>> {
    return itemIn<Item<List>>(await this.list(county, list), id);
  }

  /**
   * Adds an item at the end of its list. One that stands exactly so already is left as it is: a repeated request gets its answer.
   * @throws Problem with whatever is wrong with the register then
   */
  async add<List extends ListName>(
    county: string,
    list: List,
    item: RegisterInput[List][number],
  ): Promise<Written<List>> {
    let id: string | undefined;
    const added = (before: RegisterInput) => {
      id = standingId(before, list, item);
      return id === undefined ? { ...before, [list]: [...before[list], item] } : before;
    };
    const { register, warnings } = await this.change(county, added, { list });
    const items: readonly Item<List>[] = register[list];
    return { item: id === undefined ? (items.at(-1) as Item<List>) : itemIn(items, id), warnings };
  }

  /** @throws Problem where the county has no such item, or with whatever is wrong with the register then */
  async patch<List extends ListName>(county: string, list: List, id: string, patch: Patch): Promise<Written<List>> {
    const patched = (before: RegisterInput) => {
      const items: readonly { id?: string }[] = before[list];
      const old = itemIn(items, id);
      return { ...before, [list]: items.map((item) => (item === old ? withPatch(item, patch) : item)) };
    };
    const { register, warnings } = await this.change(county, patched, { list, id });
    return { item: itemIn<Item<List>>(register[list], id), warnings };
  }

  /**
   * Reads, changes and writes the register in one transaction. `own` says which item is being changed (without an id: a new one), so that
   * findings about it name its fields as the request does.
   * @throws Problem with the errors of what `decide` makes of the register, and whatever `decide` throws
   */
  async change(
    county: string,
    decide: (file: RegisterInput, register: Register) => RegisterInput,
    own?: OwnItem,
  ): Promise<{ register: Register; warnings: Finding[] }> {
    const changed = await this.store.register.change(county, (before) => {
      const old = registerFile(before);
      const file = decide(old, before);
      const { register, findings } = parseRegister(file);
      if (!register) throw registerProblem(findings, file, own);
      return { register, warnings: newFindings(findings, old) };
    });
    if (!changed) throw new Problem('unknown-id', { detail: noRegister });
    return changed;
  }
}

/** @throws Problem where there is none */
export function itemIn<One extends { id?: string }>(items: readonly One[], id: string): One {
  const item = items.find((candidate) => candidate.id === id);
  if (!item) throw new Problem('unknown-id');
  return item;
}

/** The id of the item that stands in the list just as it is given; a contact without an id is known by its address. */
function standingId(file: RegisterInput, list: ListName, given: RegisterInput[ListName][number]): string | undefined {
  const items: readonly RegisterInput[ListName][number][] = file[list];
  const old = items.find((item) => (given.id === undefined ? isSameAddress(item, given) : item.id === given.id));
  if (old?.id === undefined) return undefined;
  const replaced = items.map((item) => (item === old ? { ...given, id: old.id } : item));
  const { register } = parseRegister({ ...file, [list]: replaced });
  const stands = register && registerFile(register)[list].find(({ id }) => id === old.id);
  return canonicalize(stands) === canonicalize(old) ? old.id : undefined;
}

function isSameAddress(one: RegisterInput[ListName][number], other: RegisterInput[ListName][number]): boolean {
  return 'email' in one && 'email' in other && one.email === other.email && one.of === other.of;
}

function withPatch<One extends object>(item: One, patch: Patch): One {
  const fields = Object.entries({ ...item, ...patch }).filter(([, value]) => value !== null);
  return Object.fromEntries(fields) as One;
}

/** What there is to say now and was not before. Where it stands in the list is nobody's business here. */
function newFindings(findings: readonly Finding[], before: RegisterInput): Finding[] {
  if (findings.length === 0) return [];
  const said = ({ code, message }: Finding) => `${code} ${message.en}`;
  const known = new Set(parseRegister(before).findings.map(said));
  return findings.filter((finding) => !known.has(said(finding))).map(({ path: _, ...finding }) => finding);
}

const noRegister = text(
  'Hyvinvointialueella ei ole vielä rekisteriä. Tuo se ensin tiedostosta.',
  'Välfärdsområdet har ännu inget register. Importera det först från en fil.',
  'The county has no register yet. Import it from a file first.',
);
