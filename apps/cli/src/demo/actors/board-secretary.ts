import { addWorkingDays, civilDate, helsinkiInstant, type Instant, type LocalTime } from '@app/domain';
import type { ApiClient, WorkflowView } from '../api/api-client';
import { words } from '../scenario/texts';
import { today, type World } from './world';

const times: Record<'prepared' | 'agenda' | 'decided' | 'extract', LocalTime> = {
  prepared: '10:00',
  agenda: '13:00',
  decided: '16:00',
  extract: '08:30',
};

/** Takes the summary through the county's own board over the API: prepared, on the agenda, decided, extract sent. */
export async function prepareBoard(world: World, api: ApiClient, negotiation: WorkflowView): Promise<void> {
  const child = negotiation.children.find(
    ({ definition, status }) => definition.name === 'board-handling' && status === 'open',
  );
  if (!child) throw new Error(`${negotiation.id} has not taken its summary to the board.`);
  const item = await api.workflow(child.id);
  const [{ meetingOn: plannedOn }] = item.data.bodies as [{ meetingOn: string }];
  const meetingOn = civilDate(plannedOn);
  const materialsOn = civilDate(item.deadlines.find(({ name }) => name === 'materials')?.dueOn ?? today(world));

  const step = (at: Instant, command: string, data: object): void => {
    world.agenda.plan(at, `the coordinator gives ${command} to ${child.id}`, async () => {
      await api.give(await api.workflow(child.id), command, data);
    });
  };
  step(helsinkiInstant(materialsOn, times.prepared), 'mark-prepared', words.item);
  step(helsinkiInstant(materialsOn, times.agenda), 'place-on-agenda', { meetingOn });
  const decision = { decision: 'note-and-forward', meetingOn, section: '36', ...words.boardDecision };
  step(helsinkiInstant(meetingOn, times.decided), 'record-decision', decision);
  step(helsinkiInstant(addWorkingDays(meetingOn, 1), times.extract), 'send-extract', {
    recipients: words.extractsTo,
    servedOn: meetingOn,
  });
}
