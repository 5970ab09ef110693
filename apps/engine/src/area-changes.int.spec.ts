import { addMs, type Instant, instant, type Register } from '@app/domain';
import type { Store } from '@app/store';
import { type AreaChange, changedExample, merger, transfer } from '../../../test/support/changed-area';
import { plannedEntry } from '../../../test/support/example-area';
import { sql } from '../../../test/support/requests';
import { eventually } from '../test/eventually';
import { EngineScene } from '../test/running-engine';
import { quietLog } from '../test/settings';
import { ChangeHandler } from './work/change.handler';

const coordinator = { id: 'key:test', role: 'coordinator' as const };
const newYear = instant('2026-01-02T06:00:00Z');
/** Monday, nine in the morning in Helsinki: the parties are asked. */
const monday = instant('2026-05-25T06:00:00Z');
/** 8 June 2026 begins in Helsinki. */
const changeDay = instant('2026-06-07T21:00:00Z');
/** Nine in the morning: what is owed may go. */
const thatMorning = instant('2026-06-08T06:00:00Z');
const next = instant('2026-06-09T06:00:00Z');

describe('a change of the area', () => {
  let scene: EngineScene;
  const first = '09.neuvottelu-1';

  /** A negotiation whose parties have all been asked, the mails sent, and Padasjoki has answered. */
  async function openNegotiations(...ids: string[]): Promise<void> {
    scene = await EngineScene.open(newYear);
    for (const id of ids) await start(id);
    await scene.setClock(monday);
    for (const id of ids) await invite(id);
  }

  async function start(
    id: string,
    takesPart: (party: { organisation: string }) => boolean = () => true,
  ): Promise<void> {
    const planned = plannedEntry('hyte-negotiation-2026');
    const { definition } = planned;
    const input = planned.data as { parties: { organisation: string }[] };
    const data = { ...input, parties: input.parties.filter(takesPart) };
    const request = { county: '09', id, definition, data, actor: coordinator, commandId: id, requestHash: id };
    expect((await scene.store.workflows.start(request)).outcome).toBe('accepted');
  }

  async function give(workflow: string, name: string, data: object = {}): Promise<void> {
    const commandId = `${workflow} ${name}`;
    const request = { county: '09', workflow, name, data, actor: coordinator, commandId, requestHash: commandId };
    expect(await scene.store.workflows.give(request)).toMatchObject({ outcome: 'accepted' });
  }

  async function invite(id: string): Promise<void> {
    await give(id, 'record-planning', { heldOn: '2026-03-12' });
    await give(id, 'fix-date', { negotiation: { on: '2026-08-27', at: '08:30', basis: 'agreed' } });
    await give(id, 'invite');
    await give(`${id}.answer-576`, 'record-answer', { answers: { efforts: 'Liikunta.' } });
  }

  /** Claims the change as an engine would that carries it out in one workflow and dies. Its lease ends soon. */
  async function doTheFirstAndDie(): Promise<void> {
    const change = (await scene.work.claimDue(1000, 200)).find(({ kind }) => kind === 'change');
    if (change?.kind !== 'change') throw new Error('The change is not due');
    let given = 0;
    const giveAsEngine: Store['workflows']['giveAsEngine'] = (request) => {
      given += 1;
      if (given > 1) throw new Error('killed');
      return scene.watcher.workflows.giveAsEngine(request);
    };
    const list: Store['workflows']['list'] = (...asked) => scene.watcher.workflows.list(...asked);
    const dying = { ...scene.watcher, workflows: { list, giveAsEngine } } as unknown as Store;
    await expect(new ChangeHandler(dying, quietLog).handle(change)).rejects.toThrow('killed');
  }

  async function at(now: Instant): Promise<void> {
    await scene.setClock(now);
    await scene.settle();
  }

  const read = async (id: string) => {
    const workflow = await scene.store.workflows.read('09', id);
    if (!workflow) throw new Error(id);
    return workflow;
  };
  type Context = { parties: { organisation: string }[]; answers: Record<string, string>; organisation: string };
  const contextOf = async (id: string) => (await read(id)).context as unknown as Context;
  const partiesOf = async (id: string) => (await contextOf(id)).parties.map(({ organisation }) => organisation);
  const changesIn = async (id: string) =>
    (await scene.store.workflows.events('09', id, { after: 0, limit: 1000 })).filter(
      ({ type }) => type === 'PartiesChanged',
    );
  const mailsTo = async (organisation: string) =>
    (
      await sql<{ what: string }>(
        scene.database.superuserUrl,
        `select template || ' ' || state as what from vuosikello.notification where organisation = $1 order by owed_at, template`,
        [organisation],
      )
    ).map(({ what }) => what);
  const work = () =>
    sql<{ key: string; state: string; due: string }>(
      scene.database.superuserUrl,
      `select dedupe_key as key, state, vuosikello.instant(due_at) as due from vuosikello.work_item where kind = 'change' order by id`,
    );
  const importing = (register: Register) => scene.store.register.import(register);

  afterEach(() => scene.close());

  it('is carried out on its day: open requests move once, what was answered stays, nobody is written to twice', async () => {
    await openNegotiations(first);
    await scene.startEngine();
    await scene.settle();
    const asked = ['advance-assignment accepted', 'invitation accepted'];
    expect(await mailsTo('098')).toEqual(asked);
    const changed = changedExample([
      merger('2026-06-08', ['016'], '098'),
      merger('2026-06-08', ['081', '576'], '999'),
      transfer('2026-06-08', '142'),
    ]);
    await importing(changed);
    await at(addMs(changeDay, -1));
    expect(await changesIn(first)).toEqual([]);
    await at(changeDay);
    expect((await work()).map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    await at(thatMorning);
    const { answers } = await contextOf(first);
    expect(answers).toMatchObject({ '016': 'withdrawn', '098': 'asked', '576': 'answered', '142': 'withdrawn' });
    expect(answers).toMatchObject({ '999': 'asked' });
    expect(answers).not.toHaveProperty('081');
    expect((await partiesOf(first)).filter((id) => ['016', '081', '576', '142'].includes(id))).toEqual([]);
    expect((await contextOf(`${first}.answer-081`)).organisation).toBe('999');
    expect((await read(`${first}.answer-576`)).state).toBe('received.answered');
    expect((await read(`${first}.answer-142`)).status).toBe('cancelled');
    expect(await mailsTo('098')).toEqual(asked);
    expect(await mailsTo('999')).toEqual(asked);
    expect(await mailsTo('081')).toEqual([...asked, 'reminder suppressed']);
    expect(await mailsTo('576')).toEqual(['advance-assignment suppressed', 'invitation accepted', 'receipt accepted']);
    expect(await mailsTo('016')).toEqual([...asked, 'cancelled accepted']);
    expect(await mailsTo('142')).toEqual([...asked, 'cancelled accepted']);
    const addressed = scene.inbox.messages().map(({ messageId }) => messageId);
    expect(new Set(addressed).size).toBe(addressed.length);

    const events = (await changesIn(first)).length;
    expect((await importing(changed)).changes).toEqual([]);
    await at(next);
    expect((await changesIn(first)).length).toBe(events);
    expect((await work()).map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    expect(await scene.store.replay.run()).toMatchObject({ differences: [] });
  });

  it('is begun again where a process died between two workflows, and doubles nothing', async () => {
    const second = '09.neuvottelu-2';
    await openNegotiations(first, second);
    await importing(changedExample([merger('2026-06-08', ['016', '081'], '999')]));
    await scene.setClock(changeDay);
    await doTheFirstAndDie();
    expect([await changesIn(first), await changesIn(second)]).toMatchObject([{ length: 1 }, { length: 0 }]);
    await scene.startEngine();
    await eventually('carried out', async () => (await work())[0]?.state === 'done');
    expect([await changesIn(first), await changesIn(second)]).toMatchObject([{ length: 1 }, { length: 1 }]);
    await sql(scene.database.superuserUrl, `update vuosikello.work_item set state = 'pending' where kind = 'change'`);
    await at(thatMorning);
    expect([await changesIn(first), await changesIn(second)]).toMatchObject([{ length: 1 }, { length: 1 }]);
    const invitations = (await mailsTo('999')).filter((mail) => mail.startsWith('invitation'));
    expect(invitations).toEqual(['invitation accepted', 'invitation accepted']);
    expect(await scene.store.replay.run()).toMatchObject({ differences: [] });
  });

  it('may lead into the same municipality as others of that moment: it joins once', async () => {
    await openNegotiations(first);
    await importing(
      changedExample(['016', '081', '098', '111'].map((id): AreaChange => merger('2026-06-08', [id], '999'))),
    );
    await scene.setClock(changeDay);
    await Promise.all([scene.startEngine(), scene.startEngine()]);
    // Whoever was refused because another had let it join meanwhile is tried again, soon after.
    for (const minutes of [1, 2, 3, 15]) await at(addMs(changeDay, minutes * 60_000));
    expect((await work()).map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done']);
    const parties = (await partiesOf(first)).filter((id) => ['016', '081', '098', '111', '999'].includes(id));
    expect(parties).toEqual(['999']);
    const { answers } = await contextOf(first);
    const asked = ['016', '081', '098', '111', '999'].map((id) => answers[id]);
    expect(asked.filter((answer) => answer === 'asked')).toEqual(['asked']);
    await at(thatMorning);
    expect((await mailsTo('999')).filter((mail) => mail.startsWith('invitation'))).toEqual(['invitation accepted']);
    expect(await scene.store.replay.run()).toMatchObject({ differences: [] });
  });

  it('has its work once, moved with its date, and cancelled when the register says it no more', async () => {
    await openNegotiations(first);
    const key = 'change:09:merger:016>098';
    const on = (day: string) => changedExample([merger(day, ['016'], '098')]);
    await importing(on('2026-06-08'));
    await importing(on('2026-06-08'));
    expect(await work()).toEqual([{ key, state: 'pending', due: '2026-06-07T21:00:00.000Z' }]);
    await importing(on('2026-12-01'));
    expect(await work()).toEqual([{ key, state: 'pending', due: '2026-11-30T22:00:00.000Z' }]);
    await importing(changedExample([]));
    expect(await work()).toMatchObject([{ state: 'cancelled' }]);
    await scene.startEngine();
    await at(thatMorning);
    expect(await partiesOf(first)).toContain('016');
    // Its day has passed: it is carried out at once, and with another past date nothing is left to do.
    await importing(on('2026-06-05'));
    await scene.settle();
    expect(await partiesOf(first)).not.toContain('016');
    await importing(on('2026-06-04'));
    await scene.settle();
    expect([await changesIn(first), await work()]).toMatchObject([{ length: 1 }, [{ state: 'done' }]]);
  });

  it('does not wait in the others for a workflow that refuses it, which a person has to look at', async () => {
    const lonely = '09.neuvottelu-0';
    await openNegotiations(first);
    await start(lonely, ({ organisation }) => organisation === '142');
    await scene.startEngine();
    await importing(changedExample([transfer('2026-05-25', '142')]));
    const isRefusal = (said: string) => said.includes('refused');
    const said = await eventually('failed', async () => (await scene.lastErrors()).find(isRefusal));
    expect(said).toBe(`${lonely} refused: hyte-negotiation/no-parties`);
    expect([await partiesOf(first), await partiesOf(lonely)]).toEqual([expect.not.arrayContaining(['142']), ['142']]);
  });
});
