import type { Register } from '@app/domain';
import { findDefinition } from '@app/workflows';
import { exampleRegister, plannedEntry } from './example-area';
import type { Given } from './given';
import { given } from './given';
import { path, rung } from './path';

/** Histories of meetings of the interface board in the example area. Each is every step of one path. */

/** A meeting of the plan, as the plan starts it. The first has one topic, the fourth two. */
export function beginBoard(entry = 'interface-board-2026-1', register: Register = exampleRegister()): Given {
  const { id, data } = plannedEntry(entry, register);
  const definition = findDefinition('interface-board-meeting');
  if (!definition) throw new Error('interface-board-meeting');
  return given(definition, data, { at: '2026-01-02T08:00:00+02:00', id });
}

/** The contacts have been asked for topics. */
export function topicsAsked(begin = beginBoard()): Given {
  return begin.when('ask-topics', {}, { at: '2026-01-21T09:00:00+02:00' });
}

export const items = {
  items: [
    {
      title: 'Varautumissuunnitelmat',
      presenter: 'hyte-johtaja',
      text: 'Kuntien suunnitelmat on koottu.',
      attachments: ['https://asiat.example.invalid/suunnitelmat'],
      proposal: 'Suunnitelmat sovitetaan yhteen syksyyn mennessä.',
      from: '016',
    },
    { title: 'Kriisiviestintä' },
  ],
};

/** The items are agreed on and the agenda has been sent. */
export function agendaSent(asked = topicsAsked()): Given {
  return asked
    .when('record-items', items, { at: '2026-02-04T09:00:00+02:00' })
    .when('send-agenda', { text: 'Tervetuloa Asikkalaan.' }, { at: '2026-02-11T09:00:00+02:00' });
}

const room = {
  heldOn: '2026-02-18',
  openedAt: '09:00',
  quorumRule: 'Enemmän kuin puolet kunnista on paikalla.',
};

export const quorateMeeting = {
  ...room,
  present: [
    { organisation: '09', people: 3 },
    { organisation: '016', people: 2 },
  ],
  quorate: true,
  examiners: ['c-016-1', 'c-098-2'],
  decisions: [
    {
      item: 'Varautumissuunnitelmat',
      decision: 'Suunnitelmat sovitetaan yhteen.',
      goal: 'Yhteinen suunnitelma jokaisessa kunnassa',
      owner: 'hyte-johtaja',
      dueOn: '2026-09-30',
    },
  ],
  statuses: [{ interface: 'varautuminen-ja-turvallisuus', status: 'Suunnitelmat ovat valmiina kuudessa kunnassa.' }],
  questions: [{ question: 'Kuka kutsuu koolle?', answer: 'Hyvinvointialue.' }],
};

export const meetingWithoutQuorum = {
  ...room,
  present: [{ organisation: '016', people: 1 }],
  quorate: false,
  examiners: [],
  decisions: [],
};

/** When the meeting has been held. */
export const afterMeeting = { at: '2026-02-18T15:00:00+02:00' };

/** The contact of an interface answers, or its request tells how else it ended. */
export function topicsOf(organisation: string, more: object = {}, topic = 'varautuminen-ja-turvallisuus') {
  const answers = { topics: [{ title: 'Varautumissuunnitelmat' }], status: 'Suunnitelma on valmis.' };
  const note = { organisation, outcome: 'answered', late: false, on: '2026-01-30', answers, ...more };
  return (so: Given) =>
    so.when('note-answer', note, { role: 'workflow', by: `${so.instance.id}.answer-${organisation}-${topic}` });
}

/** Topics are asked for and come, the day moves, a municipality leaves, too few come, the board meets anew, published. */
export function boardMeeting(): Given[] {
  return path(
    beginBoard(),
    (so) => so.when('remind', rung('topicsAsked', 'T-7', 'coordinator', 'step-due'), { role: 'clock' }),
    topicsAsked,
    topicsOf('016'),
    (so) =>
      so.when('reschedule', {
        dates: { itemsReady: { on: '2026-02-05', basis: 'agreed' } },
        reason: 'Talvilomat vievät aikaa.',
      }),
    (so) =>
      so.when('change-parties', {
        joined: [],
        left: [{ organisation: '781', successor: null }],
        reason: 'Kunta ei osallistu tänä vuonna.',
      }),
    (so) => so.when('pass-deadline', { deadline: 'itemsReady' }, { role: 'clock', at: '2026-02-05T16:15:00+02:00' }),
    (so) => so.when('remind', rung('itemsReady', 'overdue', 'coordinator', 'step-overdue'), { role: 'clock' }),
    (so) => so.when('record-items', items, { at: '2026-02-06T09:00:00+02:00' }),
    (so) => so.when('send-agenda', { text: 'Tervetuloa Asikkalaan.' }, { at: '2026-02-11T09:00:00+02:00' }),
    topicsOf('081', { outcome: 'missed', on: null, answers: {} }),
    (so) => so.when('record-meeting', meetingWithoutQuorum, afterMeeting),
    (so) =>
      so.when('reschedule', {
        dates: {
          meeting: { on: '2026-03-04', at: '09:00', place: 'Asikkala', basis: 'decided' },
          minutes: { on: '2026-03-11', basis: 'agreed' },
          published: { on: '2026-03-16', basis: 'agreed' },
        },
        reason: 'Paikalla oli liian vähän kuntia.',
      }),
    (so) => so.when('record-meeting', { ...quorateMeeting, heldOn: '2026-03-04' }, { at: '2026-03-04T15:00:00+02:00' }),
    (so) =>
      so.when(
        'record-minutes',
        { document: 'https://asiat.example.invalid/poytakirja', examinedOn: '2026-03-10' },
        { at: '2026-03-11T09:00:00+02:00' },
      ),
    (so) =>
      so.when(
        'publish',
        { document: 'https://asiat.example.invalid/julkaistu', extractsTo: ['016', '098'] },
        { at: '2026-03-16T09:00:00+02:00' },
      ),
  );
}

/** Two topics: nobody is asked and no items are agreed on, a municipality leaves after the invitation and returns, the day moves. */
export function skippedBoard(): Given[] {
  return path(
    beginBoard('interface-board-2026-4'),
    (so) => so.when('skip-step', { reason: 'Aiheet on jo sovittu.' }, { at: '2026-09-03T09:00:00+03:00' }),
    (so) => so.when('skip-step', { reason: 'Kokous on keskustelu.' }),
    (so) => so.when('send-agenda', { document: 'https://asiat.example.invalid/esityslista' }),
    (so) =>
      so.when('change-parties', {
        joined: [],
        left: [{ organisation: '781', successor: null }],
        reason: 'Kunta ei osallistu.',
      }),
    (so) =>
      so.when('change-parties', {
        joined: [{ organisation: '781', kind: 'municipality' }],
        left: [],
        reason: 'Kunta tulee sittenkin mukaan.',
      }),
    (so) =>
      so.when('reschedule', {
        dates: { meeting: { on: '2026-10-02', place: 'Orimattila', basis: 'decided' } },
        reason: 'Tila on varattu.',
      }),
  );
}

/** Cancelled while topics are asked for. */
export function cancelledBoard(): Given[] {
  return path(beginBoard(), topicsAsked, topicsOf('016'), (so) => so.when('cancel', { reason: 'Ei asioita.' }));
}
