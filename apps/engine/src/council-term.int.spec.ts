import { helsinkiDate, type Instant, instant, isWorkingDay, type Plan } from '@app/domain';
import type { Json } from '@app/workflows';
import { examplePlan, exampleRegister } from '../../../test/support/example-area';
import { step } from '../../../test/support/requests';
import { draft } from '../../../test/support/term-stages';
import { eventually } from '../test/eventually';
import { EngineScene } from '../test/running-engine';

const term = '09.council-term-negotiation-2025-2029';
const next = '09.council-term-negotiation-2029-2033';
const actor = { id: 'test', role: 'admin' as const };
const held = { heldOn: '2027-09-15', participants: [{ organisation: '016', people: 2 }] };
const matters = [{ title: 'Yhteinen seuranta', owner: 'Hyte-lautakunta', dueOn: '2029-12-31' }];

const [found] = examplePlan().entries.filter(({ workflow }) => workflow === 'council-term-negotiation');
if (!found) throw new Error('the plan has no council term');
const entry = found;

/** The plan of 2026 with the council term only; or that of a later year, for the term that follows. */
function planOf(year: number, about: string, dates = entry.dates) {
  const { workflow } = entry;
  return { ...examplePlan(), year, entries: [{ id: `${workflow}-${about}`, workflow, about, dates }] };
}

describe('a council term', () => {
  let scene: EngineScene;

  beforeEach(async () => {
    scene = await EngineScene.open(instant('2026-01-02T08:00:00+02:00'));
    await activate(planOf(2026, '2025-2029'));
    await scene.startEngine();
  });
  afterEach(() => scene.close());

  const activate = (plan: Plan) =>
    scene.store.plans.activate({ plan, register: exampleRegister(), actor, reason: 'Vuoden suunnitelma.' });

  const settled = () =>
    eventually('settled', async () => {
      const { dueNow, leased, quarantined } = await scene.work.counts();
      if (quarantined > 0) throw new Error('work was given up');
      return dueNow + leased === 0;
    });

  /** Lets the years go by: from one moment at which anything is due to the next, until the day. */
  async function until(time: string): Promise<void> {
    const end: Instant = instant(time);
    for (;;) {
      await settled();
      const { at } = await scene.work.nextDueAt();
      if (at === null || at > end) break;
      await scene.setClock(at);
    }
    await scene.setClock(end);
    await settled();
  }

  async function give(command: string, data: Json, workflow = term): Promise<void> {
    const answer = await scene.store.workflows.give(step(workflow, command, data));
    if (answer.outcome !== 'accepted') throw new Error(JSON.stringify(answer));
  }

  const skipPreparation = async () => {
    for (const no of [1, 2, 3]) await give('skip-step', { reason: `Tehty aiemmin (${no}).` });
  };

  /** The warnings as sent: the day, whom to, how many months were left. */
  async function warnings(): Promise<[string, string, unknown][]> {
    return (await scene.notifications(term))
      .filter(({ template, state }) => template === 'term-warning' && state === 'accepted')
      .map(
        ({ sentAt, to, data }) =>
          [helsinkiDate(sentAt as Instant), to.audience, (data as { monthsLeft: number }).monthsLeft] as [
            string,
            string,
            unknown,
          ],
      )
      .sort();
  }

  it('without its negotiation is warned of once at each time, on working days, and then marked as passed', async () => {
    await until('2029-06-05T12:00:00+03:00');
    expect(await warnings()).toEqual([
      ['2027-05-31', 'coordinator', 24],
      ['2028-05-31', 'coordinator', 12],
      ['2028-11-30', 'coordinator', 6],
      ['2029-02-28', 'coordinator', 3],
      ['2029-02-28', 'hyvinvointialuejohtaja', 3],
      ['2029-04-30', 'coordinator', 1],
      ['2029-04-30', 'hyvinvointialuejohtaja', 1],
      ['2029-06-01', 'coordinator', null],
    ]);
    expect((await warnings()).every(([day]) => isWorkingDay(day as never))).toBe(true);
    const instance = await scene.store.workflows.read('09', term);
    expect(instance?.deadlines.termEnds?.status).toBe('passed');
    const inbox = scene.inbox.messages().map(({ subject, envelopeTo }) => [envelopeTo[0], subject]);
    expect(inbox.filter(([to]) => to === 'ilmari.esimerkki@paijatha.example.invalid')).toHaveLength(2);
  });

  it('is not warned of any more once its negotiation was held', async () => {
    await until('2027-09-16T09:00:00+03:00');
    await skipPreparation();
    await give('record-negotiation', held);
    await until('2029-06-05T12:00:00+03:00');
    expect(await warnings()).toEqual([['2027-05-31', 'coordinator', 24]]);
  });

  it('hands its open matters over to the next, which runs beside it and is started once', async () => {
    await skipPreparation();
    await until('2027-09-16T09:00:00+03:00');
    await give('record-negotiation', held);
    await until('2029-03-05T09:00:00+02:00');
    await give('hand-over', { openMatters: matters });
    await settled();

    const following = await scene.store.workflows.read('09', next);
    expect(following).toMatchObject({
      status: 'open',
      state: 'open.preparing.awaiting-forum',
      parent: null,
      context: { term: '2029-2033', takenOver: [{ from: term, matters }] },
    });
    // A plan for the next term finds it running.
    expect(await activate(planOf(2029, '2029-2033', nextDates()))).toMatchObject({
      outcome: 'activated',
      preview: { started: [] },
    });
    const of2029 = await scene.store.workflows.list('09', { year: 2029 }, { limit: 10 });
    expect(of2029.items.map(({ id }) => id)).toEqual([next]);

    await give('record-forum', { agreedOn: '2029-03-05', forum: 'Kuntajohtajat.' }, next);
    expect((await scene.store.workflows.read('09', term))?.state).toBe('open.agreeing.awaiting-sending');
    await until('2029-06-15T09:00:00+03:00');
    await give('close', { evaluation: 'Puolet tavoitteista saavutettiin.' });
    expect((await scene.store.workflows.read('09', term))?.status).toBe('closed');
    expect((await scene.store.workflows.read('09', next))?.state).toBe('open.preparing.awaiting-situation');
    expect(await scene.store.replay.run('09')).toMatchObject({ streams: 2, differences: [] });
  });

  it('sends its agreement to the councils, hears of their decisions, and is signed', async () => {
    await skipPreparation();
    await until('2026-11-13T09:00:00+02:00');
    await give('record-negotiation', { heldOn: '2026-11-12', participants: [{ organisation: '016', people: 2 }] });
    await give('send-agreement', draft);
    await settled();
    await until('2027-01-26T09:00:00+02:00');
    const approval = { decision: 'approve', meetingOn: '2027-01-25', section: '7' };
    await give('record-decision', approval, `${term}.approval-016`);
    const council = `${term}.approval-09`;
    await give('mark-prepared', { competence: 'Hallintosääntö 14 §', effectsAssessed: 'done', effects: '–' }, council);
    await give('place-on-agenda', { meetingOn: '2027-02-08' }, council);
    await until('2027-02-09T09:00:00+02:00');
    await give('record-decision', { ...approval, meetingOn: '2027-02-08' }, council);
    await give('send-extract', {}, council);
    await settled();
    expect((await scene.store.workflows.read('09', term))?.context).toMatchObject({
      approvals: { '016': { decision: 'approve', section: '7' }, '09': { meetingOn: '2027-02-08' }, '111': null },
    });
    await give('record-agreement', { signedOn: '2027-02-09', whyWithout: 'Muut hyväksyvät sen myöhemmin.' });
    expect(await scene.store.workflows.read('09', term)).toMatchObject({
      state: 'open.agreeing.in-force.awaiting-mid-evaluation',
      deadlines: { accounts: { dueOn: '2027-06-30' }, budgets: { dueOn: '2027-12-31' } },
    });
    expect(await scene.store.replay.run('09')).toMatchObject({ streams: 12, differences: [] });
  });

  it('hands over to a next term that a plan has started already', async () => {
    await until('2029-03-05T09:00:00+02:00');
    expect(await activate(planOf(2029, '2029-2033', nextDates()))).toMatchObject({ preview: { started: [next] } });
    await give('hand-over', { openMatters: matters });
    await settled();
    const following = await scene.store.workflows.read('09', next);
    expect(following).toMatchObject({ context: { takenOver: [{ from: term, matters }] } });
    const events = await scene.store.workflows.events('09', next, { after: 0, limit: 100 });
    expect(events.filter(({ type }) => type === 'MattersTakenOver')).toHaveLength(1);
  });
});

/** The dates of the example plan, four years later. */
function nextDates() {
  return Object.fromEntries(
    Object.entries(entry.dates).map(([name, date]) => [
      name,
      { ...date, on: `${Number(date.on.slice(0, 4)) + 4}${date.on.slice(4)}` as typeof date.on },
    ]),
  );
}
