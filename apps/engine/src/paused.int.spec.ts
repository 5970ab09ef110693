import { instant } from '@app/domain';
import { plannedStarts } from '@app/workflows';
import { examplePlan, exampleRegister } from '../../../test/support/example-area';
import { begin, step } from '../../../test/support/requests';
import { county, EngineScene } from '../test/running-engine';
import { eventually } from '../test/eventually';

const reason = { reason: 'Kunta selvittää asiaa.' };
const parent = `${county}.neuvottelu`;

describe('the engine leaves alone what is paused', () => {
  let scene: EngineScene;
  const at = (time: string) => scene.setClock(instant(time));
  const give = async (workflow: string, name: string, data: Parameters<typeof step>[2] = reason) =>
    expect(await scene.store.workflows.give(step(workflow, name, data))).toMatchObject({ outcome: 'accepted' });
  const quiet = () => eventually('all done', async () => (await scene.work.counts()).dueNow === 0);
  const templates = async (workflow: string) =>
    (await scene.notifications(workflow)).map(({ template }) => template).sort();

  beforeEach(async () => {
    scene = await EngineScene.open(instant('2026-05-25T09:00:00+03:00'));
    await scene.startEngine();
  });
  afterEach(() => scene.close());

  it('over its reminders and its date, and goes on with what comes after that', async () => {
    const workflow = await scene.askAsikkala();
    await scene.mail(workflow, 'advance-assignment', 'accepted');
    await give(workflow, 'pause');
    await at('2026-08-24T09:00:00+03:00');
    await quiet();
    expect(await templates(workflow)).toEqual(['advance-assignment']);
    await give(workflow, 'resume');
    await eventually('passed', async () =>
      (await scene.store.workflows.read(county, workflow))?.state === 'open.overdue' ? true : undefined,
    );
    expect(await templates(workflow)).toEqual(['advance-assignment']);
    await at('2026-08-25T08:00:00+03:00');
    await scene.mail(workflow, 'overdue', 'accepted');
    expect(await templates(workflow)).toEqual(['advance-assignment', 'overdue', 'overdue']);
    expect(await scene.store.replay.run()).toEqual({ streams: 1, differences: [] });
  });

  it('with its children, and puts nothing aside because of those that have ended', async () => {
    await at('2026-03-12T12:00:00+02:00');
    const [start] = plannedStarts(examplePlan(), exampleRegister()).starts;
    if (!start) throw new Error('nothing is planned');
    await scene.store.workflows.start(begin(parent, start.definition, start.data, { year: 2026, entry: start.entry }));
    await give(parent, 'record-planning', { heldOn: '2026-03-12' });
    await give(parent, 'fix-date', { negotiation: { on: '2026-08-27', basis: 'agreed' } });
    await at('2026-05-25T09:00:00+03:00');
    await give(parent, 'invite', {});
    await give(`${parent}.answer-016`, 'withdraw');
    await quiet();
    const children = (await scene.store.workflows.children(county, parent)).map(({ id }) => id);
    const paused = async () => {
      const read = await Promise.all(children.map((id) => scene.store.workflows.read(county, id)));
      return read.filter((child) => child?.life.paused).length;
    };
    await give(parent, 'pause');
    await eventually('all paused', async () => ((await paused()) === children.length - 1 ? true : undefined));
    await give(parent, 'resume');
    await eventually('all go on', async () => ((await paused()) === 0 ? true : undefined));
    // One right after the other: in whatever order the children hear of it, none stands still.
    await give(parent, 'pause');
    await give(parent, 'resume');
    await scene.settle();
    expect(await paused()).toBe(0);
    expect(await scene.lastErrors()).toEqual([]);
    expect(await scene.store.replay.run()).toEqual({ streams: children.length + 1, differences: [] });
  });
});
