import { instant } from '@app/domain';
import { type Accepted, addStep, emptyUnit, type Json, type Unit } from '@app/workflows';
import { negotiation } from '../../../../test/support/example-paths';
import { hearPublications } from './hear-publications';

const asksFor = 'efforts/2026';
const answered = {
  topic: `answer/016/${asksFor}`,
  workflow: '09.earlier',
  seq: 7,
  ord: '3',
  data: JSON.stringify({
    matter: { fi: 'Kysely', sv: 'Enkät', en: 'Survey' },
    answeredOn: '2026-05-20',
    answers: { efforts: 'Liikunta.' },
    onBehalf: false,
  }),
};

/** The invitation of the year's negotiation, whose requests ask what others ask too. */
function invitation(): Unit {
  const steps = negotiation();
  const place = steps.findIndex(({ instance }) => instance.state === 'open.awaiting-answers');
  const [before, invited] = steps.slice(place - 1, place + 1);
  if (!before || !invited) throw new Error('nobody is invited');
  const children = invited.effects.children.map((child) => ({
    ...child,
    data: { ...(child.data as object), asksFor },
  }));
  const step: Accepted = {
    accepted: true,
    events: invited.events.slice(before.events.length),
    instance: invited.instance,
    effects: { ...invited.effects, children: children },
  };
  const unit = emptyUnit(before.instance, before.instance.version, 2026, instant('2026-05-25T06:00:00.000Z'));
  addStep(unit, step, { commandId: 'invite', requestHash: 'h' });
  return unit;
}

const finding =
  (rows: object[]) =>
  <Row>() =>
    Promise.resolve(rows as Row[]);

const stateOf = ({ started }: Unit, organisation: string) =>
  started.find(({ instance }) => (instance.context as { organisation: Json }).organisation === organisation)?.instance;

describe('a child that follows what was published before', () => {
  it("hears of it in its parent's step, and is not sent", async () => {
    const unit = invitation();
    await hearPublications(finding([answered]), '09', [unit]);
    const child = stateOf(unit, '016');
    expect(child).toMatchObject({ state: 'received.answered', context: { sharedFrom: { from: '09.earlier' } } });
    const mails = unit.notifications.filter(({ workflow }) => workflow === child?.id);
    expect(mails.map(({ template, state }) => [template, state])).toEqual([
      ['advance-assignment', 'suppressed'],
      ['answer-shared', 'queued'],
    ]);
    expect(unit.work.filter(({ instance, kind }) => instance === child?.id && kind !== 'mail')).toEqual([]);
    expect(unit.work.filter(({ kind }) => kind === 'command')).toMatchObject([
      { instance: unit.instance.id, payload: { command: 'note-answer', from: child?.id, data: { shared: true } } },
    ]);
    expect(stateOf(unit, '111')?.state).toBe('open.requested');
    expect(unit.commands).toMatchObject([{ id: 'invite', version: unit.instance.version }]);
    expect(unit.following.begun.map(({ seen }) => seen).filter((seen) => seen !== '0')).toEqual(['3']);
  });

  it('leaves to the engine, and so to a person, what it refuses', async () => {
    const unit = invitation();
    await hearPublications(finding([{ ...answered, data: '{"nothing":true}' }]), '09', [unit]);
    expect(stateOf(unit, '016')?.state).toBe('open.requested');
    expect(unit.work.filter(({ kind }) => kind === 'command')).toMatchObject([
      { dedupeKey: `published:09.earlier@7/${stateOf(unit, '016')?.id}`, payload: { command: 'share-answer' } },
    ]);
  });
});
