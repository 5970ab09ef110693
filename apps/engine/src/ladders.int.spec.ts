import { instant, type Ladder, type LadderName } from '@app/domain';
import { laddersRevision } from '@app/workflows';
import { step } from '../../../test/support/requests';
import { eventually } from '../test/eventually';
import { county, EngineScene } from '../test/running-engine';

const reminder = { audience: 'respondent', template: 'reminder' } as const;
const own: Ladder = [
  { ...reminder, key: 'T-5', days: 5, direction: 'working-days-before' },
  { key: 'overdue', days: 1, direction: 'working-days-after', audience: 'respondent-and-deputy', template: 'overdue' },
  {
    key: 'escalation',
    days: 2,
    direction: 'working-days-after',
    audience: 'coordinator',
    template: 'escalation-proposed',
    escalates: 'automatic',
  },
];

describe('a county that changes its ladders', () => {
  let scene: EngineScene;
  let changes = 0;
  const at = (time: string) => scene.setClock(instant(time));
  const change = (rungs: Ladder | null, ladder: LadderName = 'answer') =>
    scene.store.ladders.change({
      county,
      ladder,
      rungs,
      reason: 'Sovittu.',
      by: 'key:test',
      commandId: `ladders-${(changes += 1)}`,
      requestHash: String(changes),
    });
  const quiet = () => eventually('all done', async () => (await scene.work.counts()).dueNow === 0);
  const known = (workflow: string, revision: number) =>
    eventually('the ladders are known', async () => {
      const instance = await scene.store.workflows.read(county, workflow);
      return instance && laddersRevision(instance) === revision ? instance : undefined;
    });
  const sent = async (workflow: string) =>
    (await scene.notifications(workflow))
      .map(({ template, to, state }) => `${template} ${to.audience} ${state}`)
      .sort();

  beforeEach(async () => {
    scene = await EngineScene.open(instant('2026-05-25T09:00:00+03:00'));
  });
  afterEach(() => scene.close());

  it('reminds by the new one from then on, each once, and goes to the manager by itself', async () => {
    await Promise.all([scene.startEngine(), scene.startEngine()]);
    const workflow = await scene.askAsikkala();
    const ofPadasjoki = await scene.askAsikkala(`${county}.576`, '576');
    await scene.mail(workflow, 'advance-assignment', 'accepted');
    await at('2026-08-03T09:00:00+03:00');
    await scene.mail(workflow, 'reminder', 'accepted');
    expect(await change(own)).toMatchObject({ outcome: 'changed' });
    await known(workflow, 1);
    // T-7 and T-1 of the default are gone; the working day before the week-end belongs to nobody.
    await at('2026-08-10T07:59:00+03:00');
    await quiet();
    expect((await sent(workflow)).filter((one) => one.startsWith('reminder'))).toHaveLength(1);
    await at('2026-08-10T08:00:00+03:00');
    await scene.settle();
    await eventually('T-5', async () =>
      (await sent(workflow)).filter((one) => one === 'reminder respondent accepted').length === 2 ? true : undefined,
    );
    await at('2026-08-17T12:00:00+03:00');
    await quiet();
    expect((await sent(workflow)).filter((one) => one.startsWith('reminder'))).toHaveLength(2);
    // Due at one moment, the reminder would wait for the deadline with its bell spent: a quarter of a minute, real time.
    await at('2026-08-18T00:00:00+03:00');
    await scene.settle();
    await at('2026-08-18T09:00:00+03:00');
    await scene.mail(workflow, 'overdue', 'accepted');
    await quiet();
    await at('2026-08-19T09:00:00+03:00');
    await eventually('escalated', async () =>
      (await scene.store.workflows.read(county, workflow))?.state === 'open.escalated' ? true : undefined,
    );
    await scene.mail(workflow, 'escalation', 'accepted');
    await scene.mail(workflow, 'escalation-made', 'accepted');
    await quiet();
    expect(await sent(workflow)).toEqual([
      'advance-assignment respondent accepted',
      'escalation manager accepted',
      'escalation-made coordinator accepted',
      'overdue deputy-of-respondent accepted',
      'overdue respondent accepted',
      'reminder respondent accepted',
      'reminder respondent accepted',
    ]);
    // Padasjoki has no deputy: nobody is missed.
    expect(await sent(ofPadasjoki)).toContain('overdue deputy-of-respondent suppressed');
    expect(await scene.lastErrors()).toEqual([]);
    expect(await scene.store.replay.run()).toEqual({ streams: 2, differences: [] });
  });

  it('is heard by every workflow once, those that stand still and those that begin meanwhile among them', async () => {
    const before = await Promise.all(['a', 'b', 'c'].map((name) => scene.askAsikkala(`${county}.${name}`)));
    await scene.store.workflows.give(step(`${county}.b`, 'pause', { reason: 'Selvitetään.' }));
    await scene.store.workflows.give(step(`${county}.c`, 'withdraw', { reason: 'Ei tarvita.' }));
    await change(own);
    await change(null);
    await change(own);
    const after = await scene.askAsikkala(`${county}.d`);
    await scene.startEngine();
    for (const workflow of [...before.slice(0, 2), after]) await known(workflow, 3);
    await quiet();
    const told = await Promise.all(
      [...before, after].map(async (workflow) => {
        const events = await scene.store.workflows.events(county, workflow, { after: 0, limit: 100 });
        return events.filter(({ type }) => type === 'LaddersChanged').length;
      }),
    );
    expect(told).toEqual([1, 1, 0, 0]);
    expect((await scene.lastErrors()).filter((said) => said !== 'more may come')).toEqual([]);
    expect(await scene.store.replay.run()).toEqual({ streams: 4, differences: [] });
  });
});
