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
/** The agreement as it goes to the councils. */
export const draft = {
  proposal: 'Valtuusto hyväksyy yhteistyösopimuksen.',
  measures: [{ title: 'Yhteinen liikuntaohjelma', owner: 'Kunnat ja hyvinvointialue', dueYear: 2028 }],
  divisionOfWork: 'Kunnat vastaavat liikuntapaikoista, hyvinvointialue elintapaohjauksesta.',
  structures: 'Yhdyspintaneuvottelukunta.',
  informationFlow: 'Tilannekuva kaksi kertaa vuodessa.',
};
export const sent = (so = held()) => so.when('send-agreement', draft, { at: '2026-11-20T09:00:00+02:00' });
/** What the case of an organisation's council tells. */
export const decided = (organisation: string, more: object = {}) => ({
  organisation,
  decision: 'approve',
  meetingOn: '2027-01-25',
  section: '7',
  caseNumber: '12/00.04.01/2027',
  minutes: null,
  extractsTo: null,
  body: organisation === '09' ? 'aluevaltuusto' : `${organisation}-valtuusto`,
  last: true,
  ...more,
});
/** As that council's case tells it; `key` where it is another than the organisation's first. */
export const noted = (
  so: Given,
  organisation: string,
  more: object = {},
  at = '2027-02-09T10:00:00+02:00',
  key = `approval-${organisation}`,
) => so.when('note-decision', decided(organisation, more), { at, role: 'workflow', by: `${so.instance.id}.${key}` });
export const approvedBy = (organisations: string[], so = sent()) =>
  organisations.reduce((step, organisation) => noted(step, organisation), so);
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
