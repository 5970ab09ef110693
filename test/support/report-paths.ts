import { findDefinition } from '@app/workflows';
import { plannedEntry } from './example-area';
import type { Given } from './given';
import { given } from './given';
import { path, rung } from './path';

/** Histories of the wellbeing report on 2025 in the example area. Each is every step of one path. */

export function beginReport(): Given {
  const { id, data } = plannedEntry('wellbeing-report-2025');
  const definition = findDefinition('wellbeing-report');
  if (!definition) throw new Error('wellbeing-report');
  return given(definition, data, { at: '2025-12-01T08:00:00+02:00', id });
}

const step = (name: string, data: object, at: string) => (so: Given) => so.when(name, data, { at });

const designed = step('record-design', { startedOn: '2025-12-01' }, '2025-12-01T10:00:00+02:00');
const asked = step('send-requests', {}, '2026-01-19T10:00:00+02:00');

/** The cards have been asked for. */
export function cardsRequested(): Given {
  return asked(designed(beginReport()));
}

/** A party's request tells how it ended. */
export function cardFrom(organisation: string, more: object = {}) {
  const note = {
    organisation,
    outcome: 'answered',
    late: false,
    on: '2026-02-20',
    answers: { wellbeing: 'Hyvä.' },
    ...more,
  };
  return (so: Given) =>
    so.when('note-answer', note, {
      role: 'workflow',
      by: `${so.instance.id}.answer-${organisation}`,
      at: '2026-02-20T10:00:00+02:00',
    });
}

export const indicators = step(
  'record-indicators',
  { readyOn: '2026-03-13', values: [{ indicator: 'Yksinäisyys', value: '16 %', year: '2025' }] },
  '2026-03-13T10:00:00+02:00',
);
const compiled = step('compile-cards', {}, '2026-03-27T10:00:00+02:00');
const written = step(
  'finish-report',
  { summary: 'Hyvinvointi on jakautunut.', proposal: 'Merkitään tiedoksi.' },
  '2026-04-10T10:00:00+03:00',
);

/** The report is with the bodies. */
export function reportWithBodies(): Given {
  return written(compiled(indicators(cardsRequested())));
}

/** What the handling tells of a body. */
export function decisionOf(body: string, meetingOn: string, section: string, more: object = {}) {
  const note = {
    organisation: '09',
    body,
    decision: 'note-and-forward',
    meetingOn,
    section,
    caseNumber: '120/00.04.01/2026',
    minutes: null,
    extractsTo: null,
    last: false,
    ...more,
  };
  return (so: Given) =>
    so.when('note-decision', note, {
      role: 'workflow',
      by: `${so.instance.id}.handling-1`,
      at: `${meetingOn}T18:00:00+03:00`,
    });
}

export const councilDecided = decisionOf('aluevaltuusto', '2026-06-08', '42', { decision: 'approve', last: true });

/** The council has handled the report. */
export function handledReport(): Given {
  const board = decisionOf('hyte-lautakunta', '2026-04-23', '21');
  const executive = decisionOf('aluehallitus', '2026-05-11', '88');
  return councilDecided(executive(board(reportWithBodies())));
}

const published = step(
  'publish',
  { publishedOn: '2026-06-15', link: 'https://paijatha.example.invalid/hyvinvointiraportti-2025' },
  '2026-06-15T10:00:00+03:00',
);
export const municipalities = ['016', '081', '098', '111', '142', '316', '398', '560', '576', '781'];

/** As planned, with a party that leaves and a meeting that moves, to the end. */
export function wellbeingReport(): Given[] {
  return path(
    beginReport(),
    (so) => so.when('remind', rung('designStarts', 'overdue', 'coordinator', 'step-overdue'), { role: 'clock' }),
    designed,
    asked,
    (so) =>
      so.when('change-parties', {
        joined: [],
        left: [{ organisation: 'jarjesto-1', successor: null }],
        reason: 'Yhdistys purettiin.',
      }),
    cardFrom('016'),
    cardFrom('081', { late: true, on: '2026-03-02' }),
    indicators,
    (so) => so.when('pass-deadline', { deadline: 'cardsDue' }, { role: 'clock', at: '2026-03-13T16:15:00+02:00' }),
    compiled,
    written,
    decisionOf('hyte-lautakunta', '2026-04-23', '21'),
    (so) =>
      so.when(
        'note-moved-meetings',
        { organisation: '09', meetings: [{ body: 'aluehallitus', was: '2026-05-11', on: '2026-05-25' }] },
        { role: 'workflow', by: `${so.instance.id}.handling-1` },
      ),
    decisionOf('aluehallitus', '2026-05-25', '88'),
    councilDecided,
    published,
    step('close', { receivedBy: municipalities }, '2026-06-22T10:00:00+03:00'),
  );
}

/** Without a design and without indicators; the board rejects it, and it is cancelled while it is written anew. */
export function rejectedReport(): Given[] {
  return path(
    beginReport(),
    (so) => so.when('skip-step', { reason: 'Viime vuoden suunnitelma käy.' }),
    asked,
    (so) => so.when('pass-deadline', { deadline: 'cardsDue' }, { role: 'clock', at: '2026-02-27T16:15:00+02:00' }),
    compiled,
    (so) => so.when('skip-step', { reason: 'Aineisto viivästyi.' }),
    written,
    decisionOf('hyte-lautakunta', '2026-04-23', '21', { decision: 'reject', last: true }),
    (so) => so.when('cancel', { reason: 'Raportti yhdistetään seuraavaan.' }),
  );
}
