import { instant } from '@app/domain';
import { signedCheckpoint } from '../../../test/support/memory-log';
import { eventually } from '../test/eventually';
import { county, EngineScene } from '../test/running-engine';

/** Monday 2 November 2026, nine in the morning in Helsinki. */
const monday = instant('2026-11-02T07:00:00Z');
const december = instant('2026-12-01T07:00:00Z');

describe('the checkpoint of a county that is mailed to its registry', () => {
  let scene: EngineScene;
  beforeEach(async () => (scene = await EngineScene.open(monday)));
  afterEach(() => scene.close());

  const seal = async (): Promise<string> => {
    await eventually('a log that is complete', async () => {
      await scene.watcher.log.sequence(county);
      return (await scene.watcher.log.count(county)) === (await scene.watcher.log.head(county)).size;
    });
    let note = '';
    await scene.watcher.log.seal(county, 0, async ({ head }) => {
      note = signedCheckpoint(head.size, head.root);
      return { note, events: [] };
    });
    return note;
  };
  const mails = () => scene.notifications(`${county}.log`);
  const owe = () => scene.watcher.log.oweMonthlyCheckpoint(county);

  it('goes once a month as it was signed, however many look, and not before anything is signed', async () => {
    await scene.askAsikkala();
    expect(await owe()).toBe('not-signed');
    const note = await seal();
    const outcomes = await Promise.all([owe(), owe(), owe(), owe()]);
    expect(outcomes.sort()).toEqual(['owed', 'owed-before', 'owed-before', 'owed-before']);
    await scene.startEngine();
    await scene.settle();
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ template: 'log-checkpoint', state: 'accepted', to: { audience: 'registry' } });
    expect(mail?.text).toContain(`\n\n${note}\n`);
    const delivered = scene.inbox.messages().filter(({ subject }) => subject.includes('tarkistuspiste'));
    expect(delivered).toHaveLength(1);

    // Nobody waits for an hour of real time: the month of business time has begun.
    await scene.setClock(december);
    await eventually('owed', async () => (await mails()).length > 1);
    await scene.settle();
    expect((await mails()).map(({ id, state }) => [id, state])).toEqual([
      [`${county}.log.checkpoint-2026-11`, 'accepted'],
      [`${county}.log.checkpoint-2026-12`, 'accepted'],
    ]);
    // The log says of both that they were owed; what has been sent is on streams of their own.
    const log = await scene.watcher.log.count(county);
    await seal();
    const events = await scene.watcher.log.read({ county, limit: log, streams: [`${county}.log`] });
    expect(events.map(({ type }) => type)).toEqual(['CheckpointMailOwed', 'CheckpointMailOwed']);
  });
});
