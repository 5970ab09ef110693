import type { Proposal, Store } from '@app/store';
import { isWithheld } from '@app/workflows';
import { Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Allow } from '../../access/allow.decorator';
import { actorOf, readsAll } from '../../access/caller';
import { AtDesk } from '../../access/desk/at-desk.decorator';
import { confirmProposal, foreseeProposal, rejectProposal } from '../../four-eyes/decide-proposal';
import { proposalView } from '../../four-eyes/proposal.view';
import { bodyOf } from '../../input/body.decorator';
import { OwnId } from '../../input/own-id.decorator';
import { Problem } from '../../problems/problem';
import { problemKinds } from '../../problems/problem-kinds';
import { STORE } from '../../store.token';
import { ForeseenAnswer } from '../../workflows/foreseen-answer';
import { submissionForm } from '../desk-form';
import { deskAnswer, goOn } from '../desk-page';
import { type AtDesk as At, DeskRoom, workflowPath } from '../desk-room';
import { proposalPage } from './proposal.page';
import { workflowWords as words } from './workflow-words';

/** Looking at the desk at what somebody else has proposed, and confirming or rejecting it. */
@Controller('desk/workflows/:id/proposals')
@AtDesk()
export class DeskProposalController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly room: DeskRoom,
    private readonly foreseen: ForeseenAnswer,
  ) {}

  @Post(':proposal')
  @Allow('proposals:decide')
  async decide(
    @Req() request: Request,
    @OwnId() id: string,
    @Param('proposal') which: string,
    @Res() response: Response,
  ): Promise<void> {
    const { own } = submissionForm(bodyOf(request, 'application/x-www-form-urlencoded'), ['do']);
    const at = await this.room.open(request);
    const asked = { at, id, which };
    try {
      if (own.do === 'preview') await this.preview(asked, response);
      else if (own.do === 'confirm') await this.confirm(asked, response);
      else if (own.do === 'reject') await this.reject(asked, response);
      else throw new Problem('malformed-request');
    } catch (error) {
      throw error instanceof Problem ? plainly(error) : error;
    }
  }

  private async preview({ at, id, which }: Asked, response: Response): Promise<void> {
    const { caller, language } = at;
    const instance = await this.store.workflows.read(caller.county, id);
    if (!instance) throw new Problem('unknown-id');
    const found = await this.find(at, id, which);
    const shown = { instance, proposal: proposalView(found, isWithheld(instance, readsAll(caller)), language) };
    try {
      const would = await foreseeProposal(this.store, found, { instance, caller });
      const foreseen = await this.foreseen.of(would, caller, language);
      response.send(deskAnswer(response, 200, proposalPage(at, { ...shown, would: { foreseen } })));
    } catch (error) {
      if (!(error instanceof Problem) || error.kind === 'proposal-decided') throw error;
      const { kind, more, status } = plainly(error);
      const says = (more.detail ?? problemKinds[kind].detail)[language];
      response.send(deskAnswer(response, status, proposalPage(at, { ...shown, would: { says } })));
    }
  }

  private async confirm({ at, id, which }: Asked, response: Response): Promise<void> {
    const { command } = await this.find(at, id, which);
    await confirmProposal(this.store, this.decision({ at, id, which }));
    goOn(response, workflowPath(at, id, { done: command }));
  }

  private async reject({ at, id, which }: Asked, response: Response): Promise<void> {
    await rejectProposal(this.store, this.decision({ at, id, which }));
    goOn(response, workflowPath(at, id));
  }

  private decision({ at: { caller }, id, which }: Asked) {
    return { county: caller.county, workflow: id, id: which, actor: actorOf(caller) };
  }

  private async find({ caller }: At, id: string, which: string): Promise<Proposal> {
    const all = await this.store.proposals.list(caller.county, id, { openOnly: false });
    const found = all.find((one) => one.id === which);
    if (!found) throw new Problem('unknown-proposal');
    return found;
  }
}

type Asked = { at: At; id: string; which: string };

/** The same refusal in the words of the desk: what the API says of it leads to its own addresses. */
function plainly(problem: Problem): Problem {
  if (problem.kind === 'unknown-proposal') return new Problem(problem.kind, { detail: words.unknownProposal });
  if (problem.kind === 'proposal-void') return new Problem(problem.kind, { detail: words.proposalVoid });
  return problem;
}
