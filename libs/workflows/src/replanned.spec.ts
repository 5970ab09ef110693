import { civilDate, type PlanEntry } from '@app/domain';
import fc from 'fast-check';
import { examplePlan } from '../../../test/support/example-area';
import type { Given } from '../../../test/support/given';
import {
  begin,
  compiled,
  fixed,
  invited,
  toAcknowledgements,
  toBoard,
  toComments,
  toInvitation,
} from '../../../test/support/negotiation-stages';
import { dateOfPlan } from './planned-entry';
import { hyteNegotiation } from './hyte-negotiation/hyte-negotiation.workflow';
import { informationRequest } from './information-request/information-request.workflow';
import { replannedCommand } from './replanned';

const reason = 'Tila on varattu.';
const agreed = (on: string) => ({ on, basis: 'agreed' });
const newNegotiation = { ...fixed.negotiation, on: '2026-09-02' };
const planned = examplePlan().entries.find(({ id }) => id === 'hyte-negotiation-2026');
const entry = (): PlanEntry => {
  if (!planned) throw new Error('no entry');
  return planned;
};

describe('a changed plan', () => {
  const asks = (so: Given, dates: PlanEntry['dates'], today = '2026-06-01') =>
    replannedCommand(
      hyteNegotiation,
      so.instance,
      { ...entry(), dates: { ...entry().dates, ...dates } },
      civilDate(today),
    );
  const to = (name: string, on: string) => ({ [name]: { ...entry().dates[name], on: civilDate(on) } as never });

  it('asks nothing where it says what holds', () => {
    expect(asks(invited(), {})).toEqual({ command: null, findings: [] });
  });

  it('asks for its dates that are still ahead; what has happened is a finding', () => {
    const { command, findings } = asks(
      compiled(),
      { ...to('assignmentDue', '2026-08-10'), ...to('negotiation', '2026-09-02'), ...to('closed', '2027-02-05') },
      '2026-08-24',
    );
    expect(command).toEqual({
      name: 'reschedule',
      data: { dates: { negotiation: newNegotiation, closed: agreed('2027-02-05') } },
    });
    expect(findings).toMatchObject([
      { code: 'already-happened', severity: 'warning', entry: 'hyte-negotiation-2026', date: '2026-08-10' },
    ]);
    const so = compiled().when(
      'reschedule',
      { ...(command?.data as object), reason },
      { at: '2026-08-24T09:00:00+03:00' },
    );
    expect(asks(so, { ...to('negotiation', '2026-09-02'), ...to('closed', '2027-02-05') }).command).toBeNull();
  });

  it('changes nothing of a negotiation that has ended', () => {
    const cancelled = invited().when('cancel', { reason });
    expect(asks(cancelled, to('closed', '2027-02-05'))).toMatchObject({
      command: null,
      findings: [{ code: 'already-happened', date: '2027-02-05' }],
    });
  });

  it('asks nothing of a workflow that comes from no plan', () => {
    expect(replannedCommand(informationRequest, { context: {} }, entry(), civilDate('2026-06-01'))).toEqual({
      command: null,
      findings: [],
    });
  });

  it('and the command it asks for lead to the plan, or are refused whole', () => {
    const names = Object.keys(entry().dates).filter((name) => name !== 'budgetHandled');
    const stages = [begin(), toInvitation(), invited(), compiled(), toComments(), toBoard(), toAcknowledgements()];
    const edit = fc.tuple(fc.constantFrom(...names), fc.integer({ min: -20, max: 40 }));
    fc.assert(
      fc.property(fc.constantFrom(...stages), fc.array(edit, { minLength: 1, maxLength: 4 }), (so, edits) => {
        const today = so.events.at(-1)?.at.slice(0, 10) ?? '';
        const dates = Object.fromEntries(
          edits.map(([name, days]) => {
            const before = entry().dates[name];
            if (!before) throw new Error(name);
            const day = new Date(Date.parse(before.on) + days * 86_400_000).toISOString().slice(0, 10);
            return [name, { ...before, on: civilDate(day) }];
          }),
        );
        const { command, findings } = asks(so, dates, today);
        const stay = new Set(findings.map(({ date }) => date));
        if (!command) return;
        let after: Given;
        try {
          after = so.when('reschedule', { ...(command.data as object), reason });
        } catch (error) {
          expect(String(error)).toMatch(/in-the-past|dates-out-of-order/);
          return;
        }
        const { dates: now } = after.instance.context as { dates: Record<string, unknown> };
        for (const [name, date] of Object.entries(dates)) {
          if (!stay.has(date.on)) expect(now[name]).toEqual(dateOfPlan(date));
        }
      }),
      { numRuns: 60 },
    );
  });
});
