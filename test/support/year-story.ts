import type { CivilDate } from '@app/domain';
import { addDays, addWorkingDays, civilDate, helsinkiDate, helsinkiInstant, workingDayOnOrAfter } from '@app/domain';
import type { Instance } from '@app/workflows';
import type { DrivenCounty } from './driven-county';

/** A number from 0 up to, and not including, the one given. */
export type Draw = (below: number) => number;

type Negotiation = { dates: Record<string, { on: CivilDate }>; parties: { organisation: string }[] };

/** One step further in the year's negotiation, on the day on which it is due; some answers and board meetings among them. */
export async function nextStep(county: DrivenCounty, workflow: string, draw: Draw): Promise<void> {
  const instance = await county.read(workflow);
  if (instance.status !== 'open') return;
  const { dates, parties } = instance.context as Negotiation;
  const due = nextDueOn(instance);
  const at = draw(3) === 0 ? '18:00' : '10:00';
  switch (instance.state.replace('open.', '')) {
    case 'planning': {
      const heldOn = await until(county, due, at);
      return give(county, workflow, 'record-planning', { heldOn });
    }
    case 'fixing-date':
      await until(county, due, at);
      return give(county, workflow, 'fix-date', { negotiation: { ...dates.negotiation, basis: 'agreed' } });
    case 'awaiting-invitation':
      await until(county, due, at);
      return give(county, workflow, 'invite', {});
    case 'awaiting-answers':
      if (draw(2) === 0) return someAnswer(county, workflow, draw);
      await until(county, due, at);
      return give(county, workflow, 'compile-answers', {});
    case 'awaiting-negotiation': {
      const heldOn = await until(county, due, at);
      const participants = parties.slice(0, 3).map(({ organisation }) => ({ organisation, people: 2 }));
      return give(county, workflow, 'record-negotiation', { heldOn, participants });
    }
    case 'drafting-summary':
      return sendDraft(county, workflow, await until(county, due, at));
    case 'awaiting-comments':
      await until(county, addDays(dates.commentsDue?.on ?? due, 1));
      return give(county, workflow, 'finish-summary', { proposal: 'Hyväksytään.' });
    case 'awaiting-board':
      return boardStep(county, workflow);
    case 'awaiting-result':
      return sendResult(county, workflow, await until(county, due, at));
    case 'awaiting-acknowledgements':
      if (draw(2) === 0) return someAcknowledgement(county, workflow, draw);
      await until(county, addDays(dates.acknowledgements?.on ?? due, 1));
      return give(county, workflow, 'close', { goals: [], whyNone: 'Kokeilu.' });
    default:
      throw new Error(`What is done in ${instance.state}?`);
  }
}

/** Moves on to that time of the day, or stays where it has come already. In the evening mail waits for the next morning. */
async function until(county: DrivenCounty, on: CivilDate, at = '10:00'): Promise<CivilDate> {
  await county.driveTo(helsinkiInstant(on, at));
  return helsinkiDate(await county.store.now());
}

/** What cannot be done now is tried again a day later. */
async function give(county: DrivenCounty, workflow: string, name: string, data: unknown): Promise<void> {
  if (await county.give(workflow, name, data)) return;
  await until(county, addDays(helsinkiDate(await county.store.now()), 1));
}

function nextDueOn({ deadlines }: Instance): CivilDate {
  const open = Object.values(deadlines).filter(({ status }) => status === 'open' || status === 'passed');
  return open.map(({ dueOn }) => dueOn).sort()[0] ?? civilDate('2026-01-02');
}

async function someAnswer(county: DrivenCounty, workflow: string, draw: Draw): Promise<void> {
  const { parties } = (await county.read(workflow)).context as Negotiation;
  for (let answers = draw(6); answers >= 0; answers -= 1) {
    const id = `${workflow}.answer-${parties[draw(parties.length)]?.organisation}`;
    await county.give(id, 'record-answer', { answers: { efforts: 'Liikuntaa.' } });
    if (draw(4) === 0) {
      const dueOn = addWorkingDays(helsinkiDate(await county.store.now()), 3);
      await county.give(id, 'return-for-completion', { reason: 'Kesken.', dueOn });
    }
  }
}

async function sendDraft(county: DrivenCounty, workflow: string, today: CivilDate): Promise<void> {
  if (await county.give(workflow, 'send-draft-summary', {})) return;
  const commentsDue = workingDayOnOrAfter(addDays(today, 14));
  await give(county, workflow, 'send-draft-summary', {
    commentsDue,
    hyteBoard: workingDayOnOrAfter(addDays(today, 40)),
  });
}

async function boardStep(county: DrivenCounty, workflow: string): Promise<void> {
  const children = await county.store.workflows.children(county.county, workflow);
  const board = children.find(({ key, status }) => key.startsWith('hyte-board-') && status === 'open');
  if (!board) throw new Error('No board has the case');
  const { context, state } = await county.read(board.id);
  const { bodies, bodyNo } = context as { bodies: { meetingOn: CivilDate | null }[]; bodyNo: number };
  if (state.endsWith('awaiting-extract')) return give(county, board.id, 'send-extract', {});
  const on = await until(county, bodies[bodyNo]?.meetingOn ?? addDays(helsinkiDate(await county.store.now()), 7));
  await give(county, board.id, 'record-decision', { decision: 'approve', meetingOn: on, section: '36' });
}

async function sendResult(county: DrivenCounty, workflow: string, today: CivilDate): Promise<void> {
  if (await county.give(workflow, 'send-result', {})) return;
  await give(county, workflow, 'send-result', { acknowledgementsDue: workingDayOnOrAfter(addDays(today, 30)) });
}

async function someAcknowledgement(county: DrivenCounty, workflow: string, draw: Draw): Promise<void> {
  const { acknowledgements } = (await county.read(workflow)).context as { acknowledgements: Record<string, unknown> };
  const names = Object.keys(acknowledgements);
  const meetingOn = helsinkiDate(await county.store.now());
  const data = { decision: 'note', meetingOn, section: '91' };
  await county.give(`${workflow}.acknowledgement-${names[draw(names.length)]}`, 'record-decision', data);
}
