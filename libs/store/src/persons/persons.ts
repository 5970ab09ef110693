import { erasureRemainders, type Instant } from '@app/domain';
import { setTimeout as wait } from 'node:timers/promises';
import { shortId } from '../clock/randomness';
import type { Database, Query, Statement } from '../connection/database';
import { afterDeadlock } from '../connection/deadlock';
import { DatabaseAwayError } from '../connection/errors';
import { recordLogEvent } from '../log/log-events';
import { blot, eraseEverywhere, type ErasedTexts } from './erase-everywhere';
import { doubtfulTexts, ReplayDiffersError, storedEvents, textAt, type Wanted } from './erased-events';
import { blotting } from './redact';
import {
  copiesPattern,
  hintPattern,
  ownMailPattern,
  type Person,
  personPattern,
  quickHintPattern,
  quickPattern,
} from './person-pattern';
import {
  type Erased,
  type Erasure,
  type ErasureAnswer,
  type Kept,
  type PersonStore,
  type TextPlace,
} from './person-store';

/** Longer than a process writes mails from a register it has read before. */
const secondLookMs = 3_000;

// As whoever changes the register does.
const holdRegister: Statement = { text: `select pg_advisory_xact_lock(hashtext('register ' || $1))` };
const find: Statement = {
  text: `select name, email, 'contact' as place from vuosikello.contact where county = $1 and id = $2
         union all select name, email, 'colleague' from vuosikello.colleague where county = $1 and id = $2`,
};
const findErased: Statement = {
  text: `select vuosikello.instant(at) as at from vuosikello.erased_person where county = $1 and id = $2`,
};
const underWay: Statement = {
  text: `select from vuosikello.work_item k
         where k.county = $1 and k.state = 'leased' and k.lease_until > clock_timestamp() and (
           exists (select from vuosikello.notification n where n.county = $1 and n.contact = $2 and n.state = 'sending'
             and k.dedupe_key = 'mail:' || n.id)
           or exists (select from vuosikello.digest d where d.county = $1 and d.contact = $2 and d.state = 'sending'
             and k.kind = 'digest' and k.payload::json ->> 'digest' = d.id))
         limit 1`,
};
const noteErased: Statement = {
  text: `insert into vuosikello.erased_person (county, id, reason) values ($1, $2, $3) returning vuosikello.instant(at) as at`,
};
const revokeLinks: Statement = {
  text: `update vuosikello.response_link set revoked_at = vuosikello.business_now()
         where county = $1 and contact = $2 and revoked_at is null returning id`,
};
const revokeCalendars: Statement = {
  text: `update vuosikello.calendar_token set revoked_at = vuosikello.business_now()
         where county = $1 and scope = 'person' and subject = $2 and revoked_at is null returning id`,
};
const removeContact: Statement = { text: `delete from vuosikello.contact where county = $1 and id = $2 returning id` };
const removeColleague: Statement = {
  text: `delete from vuosikello.colleague where county = $1 and id = $2 returning id`,
};
const settleTasks: Statement = { text: 'select vuosikello.settle_contact_tasks($1)' };
const mailsTo: Statement = {
  text: `select id from vuosikello.notification where county = $1 and contact = $2
         union all select id from vuosikello.digest where county = $1 and contact = $2`,
};
const registries: Statement = {
  text: `select code as organisation from vuosikello.county where code = $1 and lower(registry) = lower($2)
         union all select id from vuosikello.organisation where county = $1 and lower(registry) = lower($2)`,
};

/** The person has been erased, but not what others wrote of the person while that was done. */
class SecondLookError extends DatabaseAwayError {
  constructor(person: string, cause: DatabaseAwayError) {
    super(cause);
    this.message = `${person} has been erased. The second look, for what others wrote meanwhile, was not done: ${cause.message} Look for the name in what was written at that time, and erase it with --text.`;
    this.name = 'SecondLookError';
  }
}

/** Takes back what a dry run has done. */
class DryRun extends Error {
  constructor(readonly answer: ErasureAnswer) {
    super('dry run');
  }
}

/** Erasing people. The name and the address are in memory only; the log gets the id. */
export class Persons implements PersonStore {
  constructor(private readonly database: Database) {}

  async erase(erasure: Erasure): Promise<ErasureAnswer> {
    const given = { actor: erasure.actor, commandId: `erase:${erasure.county}-${shortId()}` };
    try {
      const { answer, wanted } = await afterDeadlock(() =>
        this.database.inCounty(erasure.county, async (query) => {
          const first = await eraseIn(query, erasure, given);
          if (erasure.dryRun === true) throw new DryRun(asDryRun(first.answer));
          return first;
        }),
      );
      if (answer.outcome !== 'erased' || wanted === undefined || wanted.pattern === null) return answer;
      return { ...answer, erased: await this.lookAgain(answer.erased, wanted, given) };
    } catch (error) {
      if (error instanceof DryRun) return error.answer;
      if (error instanceof ReplayDiffersError)
        return { outcome: 'replay-differs', workflow: error.workflow, detail: error.message };
      throw error;
    }
  }

  /** What was written meanwhile by whoever had read the person before. */
  private async lookAgain(first: Erased, wanted: Wanted, given: Given): Promise<Erased> {
    await wait(secondLookMs);
    const again = await afterDeadlock(() =>
      this.database.inCounty(wanted.county, (query) => eraseEverywhere(query, { ...wanted, named: [] }, given)),
    ).catch((error: unknown) => {
      throw error instanceof DatabaseAwayError ? new SecondLookError(first.person, error) : error;
    });
    return { ...first, removed: added(first.removed, again) };
  }
}

type Given = { actor: Erasure['actor']; commandId: string };
type First = { answer: ErasureAnswer; wanted?: Wanted };

async function eraseIn(query: Query, erasure: Erasure, given: Given): Promise<First> {
  const { county, person, texts: named = [] } = erasure;
  await query(holdRegister, [county]);
  const places = await query<Person & { place: 'contact' | 'colleague' }>(find, [county, person]);
  const [known] = places;
  const [before] = await query<{ at: Instant }>(findErased, [county, person]);
  if (!known && !before) return { answer: { outcome: 'unknown-person' } };
  if (!known && before && named.length === 0) return { answer: { outcome: 'erased-before', at: before.at } };
  if ((await query(underWay, [county, person])).length > 0) return { answer: { outcome: 'mail-under-way' } };

  const { copies, missing } = await copiesOf(query, county, named);
  if (missing.length > 0) return { answer: { outcome: 'no-such-texts', texts: missing } };
  const fits = [...places.map(personPattern), ...copies].join('|');
  const quick = [...places.map(quickPattern), ...copies].join('|');
  const hint = known && hintPattern(known);
  const wanted: Wanted = {
    county,
    named,
    pattern: fits === '' ? null : { fits, quick },
    hint: hint === undefined ? null : { fits: hint, quick: quickHintPattern(known as Person) },
  };
  const erased = await carryOut(query, { ...erasure, before: before?.at, places }, wanted, given);
  return { answer: { outcome: 'erased', erased }, wanted };
}

type Known = Erasure & {
  before: Instant | undefined;
  places: readonly (Person & { place: 'contact' | 'colleague' })[];
};

async function carryOut(query: Query, known: Known, wanted: Wanted, given: Given): Promise<Erased> {
  const { county, person, places, reason } = known;
  const said = places.reduce((text, one) => blotting(personPattern(one))(text), reason ?? '');
  const at = known.before ?? (await query<{ at: Instant }>(noteErased, [county, person, said || null]))[0]?.at;
  const kept = await keptIds(query, known);
  const contact = await query(removeContact, [county, person]);
  const colleague = await query(removeColleague, [county, person]);
  const links = await query(revokeLinks, [county, person]);
  const calendars = await query(revokeCalendars, [county, person]);
  await query(settleTasks, [county]);
  const texts = await eraseEverywhere(query, wanted, given);
  const own = await blotOwnMails(query, known);
  const doubtful = await doubtfulTexts(query, wanted, texts.kept);
  const body = { person, texts: texts.texts, events: texts.events, workflows: texts.workflows };
  await recordLogEvent(query, county, { type: 'PersonErased', body, ...given });
  return {
    person,
    at: at as Instant,
    removed: {
      contact: contact.length > 0,
      colleague: colleague.length > 0,
      links: links.length,
      calendars: calendars.length,
      texts: texts.texts,
      events: texts.events,
      workflows: texts.workflows,
      rows: summed(texts.rows, own),
    },
    kept: [...kept, ...texts.kept],
    doubtful,
    remains: erasureRemainders,
  };
}

/** The texts that are named, as patterns of what was copied from them; and the places where there is none. */
async function copiesOf(query: Query, county: string, named: readonly TextPlace[]) {
  const copies: string[] = [];
  const missing: TextPlace[] = [];
  for (const place of named) {
    const text = textAt(await storedEvents(query, county, place.stream), place);
    if (text === undefined) missing.push(place);
    const copy = text === undefined ? undefined : copiesPattern(text);
    if (copy !== undefined) copies.push(copy);
  }
  return { copies, missing };
}

async function blotOwnMails(query: Query, { county, person, places }: Known): Promise<Record<string, number>> {
  const mails = (await query<{ id: string }>(mailsTo, [county, person])).map(({ id }) => id);
  if (mails.length === 0) return {};
  const rows: Record<string, number> = {};
  for (const one of places)
    Object.assign(rows, await blot(query, county, { fits: ownMailPattern(one), quick: '' }, mails));
  return rows;
}

async function keptIds(query: Query, { county, person, places }: Known): Promise<Kept[]> {
  if (places.length === 0) return [];
  const id = plain(person);
  const words = places.flatMap(({ name }) => name.split(/\s+/));
  const kept: Kept[] = [{ why: 'id', telling: words.some((word) => word.length > 2 && id.includes(plain(word))) }];
  for (const email of new Set(places.map((one) => one.email.toLowerCase()))) {
    const of = await query<{ organisation: string }>(registries, [county, email]);
    kept.push(...of.map(({ organisation }): Kept => ({ why: 'registry-address', organisation })));
  }
  return kept;
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase();
}

function added(removed: Erased['removed'], { texts, events, workflows, rows }: ErasedTexts): Erased['removed'] {
  return {
    ...removed,
    texts: removed.texts + texts,
    events: removed.events + events,
    workflows: removed.workflows + workflows,
    rows: summed(removed.rows, rows),
  };
}

function summed(rows: Record<string, number>, more: Record<string, number>): Record<string, number> {
  const sum = { ...rows };
  for (const [table, count] of Object.entries(more)) sum[table] = (sum[table] ?? 0) + count;
  return sum;
}

function asDryRun(answer: ErasureAnswer): ErasureAnswer {
  return answer.outcome === 'erased' ? { ...answer, outcome: 'would-erase' } : answer;
}
