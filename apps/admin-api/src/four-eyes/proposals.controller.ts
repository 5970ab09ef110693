import { Controller, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { Language } from '@app/domain';
import type { Store } from '@app/store';
import { isWithheld } from '@app/workflows';
import type { Response } from 'express';
import { Allow } from '../access/allow.decorator';
import { actorOf, By, type Caller, readsAll } from '../access/caller';
import { Reads } from '../access/reads.decorator';
import { OwnId } from '../input/own-id.decorator';
import { In } from '../language/language.decorator';
import { Describe } from '../openapi/describe.decorator';
import { Repeated } from '../repeats/repeats.decorator';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { etag, replayed } from '../workflows/step-headers';
import { WorkflowAnswer } from '../workflows/workflow-answer';
import { workflow } from '../workflows/workflow.schema';
import { confirmProposal, rejectProposal } from './decide-proposal';
import { proposal, proposalList } from './four-eyes.schema';
import { proposalView } from './proposal.view';

/** Commands that somebody has proposed and another person decides on. */
@Controller('v1/workflows/:id/proposals')
export class ProposalsController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly answer: WorkflowAnswer,
  ) {}

  @Get()
  @Allow('workflows:read')
  @Reads('workflow', { subject: ['id'] })
  @Describe({
    tag: 'four-eyes',
    summary: 'The proposals of a workflow, the newest first',
    description:
      'Those that were decided too, 200 at most. Of a workflow that is withheld from the caller’s key without `data` and `note`.',
    answers: { 200: { description: 'The proposals.', schema: proposalList } },
    problems: ['unknown-id'],
  })
  async list(@By() caller: Caller, @In() language: Language, @OwnId() id: string) {
    const { county } = caller;
    const instance = await this.store.workflows.read(county, id);
    if (!instance) throw new Problem('unknown-id');
    const withheld = isWithheld(instance, readsAll(caller));
    const found = await this.store.proposals.list(county, id, { openOnly: false });
    return { items: found.map((one) => proposalView(one, withheld, language)), next: null };
  }

  @Post(':proposal/confirm')
  @HttpCode(200)
  @Allow('proposals:decide')
  @Repeated('own-id')
  @Describe({
    tag: 'four-eyes',
    summary: 'Confirm a proposed command, which is then done',
    description:
      'By another person than the proposer, in a role that may give the command itself. It is done as the proposer’s, on the version they had seen; where the workflow has gone on since, the proposal is void. Repeated by the same person it gives the same answer.',
    answers: {
      200: {
        description: 'The workflow as it stood right after the command.',
        schema: workflow,
        headers: { ETag: etag, 'Idempotency-Replayed': replayed },
      },
    },
    problems: [
      'unknown-id',
      'unknown-proposal',
      'other-person-required',
      'proposal-decided',
      'proposal-void',
      'older-software',
      'illegal-step',
      'paused',
      'step-refused',
      'invalid-data',
    ],
  })
  async confirm(
    @By() caller: Caller,
    @In() language: Language,
    @OwnId() id: string,
    @Param('proposal') which: string,
    @Res({ passthrough: true }) response: Response,
  ) {
    const asked = { county: caller.county, workflow: id, id: which, actor: actorOf(caller) };
    return this.answer.afterwards(await confirmProposal(this.store, asked), { caller, language, response });
  }

  @Post(':proposal/reject')
  @HttpCode(200)
  @Allow('proposals:decide')
  @Describe({
    tag: 'four-eyes',
    summary: 'Reject a proposed command',
    description: 'Nothing happens in the workflow. Whoever proposed it may do so too, and so takes it back.',
    answers: { 200: { description: 'The proposal as it ended.', schema: proposal } },
    problems: ['unknown-id', 'unknown-proposal', 'proposal-decided'],
  })
  async reject(@By() caller: Caller, @In() language: Language, @OwnId() id: string, @Param('proposal') which: string) {
    const asked = { county: caller.county, workflow: id, id: which, actor: actorOf(caller) };
    // Of a proposal that has ended nobody is told what it said.
    return proposalView(await rejectProposal(this.store, asked), true, language);
  }
}
