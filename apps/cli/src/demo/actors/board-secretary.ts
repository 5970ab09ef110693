import { addWorkingDays, civilDate, helsinkiInstant, type CivilDate, type Instant, type LocalTime } from '@app/domain';
import { z } from 'zod';
import type { ApiClient, WorkflowView } from '../api/api-client';
import type { Handling } from '../scenario/handlings';
import { today, type World } from './world';

const times: Record<'prepared' | 'agenda' | 'decided' | 'extract', LocalTime> = {
  prepared: '10:00',
  agenda: '13:00',
  decided: '16:00',
  extract: '08:30',
};

const caseSchema = z.object({
  bodyNo: z.number(),
  bodies: z.array(z.object({ id: z.string(), meetingOn: z.string().nullable() })),
});

/** Takes a case that the workflow has just given to the county's own bodies through all of them, over the API. */
export async function prepareBoards(
  world: World,
  api: ApiClient,
  { id, children }: WorkflowView,
  handling: Handling,
): Promise<void> {
  const child = children.find(
    ({ definition, organisation, status }) =>
      definition.name === 'board-handling' && organisation === world.register.county.code && status === 'open',
  );
  if (!child) throw new Error(`${id} has given nothing to the county's bodies.`);
  await new BoardSecretary(world, api, child.id, handling).prepareNextMeeting();
}

/** Prepared, on the agenda, decided, extract sent: in one body after another. */
class BoardSecretary {
  constructor(
    private readonly world: World,
    private readonly api: ApiClient,
    private readonly workflow: string,
    private readonly handling: Handling,
  ) {}

  async prepareNextMeeting(): Promise<void> {
    const { data, deadlines } = await this.api.workflow(this.workflow);
    const { bodyNo, bodies } = caseSchema.parse(data);
    const body = bodies[bodyNo];
    if (!body?.meetingOn) throw new Error(`No meeting of ${body?.id} is known to handle ${this.workflow}.`);
    const meetingOn = civilDate(body.meetingOn);
    const materialsOn = civilDate(deadlines.find(({ name }) => name === 'materials')?.dueOn ?? today(this.world));
    this.planMeeting(body.id, meetingOn, materialsOn);
  }

  private planMeeting(body: string, meetingOn: CivilDate, materialsOn: CivilDate): void {
    const { caseNumber, item, decisions, extractsTo } = this.handling;
    this.step(helsinkiInstant(materialsOn, times.prepared), 'mark-prepared', { caseNumber, ...item });
    this.step(helsinkiInstant(materialsOn, times.agenda), 'place-on-agenda', { meetingOn });
    this.step(helsinkiInstant(meetingOn, times.decided), 'record-decision', { meetingOn, ...decisions[body] });
    const sentAt = helsinkiInstant(addWorkingDays(meetingOn, 1), times.extract);
    this.step(sentAt, 'send-extract', { recipients: extractsTo, servedOn: meetingOn }, async ({ status }) => {
      if (status === 'open') await this.prepareNextMeeting();
    });
  }

  private step(at: Instant, command: string, data: object, then?: (item: WorkflowView) => Promise<void>): void {
    this.world.agenda.plan(at, `the secretary gives ${command} to ${this.workflow}`, async () => {
      const answer = await this.api.give(await this.api.workflow(this.workflow), command, data);
      await then?.(answer);
    });
  }
}
