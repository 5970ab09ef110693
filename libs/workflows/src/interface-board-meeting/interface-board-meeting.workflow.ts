import { partiesChange } from '../collecting/asked-requests';
import { partiesChangedByArea } from '../collecting/collected-parties';
import { replannedSteps } from '../dated-steps/moved-steps';
import { label, noForm, reasonForm } from '../fields';
import { answerNote } from '../information-request/answer-note';
import { clockCommands } from '../kernel/clock-commands';
import { defineWorkflow } from '../kernel/definition';
import { publicForEver } from '../kernel/record';
import { boardChart } from './interface-board-meeting.chart';
import type { BoardContext } from './interface-board-meeting.data';
import { boardInput, boardSteps, datesChange } from './interface-board-meeting.data';
import type { MeetingRecord } from './interface-board-meeting.forms';
import { agendaForm, itemsForm, meetingRecord, minutesForm, publicationForm } from './interface-board-meeting.forms';
import { boardMeetings } from './interface-board-meeting.meetings';
import { boardFromPlan } from './interface-board-meeting.planned';
import { refusals } from './interface-board-meeting.refusals';
import { coordinator, stepNow } from './interface-board-meeting.steps';
import { boardMatter, boardTitle, stepTitles } from './interface-board-meeting.titles';

const staff = ['admin', 'coordinator'] as const;

/** A meeting of the advisory board of the interfaces, from its topics to its extracts. No act requires it. */
export const interfaceBoardMeeting = defineWorkflow<BoardContext>({
  name: 'interface-board-meeting',
  version: 1,
  title: boardTitle,
  basis: null,
  start: {
    event: 'BoardMeetingPlanned',
    title: label('Aloita kokouksen valmistelu', 'Inled beredningen av sammanträdet', 'Start preparing the meeting'),
    schema: boardInput,
    roles: staff,
  },
  chart: boardChart,
  commands: {
    ...clockCommands,
    'ask-topics': { title: stepTitles.topicsAsked, roles: staff, schema: noForm, event: 'TopicsAsked' },
    'note-answer': {
      title: label('Merkitse vastaus', 'Anteckna svaret', 'Note an answer'),
      roles: ['workflow'],
      schema: answerNote,
      event: 'AnswerNoted',
    },
    'record-items': { title: stepTitles.itemsReady, roles: staff, schema: itemsForm, event: 'ItemsAgreed' },
    'send-agenda': { title: stepTitles.agenda, roles: staff, schema: agendaForm, event: 'AgendaSent' },
    'record-meeting': {
      title: stepTitles.meeting,
      roles: staff,
      schema: meetingRecord,
      event: {
        oneOf: ['MeetingHeld', 'MeetingNotQuorate'],
        choose: ({ quorate }: MeetingRecord) => (quorate ? 'MeetingHeld' : 'MeetingNotQuorate'),
      },
    },
    'record-minutes': { title: stepTitles.minutes, roles: staff, schema: minutesForm, event: 'MinutesRecorded' },
    publish: { title: stepTitles.published, roles: staff, schema: publicationForm, event: 'MinutesPublished' },
    'skip-step': {
      title: label('Ohita vaihe', 'Hoppa över steget', 'Skip the step'),
      roles: staff,
      schema: reasonForm,
      event: 'StepSkipped',
      record: ({ reason }: { reason: string }, { context }) => ({ step: stepNow(context), reason }),
    },
    reschedule: {
      title: label('Muuta päiviä', 'Ändra datum', 'Change dates'),
      roles: staff,
      schema: datesChange,
      event: 'DatesChanged',
    },
    'change-parties': {
      title: label('Muuta mukana olevia kuntia', 'Ändra vilka kommuner som deltar', 'Change the municipalities'),
      // The engine gives it when a change of the area takes effect.
      roles: [...staff, 'workflow'],
      schema: partiesChange,
      event: 'PartiesChanged',
    },
    cancel: {
      title: label('Peru kokous', 'Ställ in sammanträdet', 'Cancel the meeting'),
      roles: staff,
      schema: reasonForm,
      event: 'MeetingCancelled',
    },
  },
  refusals,
  deadlines: Object.fromEntries(
    Object.entries(stepTitles).map(([name, title]) => [name, { title, askedOf: coordinator }]),
  ),
  mails: ['meeting-announced', 'meeting-moved', 'meeting-cancelled', 'step-due', 'step-overdue'],
  parties: (context) => ({
    coordinator: [context.county],
    members: context.parties.map(({ organisation }) => organisation),
  }),
  partTitles: { members: label('neuvottelukunta', 'delegationen', 'the advisory board') },
  concerns: ({ parties }) => parties.map(({ organisation }) => organisation),
  matter: boardMatter,
  meetings: boardMeetings,
  planned: boardFromPlan,
  replanned: (entry, context) => replannedSteps(entry, context, boardSteps),
  areaChanged: (change, register, { parties }, today) => partiesChangedByArea(change, register, parties, today),
  records: {
    MinutesRecorded: { makes: 'minutes', ...publicForEver },
  },
});
