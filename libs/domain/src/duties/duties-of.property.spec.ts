import fc from 'fast-check';
import { municipality, registerWith } from '../../../../test/support/duties';
import { addDays, civilDate, type CivilDate } from '../calendar/civil-date';
import { instant } from '../calendar/instant';
import { languages } from '../text';
import { duties } from './catalogue';
import { dutiesOf } from './duties-of';
import type { Evidence } from './evidence';

const first = civilDate('2025-01-01');
const fourYears = 1461;

const register = registerWith(
  [municipality('016', 'A'), municipality('111', 'H', { validTo: civilDate('2026-12-31') })],
  [{ on: civilDate('2027-01-01'), kind: 'merger', from: ['111'], into: '016' }],
);

/** Something that was recorded on a day: a plan for a day to come, or what has just happened. */
const said = fc
  .record({
    duty: fc.constantFrom(...duties),
    who: fc.nat(1),
    recorded: fc.nat(fourYears),
    ahead: fc.integer({ min: 0, max: 300 }),
    weight: fc.constantFrom('promises', 'supports', 'fulfils'),
  })
  .map(({ duty, who, recorded, ahead, weight }): Evidence & { recordedOn: CivilDate } => {
    const recordedOn = addDays(first, recorded);
    const on = weight === 'promises' ? addDays(recordedOn, ahead) : recordedOn;
    return {
      duty: duty.id,
      of: duty.holders.includes('municipality') ? (['016', '111'][who] ?? '016') : '09',
      period: on,
      event: { stream: '09.x', seq: recorded + 1, type: 'X', at: instant(`${recordedOn}T08:00:00Z`) },
      on,
      kind:
        weight === 'promises' ? 'planned' : weight === 'fulfils' && duty.holders[0] === 'county' ? 'held' : 'present',
      weight,
      text: { fi: 'x', sv: 'x', en: 'x' },
      recordedOn,
    };
  });

const log = fc.array(said, { maxLength: 40 });
const days = fc
  .array(fc.nat(fourYears + 400), { minLength: 2, maxLength: 6 })
  .map((numbers) => numbers.sort((a, b) => a - b).map((number) => addDays(first, number)));

/** The register of duties on a day, by what had been recorded until then. */
function standing(entries: readonly (Evidence & { recordedOn: CivilDate })[], today: CivilDate, year?: number) {
  const known = entries.filter(({ recordedOn }) => recordedOn <= today);
  const recordsBegin = known.map(({ recordedOn }) => recordedOn).sort()[0] ?? null;
  return dutiesOf({ register, evidence: known, recordsBegin, today, year });
}

// Each run asks for four years of the register several times over.
const runs = { numRuns: 40 };

describe('the register of duties over four years', () => {
  it('never takes back that a duty is fulfilled', () => {
    fc.assert(
      fc.property(log, days, (entries, todays) => {
        const fulfilled = new Set<string>();
        for (const today of todays) {
          const rows = standing(entries, today);
          const now = new Set(rows.filter(({ status }) => status === 'fulfilled').map(({ id }) => id));
          for (const id of fulfilled) if (!now.has(id)) throw new Error(`${id} was fulfilled and is not on ${today}`);
          now.forEach((id) => fulfilled.add(id));
        }
      }),
      runs,
    );
  });

  it('gives a reason, in every language, for whatever is at risk or missed, and a warning only while a term runs', () => {
    fc.assert(
      fc.property(log, days, (entries, todays) => {
        for (const today of todays)
          for (const { status, reason, warning, period } of standing(entries, today)) {
            if (status === 'fulfilled') expect(reason).toBeUndefined();
            if (status === 'at-risk' || status === 'missed')
              for (const language of languages) expect(reason?.[language]).toMatch(/\S/);
            if (warning) expect([status, period.kind]).toEqual(['at-risk', 'term']);
            if (status === 'missed') expect(period.endsOn < today).toBe(true);
            if (status === 'at-risk') expect(period.startsOn <= today && today <= period.endsOn).toBe(true);
          }
      }),
      runs,
    );
  });

  it('lists each duty of an organisation once a period, and no two of its periods overlap', () => {
    fc.assert(
      fc.property(log, days, (entries, todays) => {
        for (const today of todays) {
          const rows = standing(entries, today);
          expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
          for (const holder of new Set(rows.map(({ duty, organisation }) => `${duty} ${organisation}`))) {
            const periods = rows
              .filter(({ duty, organisation }) => `${duty} ${organisation}` === holder)
              .map(({ period }) => period)
              .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
            periods
              .slice(1)
              .forEach((next, index) => expect((periods[index]?.endsOn ?? '') < next.startsOn).toBe(true));
          }
        }
      }),
      runs,
    );
  });

  it('loses no evidence of a year it is asked for', () => {
    fc.assert(
      fc.property(log, (entries) => {
        const today = addDays(first, fourYears + 400);
        const shown = [2025, 2026, 2027, 2028, 2029].flatMap((year) =>
          standing(entries, today, year).flatMap(({ evidence }) => evidence.map(({ event }) => event)),
        );
        for (const { event, weight, of, on } of entries) {
          // Nobody can have done anything after its last day.
          if (weight === 'promises' || (of === '111' && on > '2026-12-31')) continue;
          expect(shown).toContain(event);
        }
      }),
      runs,
    );
  });
});
