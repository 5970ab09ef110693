import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { parse } from 'yaml';
import { z } from 'zod';
import { findingsOn } from '../../test/plan-data';
import { planSchema } from './plan.schema';

type Json = Record<string, unknown>;

function planWith(dates: Json, entry: Json = {}): Json {
  const seminar = { id: 'seminar', workflow: 'event', dates, ...entry };
  return { county: '09', year: 2026, title: 'Vuosikello', entries: [seminar] };
}

function meeting(date: Json): Json {
  return planWith({ meeting: date });
}

describe('invalid-plan', () => {
  const messages = (data: unknown) => findingsOn(data).map(({ code, entry, message }) => [code, entry, message.en]);
  const right = { on: '2026-08-17', basis: 'agreed' };

  it.each([
    ['an unknown field', meeting({ ...right, room: 'A' }), 'The field entries[0].dates.meeting.room is not known.'],
    [
      'a missing field',
      meeting({ on: '2026-08-17', basis: undefined }),
      'The field entries[0].dates.meeting.basis is missing.',
    ],
    [
      'a number for a text',
      meeting({ ...right, on: 20260817 }),
      'The field entries[0].dates.meeting.on has to be text (in quotation marks).',
    ],
    [
      'an unknown basis',
      meeting({ ...right, basis: 'legal' }),
      'The value “legal” of the field entries[0].dates.meeting.basis will not do. Allowed values: statutory, statutory-period-end, decided, agreed, requested.',
    ],
    [
      'an impossible time',
      meeting({ ...right, at: '25:00' }),
      'The value “25:00” of the field entries[0].dates.meeting.at has the wrong form. The right form is, for example, 08:30.',
    ],
    [
      'an end before the beginning',
      meeting({ ...right, at: '12:00', until: '11:00' }),
      'meeting: the end 11:00 is not after the beginning 12:00. Correct the times.',
    ],
    [
      'a name of a date that is none',
      planWith({ 'Two words': right }),
      'The value “Two words” of the field entries[0].dates.Two words has the wrong form. The right form is, for example, assignmentDue.',
    ],
    ['no dates', planWith({}), 'The entry has no dates. Add at least one.'],
    ['an empty text', planWith({ meeting: right }, { title: '' }), 'The field entries[0].title must not be empty.'],
    ['an own __proto__', JSON.parse('{"__proto__":{}}'), 'The field __proto__ is not known.'],
  ])('%s', (_what, data, message) => {
    const [code, , said] = messages(data)[0] ?? [];
    expect([code, said]).toEqual(['invalid-plan', message]);
    expect(messages(data)).toHaveLength(1);
  });

  it('names the entry where it is one, and the file where it is not', () => {
    expect(messages(meeting({ ...right, room: 'A' }))[0]?.[1]).toBe('seminar');
    expect(messages({ ...meeting(right), year: 26 })).toEqual([
      ['invalid-plan', null, 'The value 26 of the field year will not do: it has to be ≥ 2000.'],
    ]);
    expect(messages('plan')).toEqual([['invalid-plan', null, 'The file has to contain keys and values.']]);
    expect(messages(null)).toHaveLength(1);
  });

  it('names every wrong field at once', () => {
    const { county, title, ...rest } = { ...meeting({ ...right, room: 'A', floor: 2 }) };
    expect([county, title]).not.toContain(undefined);
    expect(messages(rest).map(([, , message]) => message)).toEqual([
      'The field county is missing.',
      'The field title is missing.',
      'The field entries[0].dates.meeting.room is not known.',
      'The field entries[0].dates.meeting.floor is not known.',
    ]);
  });

  it('finds __proto__ among the dates, which a schema would pass over', () => {
    const dates = JSON.parse('{"__proto__":{"on":"2026-08-17","basis":"agreed"}}') as Json;
    expect(messages(planWith(dates))).toEqual([
      ['invalid-plan', 'seminar', 'The field entries[0].dates.__proto__ is not known.'],
    ]);
  });

  it('is not impressed by deep nesting', () => {
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as unknown;
    expect(messages({ ...meeting(right), entries: deep })[0]?.[0]).toBe('invalid-plan');
  });

  it('reports one id given to two entries', () => {
    const plan = meeting(right) as { entries: Json[] };
    const twice = { ...plan, entries: [...plan.entries, ...plan.entries] };
    expect(messages(twice).filter(([code]) => code === 'invalid-plan')).toEqual([
      ['invalid-plan', 'seminar', 'Two entries have the id seminar. Give each an id of its own.'],
    ]);
  });
});

describe('the schema for editors', () => {
  const isPlan = new Ajv({ strict: false }).compile(z.toJSONSchema(planSchema));

  it('accepts the example plan and refuses an unknown field', () => {
    const file = join(__dirname, '../../../../data/paijat-hame-2026.yaml');
    const example = parse(readFileSync(file, 'utf8')) as Json;
    expect(isPlan(example)).toBe(true);
    expect(isPlan({ ...example, owner: 'Aino' })).toBe(false);
  });

  it('accepts a rule in place of a day, and neither both nor half a rule', () => {
    const dated = (date: Json) => isPlan(planWith({ meeting: { basis: 'agreed', ...date } }));
    expect(dated({ on: '2026-08-17' })).toBe(true);
    expect(dated({ rule: { days: -10, from: 'negotiation' } })).toBe(true);
    expect(dated({ rule: { meetingOf: 'aluevaltuusto', before: 'midsummer' } })).toBe(true);
    expect(dated({ rule: { nth: 'last', weekday: 'to', month: 8 } })).toBe(true);
    for (const wrong of [{}, { on: '2026-08-17', rule: { days: 1, from: 'a' } }, { rule: { days: 1 } }, { rule: {} }]) {
      expect(dated(wrong)).toBe(false);
    }
    expect(dated({ rule: { days: 1, from: 'a', to: 'b' } })).toBe(false);
  });
});
