import { addWorkingDays, helsinkiInstant, municipalitiesOn } from '@app/domain';
import { signedOn } from '@app/workflows';
import { participantsOf } from '../scenario/behaviour';
import { agreementHandling } from '../scenario/handlings';
import { goals, termWords } from '../scenario/texts';
import { prepareBoards } from './board-secretary';
import type { Casting } from './casting';
import { afternoon, morning } from './planned-steps';

/** The agreement goes to the councils some days after the negotiation. */
const draftingDays = 3;

/** The county's coordinator in the matter of the council term; the drive may end before the last of the steps. */
export function castTerm({ world, steps }: Casting): void {
  const { on } = steps;
  const { code } = world.register.county;
  steps.take(steps.after('forum'), 'record-forum', { agreedOn: on('forum'), forum: termWords.forum });
  steps.step('situation', 'record-situation', { sharedOn: on('situation'), summary: termWords.situation });
  steps.step('goalsWorkbook', 'record-goals', { finishedOn: on('goalsWorkbook'), goals });
  steps.take(steps.after('negotiation'), 'record-negotiation', {
    heldOn: on('negotiation'),
    participants: [
      { organisation: code, people: 6 },
      ...participantsOf(municipalitiesOn(world.register, on('negotiation'))),
    ],
  });
  const sentAt = helsinkiInstant(addWorkingDays(on('negotiation'), draftingDays), morning);
  const draft = { ...termWords.agreement, proposal: agreementHandling.item.proposal };
  steps.take(sentAt, 'send-agreement', draft, (sent) => prepareBoards(world, steps.api, sent, agreementHandling));
  const signed = signedOn(on('countyCouncil'));
  const { document } = termWords.agreement;
  steps.take(helsinkiInstant(signed, afternoon), 'record-agreement', { signedOn: signed, document });
  const evaluation = { evaluatedOn: on('midEvaluation'), findings: termWords.midEvaluation };
  steps.step('midEvaluation', 'record-mid-evaluation', evaluation);
}
