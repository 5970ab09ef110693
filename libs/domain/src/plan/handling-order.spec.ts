import fc from 'fast-check';
import { addDays, civilDate, type CivilDate } from '../calendar/civil-date';
import { orderBackwards, orderForwards, type FoundOrder, type HandlingOrder, type OrderedBody } from './handling-order';

const day = (offset: number): CivilDate => addDays(civilDate('1995-01-01'), offset);
const anyDay = fc.integer({ min: 0, max: 65 * 365 }).map(day);

const anyBody = fc
  .record({
    from: fc.integer({ min: 0, max: 65 * 365 }),
    gaps: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 12, maxLength: 30 }),
    materialsDaysBefore: fc.integer({ min: 0, max: 21 }),
    extractDaysAfter: fc.integer({ min: 0, max: 14 }),
  })
  .map(({ from, gaps, ...lead }) => ({
    ...lead,
    offsets: gaps.reduce<number[]>((all, gap) => [...all, (all.at(-1) ?? from) + gap], []),
  }));

/** Bodies that meet about the same time, and a day in the middle of it. */
const anyOrder = fc
  .tuple(anyDay, fc.array(anyBody, { minLength: 1, maxLength: 4 }), fc.integer({ min: -100, max: 350 }))
  .map(([start, bodies, offset]) => ({
    bodies: bodies.map(({ offsets, ...lead }, index): OrderedBody => ({
      ...lead,
      id: `body-${index}`,
      name: { fi: `Elin ${index}`, sv: `Organ ${index}` },
      meetings: offsets.map((meeting) => addDays(start, meeting - (offsets[0] ?? 0))),
    })),
    on: addDays(start, offset),
  }));

function found(order: HandlingOrder): FoundOrder | undefined {
  return 'brokenAt' in order ? undefined : order;
}

function body(id: string, meetings: string[], more: Partial<OrderedBody> = {}): OrderedBody {
  const name = { fi: `${id} fi`, sv: `${id} sv` };
  return { id, name, meetings: meetings.map(civilDate), materialsDaysBefore: 7, extractDaysAfter: 4, ...more };
}

/** The bodies of the report of 2026, whose links hold to the day. */
const bodies = [
  body('board', ['2026-03-19', '2026-04-23', '2026-05-21']),
  body('executive', ['2026-04-13', '2026-05-11', '2026-06-01']),
  body('council', ['2026-04-20', '2026-06-08'], { extractDaysAfter: 7 }),
];

describe('the handling order', () => {
  it('forwards takes the first meeting that the materials can reach', () => {
    const order = found(orderForwards(bodies, civilDate('2026-04-10')));
    expect(
      order?.steps.map(({ body: id, materialsOn, meetingOn, extractOn }) => [id, materialsOn, meetingOn, extractOn]),
    ).toEqual([
      ['board', '2026-04-16', '2026-04-23', '2026-04-27'],
      ['executive', '2026-05-04', '2026-05-11', '2026-05-15'],
      ['council', '2026-06-01', '2026-06-08', '2026-06-15'],
    ]);
    expect(order).toMatchObject({ startOn: '2026-04-10', endOn: '2026-06-15' });
    expect(order?.steps[0]?.because).toEqual({
      fi: 'board fi: asia on valmis pe 10.4.2026, aineisto 7 pv ennen kokousta: ensimmäinen mahdollinen kokous to 23.4.2026',
      sv: 'board sv: ärendet är klart fr 10.4.2026, materialet 7 d före sammanträdet: första möjliga sammanträde to 23.4.2026',
      en: 'board fi: the case is ready on Fri 10\u00a0April\u00a02026, materials 7 days before the meeting: the first possible meeting is on Thu 23\u00a0April\u00a02026',
    });
  });

  it('backwards takes the last meetings, and says until when the case may be ready', () => {
    const order = found(orderBackwards(bodies, civilDate('2026-06-15')));
    expect(order?.steps.map(({ meetingOn }) => meetingOn)).toEqual(['2026-04-23', '2026-05-11', '2026-06-08']);
    expect(order).toMatchObject({ startOn: '2026-04-16', endOn: '2026-06-15' });
    const day1 = found(orderBackwards(bodies, civilDate('2026-06-14')));
    expect(day1).toBeUndefined();
  });

  it('says at which body it breaks', () => {
    expect(orderForwards(bodies, civilDate('2026-04-17'))).toMatchObject({
      brokenAt: 'council',
      steps: [{ meetingOn: '2026-05-21' }, { meetingOn: '2026-06-01' }],
      because: {
        en: expect.stringMatching(/^council fi: the register has no meeting that a case ready on Fri 5/) as string,
      },
    });
    expect(orderBackwards(bodies, civilDate('2026-04-30'))).toMatchObject({
      brokenAt: 'executive',
      steps: [{ body: 'council', meetingOn: '2026-04-20' }],
    });
  });

  it('counts no meeting on which the body does not exist', () => {
    const dated = [
      body('a', ['2026-03-19', '2026-04-23', '2026-05-21'], {
        validFrom: civilDate('2026-04-01'),
        validTo: civilDate('2026-04-30'),
      }),
    ];
    expect(found(orderForwards(dated, civilDate('2026-01-01')))?.endOn).toBe('2026-04-27');
    expect(found(orderBackwards(dated, civilDate('2026-12-31')))?.endOn).toBe('2026-04-27');
  });

  it('needs no meeting where no body handles the case', () => {
    expect(orderForwards([], civilDate('2026-01-01'))).toEqual({
      steps: [],
      startOn: '2026-01-01',
      endOn: '2026-01-01',
    });
    expect(orderBackwards([], civilDate('2026-01-01'))).toEqual({
      steps: [],
      startOn: '2026-01-01',
      endOn: '2026-01-01',
    });
  });

  it('forwards from the latest start meets the target, one day later does not', () => {
    let met = 0;
    fc.assert(
      fc.property(anyOrder, ({ bodies: some, on }) => {
        const back = found(orderBackwards(some, on));
        fc.pre(back !== undefined);
        met += 1;
        const ahead = found(orderForwards(some, back.startOn));
        expect(ahead && ahead.endOn <= on).toBe(true);
        const late = found(orderForwards(some, addDays(back.startOn, 1)));
        expect(late === undefined || late.endOn > on).toBe(true);
      }),
      { numRuns: 200 },
    );
    expect(met).toBe(200);
  });

  it('backwards from the earliest end finds a start no earlier than the day forwards began', () => {
    fc.assert(
      fc.property(anyOrder, ({ bodies: some, on }) => {
        const ahead = found(orderForwards(some, on));
        fc.pre(ahead !== undefined);
        const back = found(orderBackwards(some, ahead.endOn));
        expect(back && back.startOn >= on).toBe(true);
        expect(back?.endOn).toBe(ahead.endOn);
      }),
      { numRuns: 200 },
    );
  });

  it('gives steps whose every link holds', () => {
    fc.assert(
      fc.property(anyOrder, fc.boolean(), ({ bodies: some, on }, isBack) => {
        const order = found(isBack ? orderBackwards(some, on) : orderForwards(some, on));
        fc.pre(order !== undefined);
        expect(order.steps.map(({ body: id }) => id)).toEqual(some.map(({ id }) => id));
        order.steps.reduce((from, { materialsOn, meetingOn, extractOn, body: id }) => {
          const own = some.find((one) => one.id === id);
          expect(own?.meetings).toContain(meetingOn);
          expect(materialsOn).toBe(addDays(meetingOn, -(own?.materialsDaysBefore ?? 0)));
          expect(from <= materialsOn).toBe(true);
          return extractOn;
        }, order.startOn);
        expect(order.endOn).toBe(order.steps.at(-1)?.extractOn);
      }),
      { numRuns: 200 },
    );
  });
});
