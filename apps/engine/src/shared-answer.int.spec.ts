import { instant } from '@app/domain';
import { EngineScene } from '../test/running-engine';
import { eventually } from '../test/eventually';

const asked = { asksFor: 'municipality-card/2025' };

let scene: EngineScene;
beforeEach(async () => {
  scene = await EngineScene.open(instant('2026-05-25T06:00:00Z'));
});
afterEach(() => scene.close());

const templatesOf = async (workflow: string) =>
  (await scene.notifications(workflow)).map(({ template, state }) => `${template} ${state}`).sort();

async function answer(workflow: string): Promise<void> {
  const given = await scene.store.workflows.give({
    county: '09',
    workflow,
    name: 'record-answer',
    data: { answers: { efforts: 'Liikuntaneuvonta.' } },
    actor: { id: 'contact:016', role: 'respondent' },
    commandId: `answer ${workflow}`,
    requestHash: workflow,
  });
  expect(given).toMatchObject({ outcome: 'accepted' });
}

it('a municipality that several workflows ask the same answers once: each knows, and it is asked no more', async () => {
  const [first, second] = [
    await scene.askAsikkala('09.a', '016', asked),
    await scene.askAsikkala('09.b', '016', asked),
  ];
  await scene.startEngine();
  await scene.settle();
  for (const workflow of [first, second]) await scene.mail(workflow, 'advance-assignment', 'accepted');

  await answer(first);
  // Today's mail has left: what is told beside the receipt comes on the next morning.
  await scene.settle();
  await scene.setClock(instant('2026-05-26T05:00:00Z'));
  const told = await scene.mail(second, 'answer-shared', 'accepted');
  expect(told.text).toContain('Käytämme samaa vastausta, joten muuta ei tarvita.');
  expect((await scene.store.workflows.read('09', second))?.state).toBe('received.answered');

  const third = await scene.askAsikkala('09.c', '016', asked);
  await scene.settle();
  await scene.setClock(instant('2026-05-27T05:00:00Z'));
  await scene.mail(third, 'answer-shared', 'accepted');
  expect(await eventually('done', async () => (await scene.work.counts()).dueNow === 0)).toBe(true);
  expect(await templatesOf(third)).toEqual(['advance-assignment suppressed', 'answer-shared accepted']);
  expect(await templatesOf(first)).toEqual([
    'advance-assignment accepted',
    'receipt accepted',
    'registry-copy accepted',
  ]);
  // Both requests came as one; the registry has the answer once, however many requests it serves.
  expect(scene.inbox.messages()).toHaveLength(5);
  expect((await scene.watcher.replay.run('09')).differences).toEqual([]);
});
