import type { Plan, PlanEntry } from '@app/domain';
import { civilDate, instant } from '@app/domain';
import { exampleRegister, negotiationPlan } from '../../../../test/support/example-area';
import type { Given } from '../../../../test/support/given';
import { begin, toInvitation } from '../../../../test/support/negotiation-stages';
import { withChildren } from '../../../../test/support/started-workflows';
import type { Instance } from '../kernel/instance';
import { planChanges } from './plan-changes';
import type { KnownMail, Surroundings } from './plan-preview';
import { planPreview } from './plan-preview';
import { planSteps } from './plan-steps';

const register = exampleRegister();
const plan = negotiationPlan();
const id = 'hyte-negotiation-2026';
const workflow = `09.${id}`;
const parties = 21;

function dated(dates: Record<string, string>): Plan {
  const change = (entry: PlanEntry): PlanEntry => {
    const moved = Object.entries(dates).map(([name, on]) => [name, { ...entry.dates[name], on }]);
    return { ...entry, dates: { ...entry.dates, ...(Object.fromEntries(moved) as PlanEntry['dates']) } };
  };
  return { ...plan, entries: plan.entries.map((entry) => (entry.id === id ? change(entry) : entry)) };
}

const aWeekLater = dated({ assignmentDue: '2026-08-24', answersCompiled: '2026-08-28', negotiation: '2026-09-03' });

/** The reminders and mails that these workflows have to come and have owed by their last command. */
function surroundingsOf(standing: Given[], isUnsent: boolean): Omit<Surroundings, 'instances'> {
  return {
    rungs: standing.flatMap(({ instance, effects }) =>
      effects.timers.flatMap(({ deadline, setNo, rung, at }) =>
        rung === null ? [] : [{ workflow: instance.id, deadline, setNo, rung, at }],
      ),
    ),
    mails: standing.flatMap(({ instance, effects }) =>
      effects.notifications.map(({ id: notification, template, to, deadline = null, data }): KnownMail => ({
        notification,
        workflow: instance.id,
        template,
        organisation: to.organisation,
        deadline,
        data,
        isUnsent,
        sentAt: isUnsent ? null : instant('2026-05-25T06:00:00Z'),
      })),
    ),
  };
}

type Scene = { at: string; instances: Map<string, Instance>; standing: Given[]; isUnsent?: boolean };

function preview(after: Plan, { at, instances, standing, isUnsent = false }: Scene) {
  const now = instant(at);
  const changes = planChanges(plan, after, { instances, register, today: civilDate(at.slice(0, 10)) });
  const giving = {
    county: '09',
    actor: { id: 'key:test', role: 'coordinator' as const },
    now,
    reason: 'Sali oli varattu.',
    commandIdOf: (entry: string) => entry,
  };
  const { steps, findings } = planSteps(changes, instances, giving);
  return planPreview(
    { revision: 1, isSamePlan: after === plan, now },
    { ...changes, findings: [...changes.findings, ...findings] },
    steps,
    { instances, ...surroundingsOf(standing, isUnsent) },
  );
}

/** The parties were invited in the morning, or after the hours in which mail goes. */
function invitedScene(at: string, invitedAt = '2026-05-25T09:00:00+03:00', isUnsent = false): Scene {
  const parent = toInvitation().when('invite', {}, { at: invitedAt });
  const { instances, children } = withChildren(parent, invitedAt);
  return { at, instances, standing: [parent, ...children], isUnsent };
}

it('of the plan in force says that nothing changes', () => {
  expect(preview(plan, invitedScene('2026-05-26T09:00:00+03:00'))).toMatchObject({
    unchanged: true,
    started: [],
    changes: [],
    findings: [],
  });
});

it('of a negotiation that moves tells what moves in it and in every request', () => {
  const { unchanged, findings, changes } = preview(aWeekLater, invitedScene('2026-05-26T09:00:00+03:00'));
  expect([unchanged, findings, changes.length]).toEqual([false, [], 1]);
  const [change] = changes;
  expect(change?.dates.map(({ name }) => name)).toEqual(['assignmentDue', 'answersCompiled', 'negotiation']);
  expect(change?.deadlines).toContainEqual({
    workflow,
    name: 'answersCompiled',
    title: { fi: 'Koosta vastaukset', sv: 'Sammanställ svaren', en: 'Compile the answers' },
    from: '2026-08-21',
    to: '2026-08-28',
  });
  expect(change?.deadlines.filter(({ name }) => name === 'answer')).toHaveLength(parties);
  expect(change?.mails.moved).toContainEqual({
    workflow: `${workflow}.answer-016`,
    deadline: 'answer',
    rung: 'T-7',
    from: '2026-08-10',
    to: '2026-08-17',
  });
  const owed = change?.mails.owed.filter(({ template }) => template === 'rescheduled') ?? [];
  expect(new Set(owed.map(({ organisation }) => organisation)).size).toBe(parties);
});

it('names the mails that told the old dates, and calls back those that wait to be sent', () => {
  const sent = preview(aWeekLater, invitedScene('2026-05-26T09:00:00+03:00')).changes[0]?.mails;
  expect(sent?.sent.filter(({ template }) => template === 'invitation')).toHaveLength(parties);
  expect(sent?.sent.filter(({ template }) => template === 'advance-assignment')).toHaveLength(parties);
  expect(sent?.suppressed).toEqual([]);
  const inTheEvening = invitedScene('2026-05-25T19:00:00+03:00', '2026-05-25T18:00:00+03:00', true);
  const queued = preview(aWeekLater, inTheEvening).changes[0]?.mails;
  expect(queued?.suppressed.filter(({ template }) => template === 'advance-assignment')).toHaveLength(parties);
  // Asked anew, with the new date, in the same morning's mail.
  expect(queued?.owed.filter(({ template }) => template === 'advance-assignment')).toHaveLength(parties);
  expect(queued?.sent.map(({ template, sentAt }) => [template, sentAt])).toEqual(
    Array.from({ length: parties }, () => ['invitation', null]),
  );
});

it('does not name mails that told other dates', () => {
  const { changes } = preview(dated({ closed: '2027-02-05' }), invitedScene('2026-05-26T09:00:00+03:00'));
  expect(changes[0]?.mails).toMatchObject({ sent: [], moved: [], owed: [], suppressed: [] });
});

it('drops the reminders that the new date leaves no time for, and takes up those it gives time for again', () => {
  const parent = begin();
  const instances = new Map([[parent.instance.id, parent.instance]]);
  const scene = { at: '2026-03-10T09:00:00+02:00', instances, standing: [parent] };
  const earlier = preview(dated({ planning: '2026-03-13' }), scene);
  expect(earlier.changes[0]?.mails).toMatchObject({
    dropped: [{ deadline: 'planning', rung: 'T-7', from: '2026-03-05' }],
    moved: [{ deadline: 'planning', rung: 'overdue', from: '2026-03-13', to: '2026-03-16' }],
  });
  const fired = surroundingsOf([parent], false).rungs.filter(({ rung }) => rung !== 'T-7');
  expect(fired).toHaveLength(1);
  const later = preview(dated({ planning: '2026-03-26' }), {
    ...scene,
    standing: [{ ...parent, effects: without('T-7', parent) }],
  });
  expect(later.changes[0]?.mails.added).toEqual([{ workflow, deadline: 'planning', rung: 'T-7', to: '2026-03-19' }]);
});

it('turns the refusal of a command into a finding, with the refusal’s own code and words', () => {
  const scene = invitedScene('2026-05-26T09:00:00+03:00');
  const { findings, changes, unchanged } = preview(dated({ negotiation: '2026-08-18' }), scene);
  expect(findings).toMatchObject([{ code: 'hyte-negotiation/dates-out-of-order', severity: 'error', entry: id }]);
  expect(findings[0]?.message.en).toContain('The summary of answers must come before');
  expect(unchanged).toBe(false);
  expect(changes).toMatchObject([{ entry: id, workflow, deadlines: [] }]);
});

function without(rung: string, { effects }: Given): Given['effects'] {
  return { ...effects, timers: effects.timers.filter((timer) => timer.rung !== rung) };
}
