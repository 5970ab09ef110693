import { plannedNegotiation, type KnownHistory } from './known-history';

/**
 * The negotiation of 2023. Known are: the negotiation on 17.8. with 49 participants; that Heinola's board answered the advance
 * assignment on 7.8.; hyte-lautakunta on 12.10., § 36; Heinola's hyvinvointilautakunta on 21.11., § 91, with its case number, its decision
 * and to whom it sent extracts. What says `assumed` is not known, and follows the rhythm of `domain.md`: answers ten days before. What the
 * other parties answered or decided is not known at all: here they are silent, and that their requests end as missed is not history.
 */

const dates = {
  planning: { on: '2023-03-09', basis: 'agreed' }, // assumed
  dateFixed: { on: '2023-03-31', basis: 'agreed' }, // assumed
  invitation: { on: '2023-05-25', basis: 'agreed' }, // assumed
  assignmentDue: { on: '2023-08-07', basis: 'requested' }, // assumed: T−10, the day on which Heinola answered
  answersCompiled: { on: '2023-08-11', basis: 'agreed' }, // assumed
  negotiation: { on: '2023-08-17', basis: 'agreed' },
  draftSummary: { on: '2023-08-31', basis: 'agreed' }, // assumed
  commentsDue: { on: '2023-09-14', basis: 'requested' }, // assumed
  hyteBoard: { on: '2023-10-12', basis: 'decided' },
  resultSent: { on: '2023-10-16', basis: 'agreed' }, // assumed
  acknowledgements: { on: '2023-11-30', basis: 'requested' }, // assumed: Heinola handled it on T+96
  closed: { on: '2024-01-31', basis: 'agreed' }, // assumed
};

const meetings = {
  'hyte-lautakunta': ['2023-10-12'],
  '111-hyvinvointilautakunta': ['2023-08-07', '2023-11-21'],
};

export const history2023: KnownHistory = {
  planned: plannedNegotiation(2023, dates, meetings),
  startsAt: '2023-01-09T09:00:00+02:00', // assumed
  steps: [
    { at: '2023-03-09T15:00:00+02:00', name: 'record-planning', data: { heldOn: '2023-03-09' } }, // assumed
    { at: '2023-03-31T10:00:00+03:00', name: 'fix-date', data: { negotiation: dates.negotiation } }, // assumed
    { at: '2023-05-25T09:00:00+03:00', name: 'invite', data: {} }, // assumed
    {
      at: '2023-08-07T15:00:00+03:00',
      workflow: 'answer-111',
      name: 'record-answer',
      data: {
        // What it answered is not known.
        answers: { efforts: 'Vastaus on lautakunnan pöytäkirjassa.' },
        body: 'Hyvinvointilautakunta',
        handledOn: '2023-08-07',
      },
    },
    { at: '2023-08-08T09:00:00+03:00', workflow: 'answer-111', name: 'accept-answer', data: {} }, // assumed
    { at: '2023-08-11T10:00:00+03:00', name: 'compile-answers', data: {} }, // assumed
    {
      at: '2023-08-17T16:00:00+03:00',
      name: 'record-negotiation',
      // From where they came is not known.
      data: { heldOn: '2023-08-17', participantsTotal: 49 },
    },
    { at: '2023-08-31T10:00:00+03:00', name: 'send-draft-summary', data: {} }, // assumed
    {
      at: '2023-09-18T10:00:00+03:00', // assumed
      name: 'finish-summary',
      data: { proposal: 'Lautakunta hyväksyy yhteenvedon.' },
    },
    {
      at: '2023-10-04T10:00:00+03:00', // assumed, as the competence is
      workflow: 'hyte-board-1',
      name: 'mark-prepared',
      data: { competence: 'Hallintosääntö', effectsAssessed: 'not-done', effects: 'Ei tiedossa.' },
    },
    {
      at: '2023-10-05T10:00:00+03:00', // assumed
      workflow: 'hyte-board-1',
      name: 'place-on-agenda',
      data: { meetingOn: '2023-10-12' },
    },
    {
      at: '2023-10-12T18:00:00+03:00',
      workflow: 'hyte-board-1',
      name: 'record-decision',
      data: { decision: 'approve', meetingOn: '2023-10-12', section: '36' }, // that it approved is assumed
    },
    { at: '2023-10-13T10:00:00+03:00', workflow: 'hyte-board-1', name: 'send-extract', data: {} }, // assumed
    { at: '2023-10-16T10:00:00+03:00', name: 'send-result', data: {} }, // assumed
    {
      at: '2023-11-21T18:00:00+02:00',
      workflow: 'acknowledgement-111',
      name: 'record-decision',
      data: {
        // In the words of its minutes: merkitä tiedoksi ja lähettää edelleen.
        decision: 'note-and-forward',
        meetingOn: '2023-11-21',
        section: '91',
        caseNumber: '539/00.04.01/2023',
        extractsTo: 'kaupunginhallitus, valtuusto',
      },
    },
    {
      at: '2024-01-31T10:00:00+02:00', // assumed
      name: 'close',
      data: { goals: [], whyNone: 'Vuoden 2023 tavoitteita ei tunneta tässä.' },
    },
  ],
  until: '2024-02-29T10:00:00+02:00',
};
