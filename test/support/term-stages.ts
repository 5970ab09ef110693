import { findDefinition, plannedStarts } from '@app/workflows';
import { examplePlan, exampleRegister } from './example-area';
import type { Given } from './given';
import { given } from './given';

/** Short ways through the council term 2025–2029 of the example area. */

export const municipalities = ['016', '081', '098', '111', '142', '316', '398', '560', '576', '781'];
const definition = findDefinition('council-term-negotiation');
const found = plannedStarts(examplePlan(), exampleRegister()).starts.find(
  (start) => start.definition === definition?.name,
);
if (!definition || !found) throw new Error('the plan has no council term');
const [councilTermNegotiation, planned] = [definition, found];

export const begin = (at = '2026-01-02T08:00:00+02:00', data = planned.data) =>
  given(councilTermNegotiation, data, { at, id: planned.id });
export const skip = (so: Given) => so.when('skip-step', { reason: 'Tehty aiemmin.' });
export const toNegotiation = () => skip(skip(skip(begin())));
export const negotiation = { heldOn: '2026-11-12', participants: [{ organisation: '016', people: 2 }] };
export const held = (heldOn = '2026-11-12', at = '2026-11-12T16:00:00+02:00') =>
  toNegotiation().when('record-negotiation', { ...negotiation, heldOn }, { at });
export const decided = (organisation: string, more: object = {}) => ({
  organisation,
  decision: 'approve',
  meetingOn: '2027-01-25',
  section: '7',
  caseNumber: '12/00.04.01/2027',
  ...more,
});
export const approvedBy = (organisations: string[], so = held()) =>
  organisations.reduce(
    (step, organisation) => step.when('record-approval', decided(organisation), { at: '2027-02-09T10:00:00+02:00' }),
    so,
  );
export const signed = () =>
  approvedBy(['09', ...municipalities]).when(
    'record-agreement',
    { signedOn: '2027-02-22' },
    { at: '2027-02-22T12:00:00+02:00' },
  );
export const nearEnd = { at: '2029-03-01T10:00:00+02:00' };
export const afterEnd = { at: '2029-06-04T10:00:00+03:00' };
export const nothingOpen = { openMatters: [] };
export const deadlineOf = ({ instance }: Given, name: string) => instance.deadlines[name];
