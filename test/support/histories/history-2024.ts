import { plannedNegotiation, type KnownHistory } from './known-history';

/**
 * The negotiation of 2024. Known is only that it was held on 29.8. from 8.30 to 15.15; the rest of the plan is assumed, on the rhythm
 * of `domain.md` (answers T−10 days, the board T+8 weeks, the municipalities T+96 days). What came after it is not known: the history ends on its day.
 */

const dates = {
  planning: { on: '2024-03-14', basis: 'agreed' },
  dateFixed: { on: '2024-03-28', basis: 'agreed' },
  invitation: { on: '2024-05-30', basis: 'agreed' },
  assignmentDue: { on: '2024-08-19', basis: 'requested' },
  answersCompiled: { on: '2024-08-23', basis: 'agreed' },
  negotiation: { on: '2024-08-29', at: '08:30', until: '15:15', basis: 'agreed' },
  draftSummary: { on: '2024-09-12', basis: 'agreed' },
  commentsDue: { on: '2024-09-26', basis: 'requested' },
  hyteBoard: { on: '2024-10-24', basis: 'decided' },
  resultSent: { on: '2024-10-28', basis: 'agreed' },
  acknowledgements: { on: '2024-12-03', basis: 'requested' },
  closed: { on: '2025-01-31', basis: 'agreed' },
};

export const history2024: KnownHistory = {
  planned: plannedNegotiation(2024, dates, { 'hyte-lautakunta': ['2024-10-24'] }),
  startsAt: '2024-01-08T09:00:00+02:00',
  steps: [
    { at: '2024-03-14T15:00:00+02:00', name: 'record-planning', data: { heldOn: '2024-03-14' } },
    { at: '2024-03-28T10:00:00+02:00', name: 'fix-date', data: { negotiation: dates.negotiation } },
    { at: '2024-05-30T09:00:00+03:00', name: 'invite', data: {} },
    { at: '2024-08-23T10:00:00+03:00', name: 'compile-answers', data: {} },
    {
      at: '2024-08-29T16:00:00+03:00',
      name: 'record-negotiation',
      // How many came is not known either; as many as the year before are assumed.
      data: { heldOn: '2024-08-29', participantsTotal: 49 },
    },
  ],
  until: '2024-08-30T10:00:00+03:00',
};
