import fc from 'fast-check';
import { addDays, civilDate } from '../calendar/civil-date';
import { languages } from '../text';
import { type Ladder, type LadderName, ladderNames, ladderSchema, type Rung } from './ladder';
import { ladderFindings, ladderTemplates } from './ladder-findings';
import { stopConditions } from './ladder-words';
import { ladders } from './ladders';
import { rungDates } from './rung-dates';

const reminder: Rung = { key: 'T-5', days: 5, direction: 'before', audience: 'respondent', template: 'reminder' };
const escalation: Rung = {
  key: 'escalation',
  days: 2,
  direction: 'working-days-after',
  audience: 'coordinator',
  template: 'escalation-proposed',
};
const reach: Rung = {
  key: 'reach',
  days: 4,
  direction: 'working-days-before',
  audience: 'coordinator',
  template: 'nobody-reached',
};
const findingsOf = (name: LadderName, ...ladder: Rung[]) =>
  ladderFindings(name, ladder).map(({ code, entry, path }) => [code, entry, path?.join('.')]);
/** Of a ladder that asks who has been reached, as each of its kind has to. */
const found = (...ladder: Rung[]) => findingsOf('answer', ...ladder, reach);

describe('a ladder', () => {
  it('will do as it is by default, for every kind of deadline', () => {
    for (const name of ladderNames) {
      expect([name, ladderFindings(name, ladders[name])]).toEqual([name, []]);
      expect(ladderSchema.parse(ladders[name])).toEqual(ladders[name]);
      expect(stopConditions(name).map(({ code }) => code)).toEqual(
        expect.arrayContaining(['done', 'withdrawn', 'paused', 'moved']),
      );
    }
  });

  it('may count working days before, and calendar days after', () => {
    expect(
      found(
        { ...reminder, direction: 'working-days-before' },
        { ...escalation, direction: 'days-after', escalates: 'automatic' },
      ),
    ).toEqual([]);
  });

  it.each<[string, Rung[], (string | undefined)[]]>([
    ['a key twice', [reminder, { ...reminder, days: 9 }], ['duplicate-rung', 'T-5', 'rungs.1.key']],
    ['a mail there is not', [{ ...reminder, template: 'poem' }], ['unknown-template', 'T-5', 'rungs.0.template']],
    [
      'a mail of another kind',
      [{ ...reminder, template: 'step-due' }],
      ['unknown-template', 'T-5', 'rungs.0.template'],
    ],
    [
      'a mail for somebody else',
      [{ ...reminder, audience: 'coordinator' }],
      ['wrong-audience', 'T-5', 'rungs.0.audience'],
    ],
    [
      'a reminder after the date',
      [{ ...reminder, direction: 'days-after' }],
      ['wrong-side', 'T-5', 'rungs.0.direction'],
    ],
    [
      'an escalation before the date',
      [{ ...escalation, direction: 'before' }],
      ['escalation-before-date', 'escalation', 'rungs.0.direction'],
    ],
    ['no days before', [{ ...reminder, days: 0 }], ['offset-out-of-bounds', 'T-5', 'rungs.0.days']],
    ['days on the other side', [{ ...reminder, days: -3 }], ['offset-out-of-bounds', 'T-5', 'rungs.0.days']],
    ['more days than a year', [{ ...reminder, days: 1e15 }], ['offset-out-of-bounds', 'T-5', 'rungs.0.days']],
    [
      'a reminder that escalates',
      [{ ...reminder, escalates: 'automatic' }],
      ['not-an-escalation', 'T-5', 'rungs.0.escalates'],
    ],
    [
      'a deputy told too early',
      [{ ...reminder, audience: 'respondent-and-deputy' }],
      ['deputy-before-date', 'T-5', 'rungs.0.audience'],
    ],
    ['two rungs on one day', [reminder, { ...reminder, key: 'other' }], ['same-day', 'other', 'rungs.1']],
    [
      'a rung after the escalation',
      [escalation, { ...escalation, key: 'late', days: 3, audience: 'respondent', template: 'overdue' }],
      ['after-escalation', 'late', 'rungs.1'],
    ],
  ])('will not do with %s', (_, ladder, finding) => {
    expect(found(...ladder)).toEqual([finding]);
  });

  it('asks once who has been reached where the default ladder does, and nowhere else', () => {
    expect(findingsOf('answer', reminder, reach)).toEqual([]);
    expect(findingsOf('answer', { ...reach, template: 'reminder', audience: 'respondent', key: 'T-4' }, reach)).toEqual(
      [],
    );
    expect(findingsOf('answer', reminder)).toEqual([['reach-missing', null, 'rungs']]);
    expect(findingsOf('acknowledgement', { ...reminder, template: 'acknowledgement-reminder' })).toEqual([
      ['reach-missing', null, 'rungs'],
    ]);
    // Under another key it would take the place of a reminder, or be asked twice.
    expect(findingsOf('answer', reminder, { ...reach, key: 'asked' })).toEqual([
      ['reach-misused', 'asked', 'rungs.1.key'],
    ]);
    expect(findingsOf('answer', reach, { ...reach, key: 'again', days: 2 })).toEqual([
      ['reach-misused', 'again', 'rungs.1.key'],
    ]);
    expect(findingsOf('answer', { ...reminder, key: 'reach' })).toEqual([['reach-misused', 'reach', 'rungs.0.key']]);
    const ofCompletion = { ...reminder, template: 'completion-request' };
    expect(findingsOf('completion', ofCompletion)).toEqual([]);
    expect(findingsOf('completion', { ...ofCompletion, key: 'reach' })).toEqual([
      ['reach-misused', 'reach', 'rungs.0.key'],
    ]);
    expect(findingsOf('completion', ofCompletion, { ...reach, key: 'asked' })).toEqual([
      ['unknown-template', 'asked', 'rungs.1.template'],
    ]);
  });

  it('will not do with too many rungs', () => {
    const many = Array.from({ length: 10 }, (_, n): Rung => ({ ...reminder, key: `T-${n + 1}`, days: (n + 1) * 7 }));
    expect(found(...many)).toEqual([['too-many-rungs', null, 'rungs']]);
  });

  it('says in three languages what would be right, whatever it is given', () => {
    const anyRung: fc.Arbitrary<Rung> = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'reach'),
      days: fc.integer({ min: -5, max: 400 }),
      direction: fc.constantFrom(
        'before',
        'working-days-before',
        'on',
        'before-agenda',
        'days-after',
        'working-days-after',
      ),
      audience: fc.constantFrom('respondent', 'coordinator', 'manager', 'respondent-and-deputy'),
      template: fc.constantFrom('reminder', 'overdue', 'escalation-proposed', 'step-due', 'nobody-reached'),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...ladderNames),
        fc.array(anyRung, { minLength: 1, maxLength: 4 }),
        (name, some: Ladder) => {
          const ladder = ladders[name].some(({ key }) => key === 'reach') ? [...some, reach] : some;
          const findings = ladderFindings(name, ladder);
          for (const { severity, message } of findings) {
            expect(severity).toBe('error');
            for (const language of languages) expect(message[language]).not.toMatch(/undefined|^\s*$/);
          }
          if (findings.length > 0) return;
          // What is found good gives each of its rungs a day of its own for some date, and on its side of the date.
          const dueOn = addDays(civilDate('2026-09-01'), 1);
          for (const { rung, on } of rungDates(ladder, dueOn, {
            body: { meetingOn: civilDate('2026-08-25'), materialsDaysBefore: 7 },
          }))
            expect(on > dueOn).toBe(rung.direction.endsWith('-after'));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('knows of each mail whom it is for and on which side of the date', () => {
    expect([...ladderTemplates('answer')]).toEqual([
      ['reminder', { audiences: ['respondent', 'respondent-and-deputy'], sides: ['before'] }],
      ['nobody-reached', { audiences: ['coordinator'], sides: ['before'] }],
      ['overdue', { audiences: ['respondent', 'respondent-and-deputy'], sides: ['after'] }],
      ['escalation-proposed', { audiences: ['coordinator'], sides: ['after'] }],
    ]);
  });
});
