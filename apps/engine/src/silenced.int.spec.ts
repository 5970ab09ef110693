import { addMs, instant, type Instant } from '@app/domain';
import type { SmtpFault } from '@app/embedded';
import { eventually } from '../test/eventually';
import { EngineScene } from '../test/running-engine';

/** Monday 25 May 2026, nine in the morning in Helsinki. */
const monday = instant('2026-05-25T06:00:00Z');
const tuesdayMorning = instant('2026-05-26T05:00:00Z');
const dayMs = 86_400_000;

describe('an organisation that is not written to for a while', () => {
  let scene: EngineScene;
  let fault: SmtpFault;

  beforeEach(async () => {
    fault = () => 'accept';
    scene = await EngineScene.open(monday, { fault: (message, session) => fault(message, session) });
  });
  afterEach(() => scene.close());

  const coordinator = { id: 'key:09-00000001', role: 'coordinator' as const };
  let requests = 0;
  const silenceUntil = async (untilOn: string) => {
    const request = `silence-${(requests += 1)}`;
    const asked = {
      county: '09',
      organisation: '016',
      untilOn: untilOn as never,
      reason: 'Käyttökatko',
      actor: coordinator,
    };
    const answer = await scene.store.silences.begin({ ...asked, request });
    if (answer.outcome === 'unknown-organisation') throw new Error(answer.outcome);
    return answer.silence.id;
  };
  const statesOf = async (workflow: string) =>
    (await scene.notifications(workflow)).map(({ template, state, reply }) => [template, state, reply]);
  const at = async (now: Instant) => {
    await scene.setClock(now);
    await scene.settle();
  };

  it('is asked on the morning after, and on the next one where the silence is ended early', async () => {
    const silence = await silenceUntil('2026-06-30');
    const workflow = await scene.askAsikkala();
    await scene.startEngine();
    await scene.settle();
    expect(await statesOf(workflow)).toEqual([['advance-assignment', 'queued', null]]);
    expect(await scene.store.silences.end('09', silence, coordinator)).toBe(true);
    await at(tuesdayMorning);
    expect(await statesOf(workflow)).toMatchObject([['advance-assignment', 'accepted', expect.any(String)]]);
    expect((await scene.store.replay.run()).differences).toEqual([]);
  });

  it('gets no reminder, and its date stands', async () => {
    const workflow = await scene.askAsikkala();
    await scene.startEngine();
    await scene.settle();
    await silenceUntil('2026-08-04');
    await at(instant('2026-08-03T05:00:00Z'));
    expect(await statesOf(workflow)).toMatchObject([
      ['advance-assignment', 'accepted', expect.any(String)],
      ['reminder', 'suppressed', 'organisation-silenced'],
    ]);
    expect((await scene.store.workflows.read('09', workflow))?.deadlines.answer).toMatchObject({ dueOn: '2026-08-17' });
  });

  it('does not get what waits in the mail of the day', async () => {
    fault = () => ({ reply: 451, text: '4.7.1 not now' });
    const workflow = await scene.askAsikkala();
    await scene.startEngine();
    await eventually('put off', async () => (await scene.notifications(workflow))[0]?.state === 'deferred');
    fault = () => 'accept';
    await silenceUntil('2026-05-26');
    await at(addMs(monday, 20 * 60_000));
    expect(scene.inbox.messages()).toEqual([]);
    expect(await statesOf(workflow)).toMatchObject([['advance-assignment', 'deferred', '451 4.7.1 not now']]);
    await at(addMs(tuesdayMorning, dayMs));
    expect(scene.inbox.messages()).toHaveLength(1);
  });
});
