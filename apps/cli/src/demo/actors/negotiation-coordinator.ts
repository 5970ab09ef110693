import { addWorkingDays, helsinkiInstant } from '@app/domain';
import type { Casting } from './casting';
import { participantsOf } from '../scenario/behaviour';
import { negotiationHandling } from '../scenario/handlings';
import { goals, words } from '../scenario/texts';
import { prepareBoards } from './board-secretary';
import { morning, type PlannedSteps } from './planned-steps';
import type { World } from './world';

/** Which parties comment on the draft, in the order of the register, and how many working days before the date. */
const commentDays = [-5, -2];

/** The county's coordinator in the year's negotiation, from the planning to its end. */
export function castNegotiation({ world, steps }: Casting): void {
  const { weekday: _weekday, body: _body, ...negotiation } = steps.date('negotiation');
  steps.step('planning', 'record-planning', { heldOn: steps.on('planning'), summary: words.planning });
  steps.step('dateFixed', 'fix-date', { negotiation });
  steps.step('invitation', 'invite');
  steps.step('answersCompiled', 'compile-answers');
  steps.take(steps.after('negotiation'), 'record-negotiation', {
    heldOn: negotiation.on,
    participants: participantsOf(world.register.organisations),
  });
  steps.step('draftSummary', 'send-draft-summary');
  planComments(world, steps);
  const finishedOn = addWorkingDays(steps.on('commentsDue'), 1);
  steps.take(
    helsinkiInstant(finishedOn, morning),
    'finish-summary',
    { proposal: negotiationHandling.item.proposal },
    (finished) => prepareBoards(world, steps.api, finished, negotiationHandling),
  );
  steps.step('resultSent', 'send-result');
  steps.step('closed', 'close', { goals });
}

/** By mail to the coordinator, who records them. */
function planComments({ register }: World, steps: PlannedSteps): void {
  commentDays.forEach((days, no) => {
    const organisation = register.organisations[no];
    if (!organisation) return;
    const at = helsinkiInstant(addWorkingDays(steps.on('commentsDue'), days), morning);
    steps.take(at, 'record-comment', { organisation: organisation.id, text: words.comment });
  });
}
