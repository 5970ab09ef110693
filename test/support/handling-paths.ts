import type { AnyDefinition, Json } from '@app/workflows';
import { bodyInOrderOf, findDefinition, plannedFor, presentedBody } from '@app/workflows';
import { exampleRegister } from './example-area';
import type { Given } from './given';
import { given } from './given';
import { path } from './path';

/** What an agenda of the county needs of an item. */
export const itemPrepared = {
  title: 'Vuosineuvottelun tulos',
  competence: 'Hallintosääntö 27 §',
  effectsAssessed: 'not-done',
  effects: 'Asia annetaan tiedoksi.',
};

/** Histories of cases that go through several bodies. Each is every step of one path. */

function boardHandling(): AnyDefinition {
  const found = findDefinition('board-handling');
  if (!found) throw new Error('board-handling');
  return found;
}

/** The same case in two bodies of the county: prepared, tabled, returned, decided, and sent on to a body whose meeting moved with it. */
export function orderedHandling(data: Json): Given[] {
  const { bodies, ...item } = data as { bodies: Json[] };
  const executive = presentedBody(exampleRegister(), 'aluehallitus');
  const order = [...bodies, { ...executive, plannedOn: '2026-11-02' }];
  const decide = (decision: string, meetingOn: string, at: string) => (so: Given) =>
    so.when('record-decision', { decision, meetingOn, section: '36' }, { at });
  return path(
    given(boardHandling(), { ...item, bodies: order } as Json, { at: '2026-09-25T09:00:00+03:00' }),
    (so) => so.when('mark-prepared', itemPrepared),
    (so) => so.when('place-on-agenda', { meetingOn: '2026-10-15' }),
    decide('table', '2026-10-15', '2026-10-16T09:00:00+03:00'),
    decide('return', '2026-11-12', '2026-11-13T09:00:00+02:00'),
    (so) => so.when('reschedule', { body: 'aluehallitus', meetingOn: '2027-01-25', reason: 'Kokous siirtyi.' }),
    decide('note-and-forward', '2026-12-10', '2026-12-11T09:00:00+02:00'),
    (so) =>
      so.when(
        'send-extract',
        { recipients: 'Aluehallitus', servedOn: '2026-12-14' },
        { at: '2026-12-14T09:00:00+02:00' },
      ),
    (so) =>
      so.when(
        'record-decision',
        {
          decision: 'note',
          meetingOn: '2027-01-25',
          section: '9',
          present: 11,
          disqualified: ['aluehallitus-jasen-3'],
        },
        { at: '2027-01-26T09:00:00+02:00' },
      ),
    (so) => so.when('send-extract', {}, { at: '2027-01-27T09:00:00+02:00' }),
  );
}

/** A municipality's case that its board, its executive and its council handle, and the board's record as Heinola's was in 2023. */
export function municipalOrder(data: Json): Given[] {
  const register = exampleRegister();
  const { organisation, ...item } = data as { organisation: string };
  const bodies = ['hyvinvointilautakunta', 'hallitus', 'valtuusto'].flatMap((name) => {
    const body = register.bodies.find(({ id }) => id === `${organisation}-${name}`);
    return body ? [plannedFor(bodyInOrderOf(body, { caseNumberPattern: '{n}/{class}/{year}' }), null)] : [];
  });
  const tell = (data: object, at: string) => (so: Given) =>
    so.when('record-decision', data, { at, role: 'respondent' });
  return path(
    given(boardHandling(), { ...item, organisation, bodies } as Json, { at: '2026-10-19T09:00:00+03:00' }),
    tell(
      {
        decision: 'note-and-forward',
        meetingOn: '2026-11-17',
        section: '91',
        caseNumber: '539/00.04.01/2026',
        extractsTo: 'kaupunginhallitus ja valtuusto',
      },
      '2026-11-18T09:00:00+02:00',
    ),
    tell({ decision: 'note-and-forward', meetingOn: '2026-11-23', section: '301' }, '2026-11-24T09:00:00+02:00'),
    tell({ decision: 'note', meetingOn: '2026-12-07', section: '70' }, '2026-12-08T09:00:00+02:00'),
  );
}

/** A municipality's handling that the county no longer wants. */
export function withdrawnHandling(data: Json): Given[] {
  return path(given(boardHandling(), data, { at: '2026-10-19T09:00:00+03:00' }), (so) =>
    so.when('withdraw', { reason: 'Ei tarvita.' }),
  );
}
