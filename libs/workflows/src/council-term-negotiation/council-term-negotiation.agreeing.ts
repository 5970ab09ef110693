import { assign } from 'xstate';
import { state } from '../state-meta';
import { casesClosed, withDecision } from './council-term-negotiation.councils';
import { approvalsMet, stepDeadline } from './council-term-negotiation.dates';
import { goalsPublished } from './council-term-negotiation.goals';
import { inForce } from './council-term-negotiation.in-force';
import { moveDates, sendAgreement, term } from './council-term-negotiation.setup';

/** The states once the negotiation was held: the agreement goes to the councils, is signed, and is in force. */

const awaitingSending = term.createStateConfig({
  meta: state(
    'Odottaa sopimuksen lähettämistä valtuustoille',
    'Väntar på att avtalet sänds till fullmäktige',
    'Awaiting the sending to the councils',
    'coordinator',
    'municipalities',
    'countyCouncil',
  ),
  entry: {
    type: 'setDeadline',
    params: ({ context }) => [stepDeadline(context, 'municipalities'), stepDeadline(context, 'countyCouncil')],
  },
  on: {
    DatesChanged: moveDates,
    AgreementSent: { ...sendAgreement, target: 'awaiting-approvals' },
  },
});

const awaitingApprovals = term.createStateConfig({
  meta: state(
    'Odottaa valtuustojen hyväksyntää',
    'Väntar på fullmäktiges godkännanden',
    'Awaiting the councils',
    'councils',
    'municipalities',
    'countyCouncil',
  ),
  on: {
    DatesChanged: moveDates,
    // Councils that did not approve are asked again.
    AgreementSent: sendAgreement,
    AgreementSigned: {
      guard: 'isApproved',
      target: 'in-force',
      actions: [
        assign({ agreement: ({ event }) => event.data }),
        { type: 'endDeadline', params: { name: 'municipalities', as: 'cancelled' } },
        { type: 'publish', params: ({ context, event }) => goalsPublished(context, event.data.signedOn) },
      ],
    },
  },
});

export const agreeing = term.createStateConfig({
  meta: state('Neuvottelu pidetty', 'Förhandlingen har hållits', 'Negotiated', 'coordinator', 'handOver'),
  initial: 'awaiting-sending',
  on: {
    // A council may decide after the others have signed.
    CouncilDecisionNoted: {
      actions: [
        assign({ approvals: ({ context, event }) => withDecision(context, event) }),
        { type: 'endDeadline', params: ({ context }) => approvalsMet(context) },
      ],
    },
    BodyDecisionNoted: {
      actions: assign({ countyDecisions: ({ context, event }) => [...context.countyDecisions, event.data] }),
    },
    // The date of the plan stays beside it: a council that tables the agreement is late.
    CountyMeetingMoved: {},
    TermClosed: {
      guard: 'isHandedOver',
      target: '#council-term-negotiation.closed',
      actions: [
        assign({ evaluation: ({ context, event }) => ({ ...context.evaluation, ...event.data }) }),
        { type: 'tellChild', params: ({ context }) => casesClosed(context) },
      ],
    },
  },
  states: { 'awaiting-sending': awaitingSending, 'awaiting-approvals': awaitingApprovals, 'in-force': inForce },
});
