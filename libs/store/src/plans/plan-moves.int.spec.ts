import type { Plan, PlanDate } from '@app/domain';
import { addDays, instant } from '@app/domain';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { DrivenCounty } from '../../../../test/support/driven-county';
import { exampleRegister, negotiationPlan } from '../../../../test/support/example-area';
import { coordinator } from '../../../../test/support/requests';

const register = exampleRegister();
const plan = negotiationPlan();
const negotiation = '09.hyte-negotiation-2026';
const organisations = register.organisations.map(({ id }) => id);
const morning = instant('2026-05-26T09:00:00+03:00');

let database: TestDatabase;
let county: DrivenCounty;
beforeEach(async () => {
  database = await createTestDatabase();
  county = await DrivenCounty.open(database, '09', instant('2026-03-12T10:00:00+02:00'));
  await county.store.plans.activate({ plan, register, actor: coordinator });
  const { dates } = (await county.read(negotiation)).context as { dates: Record<string, object> };
  await county.give(negotiation, 'record-planning', { heldOn: '2026-03-12' });
  await county.give(negotiation, 'fix-date', { negotiation: dates.negotiation });
  // After the hours in which mail goes: everything waits for the next morning.
  await county.driveTo(instant('2026-05-25T18:00:00+03:00'));
  expect(await county.give(negotiation, 'invite', {})).toBe(true);
});
afterEach(async () => {
  await county.close();
  await database.drop();
});

/** Everything from the reply date on comes so much later. */
function later(days: number, base: Plan = plan): Plan {
  const move = ({ weekday: _, ...date }: PlanDate): PlanDate => ({ ...date, on: addDays(date.on, days) });
  return {
    ...base,
    entries: base.entries.map((entry) => {
      if (`09.${entry.id}` !== negotiation) return entry;
      const first = entry.dates.assignmentDue?.on ?? '';
      const dates = Object.entries(entry.dates).map(([name, date]) => [name, date.on < first ? date : move(date)]);
      return { ...entry, dates: Object.fromEntries(dates) as typeof entry.dates };
    }),
  };
}

const activate = (changed: Plan, reason = 'Sali oli varattu.') =>
  county.store.plans.activate({ plan: changed, register, actor: coordinator, reason });

async function mailsTo(organisation: string) {
  const { items } = await county.store.notifications.list('09', {}, { limit: 1_000 });
  return items.filter(({ to }) => to.organisation === organisation).map(({ template, state }) => [template, state]);
}

it('a request that has not left yet is asked once, by the new date', async () => {
  const answer = await activate(later(7));
  if (answer.outcome !== 'activated') throw new Error(answer.outcome);
  const { suppressed, owed } = answer.preview.changes[0]?.mails ?? { suppressed: [], owed: [] };
  expect(suppressed.map(({ template }) => template)).toEqual(organisations.map(() => 'advance-assignment'));
  expect(owed.filter(({ template }) => template === 'advance-assignment')).toHaveLength(organisations.length);

  await county.driveTo(morning);
  for (const organisation of organisations) {
    const mails = await mailsTo(organisation);
    const asked = mails.filter(([template]) => template === 'advance-assignment').sort();
    expect([organisation, asked]).toEqual([
      organisation,
      [
        ['advance-assignment', 'accepted'],
        ['advance-assignment', 'suppressed'],
      ],
    ]);
    expect(mails).toContainEqual(['invitation', 'accepted']);
    expect(mails).toContainEqual(['rescheduled', 'accepted']);
  }
});

it('a request whose mail is still held when its date moves is told with the link, whoever moves it and however often', async () => {
  county.holdMail(true);
  await county.driveTo(morning);
  await activate(later(7));
  await county.driveTo(instant('2026-05-26T13:00:00+03:00'));
  await activate(later(14), 'Sali siirtyi taas.');
  county.holdMail(false);
  await county.driveTo(instant('2026-05-26T15:00:00+03:00'));

  const { items } = await county.store.notifications.list('09', {}, { limit: 1_000 });
  for (const organisation of organisations) {
    const mails = items.filter(({ to, state }) => to.organisation === organisation && state === 'accepted');
    const told = mails.filter(({ template }) => template === 'rescheduled');
    expect([organisation, mails.map(({ template }) => template).sort()]).toEqual([
      organisation,
      ['invitation', 'rescheduled', 'rescheduled'],
    ]);
    expect(told.every(({ link, workflow }) => link && workflow === `${negotiation}.answer-${organisation}`)).toBe(true);
  }
});

it('answers that come at the same moment are not lost, and keep the day they were asked by', async () => {
  await county.driveTo(morning);
  const answering = organisations.slice(0, 8).map((organisation) => {
    const workflow = `${negotiation}.answer-${organisation}`;
    return county.store.workflows.give({
      county: '09',
      workflow,
      name: 'record-answer',
      data: { answers: { efforts: 'Liikuntaa.' } },
      actor: coordinator,
      commandId: workflow,
      requestHash: workflow,
    });
  });
  const [activated, ...answers] = await Promise.all([activate(later(7)), ...answering]);
  expect(activated.outcome).toBe('activated');
  expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['accepted']));
  await county.settle();

  const { context, deadlines } = await county.read(negotiation);
  expect(deadlines.answersCompiled?.dueOn).toBe('2026-08-28');
  const noted = Object.entries((context as { answers: Record<string, string> }).answers);
  expect(
    noted
      .filter(([, answer]) => answer === 'answered')
      .map(([id]) => id)
      .sort(),
  ).toEqual(organisations.slice(0, 8).sort());
  for (const organisation of organisations.slice(8)) {
    const request = await county.read(`${negotiation}.answer-${organisation}`);
    expect(request.deadlines.answer).toMatchObject({ dueOn: '2026-08-24', status: 'open' });
  }
  expect((await county.store.replay.run()).differences).toEqual([]);
});

it('steps that the coordinator takes at the same moment are taken before or after, never over one another', async () => {
  await county.driveTo(instant('2026-08-21T10:00:00+03:00'));
  const compile = {
    county: '09',
    workflow: negotiation,
    name: 'compile-answers',
    data: {},
    actor: coordinator,
    commandId: 'compile',
    requestHash: 'compile',
  };
  const [activated, compiled] = await Promise.all([activate(later(7)), county.store.workflows.give(compile)]);
  await county.settle();
  const { state, deadlines } = await county.read(negotiation);
  if (compiled.outcome === 'accepted') {
    // The dates that had happened by then stayed; the negotiation itself moved.
    expect([state, activated.outcome]).toEqual(['open.awaiting-negotiation', 'activated']);
    expect(deadlines.negotiation?.dueOn).toBe('2026-09-03');
  } else {
    expect([state, activated.outcome]).toEqual(['open.awaiting-answers', 'activated']);
    expect(deadlines.answersCompiled?.dueOn).toBe('2026-08-28');
  }
  expect((await county.store.replay.run()).differences).toEqual([]);
});

it('moved there and back, everything stands as it did, and the log tells both', async () => {
  await county.driveTo(morning);
  const before = (await county.read(negotiation)).deadlines;
  await activate(later(7), 'Sali oli varattu.');
  await county.settle();
  await activate(plan, 'Sali vapautui.');
  await county.settle();
  const { deadlines } = await county.read(negotiation);
  expect(deadlines.answersCompiled).toEqual({ ...before.answersCompiled, setNo: 3 });
  const events = await county.store.workflows.events('09', negotiation, { after: 0, limit: 1_000 });
  expect(events.filter(({ type }) => type === 'DatesChanged').map(({ note, actor }) => [note, actor.id])).toEqual([
    ['Sali oli varattu.', coordinator.id],
    ['Sali vapautui.', coordinator.id],
  ]);
  expect((await county.store.plans.revisions('09', plan.year)).map(({ reason }) => reason)).toEqual([
    'Sali vapautui.',
    'Sali oli varattu.',
    null,
  ]);
});
