import { addMs, instant } from '@app/domain';
import { everywhere } from '@app/store';
import { sql } from '../../../test/support/requests';
import { eventually } from '../test/eventually';
import { county, EngineScene } from '../test/running-engine';
import { quietLog, settingsWith } from '../test/settings';
import { startEngine } from './start-engine';

/** Monday 25 May 2026, nine in the morning in Helsinki. */
const monday = instant('2026-05-25T06:00:00Z');
const actor = { id: 'operator:test', role: 'operator' as const };

describe('mail that an operator has stopped', () => {
  let scene: EngineScene;
  beforeEach(async () => {
    scene = await EngineScene.open(monday);
  });
  afterEach(() => scene.close());

  const ops = () => scene.store.operations;
  const order = (scope: string, reason = 'Rekisteriä korjataan') => ({ scope, reason, actor });
  const statesOf = async (workflow: string) =>
    (await scene.notifications(workflow)).map(({ template, state, reply }) => `${template} ${state} ${reply ?? ''}`);
  const begin = async (workflow: string) => scene.beginAndDie(workflow, 60_000).then(() => 'began', String);

  it('is owed, does not leave from any engine, and leaves once after both switches are released', async () => {
    const ids = ['a', 'b'].map((name) => `${county}.${name}`);
    for (const id of ids) await scene.askAsikkala(id);
    expect(await ops().hold(order(county))).toEqual({ changed: true, underWay: 0 });
    expect(await ops().hold(order(county, 'Toinen syy'))).toEqual({ changed: false, underWay: 0 });
    expect(await ops().hold(order(everywhere, 'Huolto'))).toEqual({ changed: true, underWay: 0 });
    const [engine] = await Promise.all([scene.startEngine(), scene.startEngine()]);
    await scene.settle();
    expect(scene.inbox.messages()).toEqual([]);
    for (const id of ids) expect(await statesOf(id)).toEqual(['advance-assignment queued ']);
    expect((await ops().holds(county)).map(({ scope, reason, by }) => [scope, reason, by])).toEqual([
      ['*', 'Huolto', 'operator:test'],
      [county, 'Rekisteriä korjataan', 'operator:test'],
    ]);
    const health = await fetch(`http://127.0.0.1:${engine.port}/health/ready`);
    expect([health.status, await health.json()]).toMatchObject([200, { mailHeld: ['*', county] }]);
    expect(await ops().release(order('17'))).toBe(false);

    expect(await ops().release(order(everywhere))).toBe(true);
    await scene.settle();
    expect(scene.inbox.messages()).toEqual([]);
    await scene.setClock(addMs(monday, 60_000));
    expect(await ops().release(order(county))).toBe(true);
    await eventually('both have left', async () => {
      await scene.settle();
      const states = (await Promise.all(ids.map(statesOf))).flat();
      return states.every((state) => state.startsWith('advance-assignment accepted'));
    });
    await scene.settle();
    // One mail a day to one person.
    expect(new Set(scene.inbox.messages().map(({ messageId }) => messageId)).size).toBe(scene.inbox.messages().length);
    const told = await scene.store.workflows.events(county, `${county}.log`, { after: 0, limit: 10 });
    expect(told.map(({ type, data, actor: who }) => [type, data, who.id])).toEqual([
      ['MailHeld', { scope: 'county' }, 'operator:test'],
      ['MailHeld', { scope: 'installation' }, 'operator:test'],
      ['MailReleased', { scope: 'installation' }, 'operator:test'],
      ['MailReleased', { scope: 'county' }, 'operator:test'],
    ]);
    expect((await scene.store.replay.run()).differences).toEqual([]);
  });

  it('does not begin to leave once the switch is set, whatever an engine has read before', async () => {
    const [first, second] = [await scene.askAsikkala(`${county}.a`), await scene.askAsikkala(`${county}.b`)];
    expect(await begin(first)).toBe('began');
    // What is leaving is told to whoever stops the mail.
    expect(await ops().hold(order(everywhere))).toEqual({ changed: true, underWay: 1 });
    expect(await begin(second)).toBe('Error: The sending did not begin');
    expect(await scene.lastErrors()).toEqual(['mail is on hold']);
    await scene.askAsikkala(`${county}.c`);
    await expect(scene.gatherAndDie(60_000)).rejects.toThrow('The sending did not begin: lost');
    await ops().release(order(everywhere));

    // Sent by many at once while the switch goes on and off: whatever begins, begins before the switch has returned or after its release.
    const ids = Array.from({ length: 24 }, (_, index) => `${county}.m${index}`);
    for (const id of ids) await scene.askAsikkala(id);
    const sending = Promise.all(ids.map(begin));
    await ops().hold(order(county));
    const atReturn = await beingSent();
    await sending;
    expect(await beingSent()).toEqual(atReturn);
  });

  const beingSent = () =>
    sql(
      scene.database.superuserUrl,
      `select id, state from vuosikello.notification where state = 'sending' order by id`,
    );

  it('is stopped by the setting of one engine alone in the same way', async () => {
    const workflow = await scene.askAsikkala();
    const base = settingsWith({
      databaseUrl: scene.database.engineUrl,
      queue: { postgresUrl: scene.database.queueUrl },
    });
    const engine = await startEngine({ ...base, mail: { ...base.mail, mode: { kind: 'hold' } } }, quietLog);
    await scene.settle();
    await engine.stop();
    expect([await statesOf(workflow), scene.inbox.messages()]).toEqual([['advance-assignment queued '], []]);
    await scene.store.operations.hold(order(county));
    await scene.store.operations.release(order(county));
    await scene.startEngine();
    expect(await scene.mail(workflow, 'advance-assignment', 'accepted')).toBeDefined();
  });

  it('counts as sent where the journal says that it left before a restore, unless it is another mail by now', async () => {
    const [left, other, together] = ['left', 'other', 'together'].map((name) => `${county}.${name}`) as [
      string,
      string,
      string,
    ];
    for (const id of [left, other, together]) await scene.askAsikkala(id);
    const noteSent = (id: string, template: string, organisation: string) =>
      sql(
        scene.database.superuserUrl,
        `insert into vuosikello.sent_before select county, id, '${template}', '${organisation}', '<before@x.example.invalid>', '2026-05-20T06:00:00Z'
         from vuosikello.notification where workflow = '${id}'`,
      );
    await noteSent(left, 'advance-assignment', '016');
    await noteSent(together, 'advance-assignment', '016');
    await noteSent(other, 'reminder', '016');
    await scene.startEngine();
    await scene.settle();
    for (const id of [left, together])
      expect(
        (await scene.notifications(id)).map(({ state, reply, messageId, sentAt }) => [state, reply, messageId, sentAt]),
      ).toEqual([['accepted', 'sent before the restore', '<before@x.example.invalid>', '2026-05-20T06:00:00.000Z']]);
    expect((await scene.mail(other, 'advance-assignment', 'accepted')).messageId).not.toBe(
      '<before@x.example.invalid>',
    );
    expect(scene.inbox.messages()).toHaveLength(1);
    expect((await scene.store.replay.run()).differences).toEqual([]);
  });
});
