import type { Store } from '@app/store';
import { Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Allow } from '../../access/allow.decorator';
import { actorOf, By, type Caller } from '../../access/caller';
import { AtDesk } from '../../access/desk/at-desk.decorator';
import { confirmProposal, rejectProposal } from '../../four-eyes/decide-proposal';
import { bodyOf } from '../../input/body.decorator';
import { OwnId } from '../../input/own-id.decorator';
import { pageLanguage } from '../../pages/page-language';
import { STORE } from '../../store.token';
import { submissionForm } from '../desk-form';
import { goOn } from '../desk-page';
import { workflowPath } from '../desk-room';

/** Confirming or rejecting at the desk what somebody else has proposed. */
@Controller('desk/workflows/:id/proposals')
@AtDesk()
export class DeskProposalController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Post(':proposal')
  @Allow('proposals:decide')
  async decide(
    @Req() request: Request,
    @By() caller: Caller,
    @OwnId() id: string,
    @Param('proposal') which: string,
    @Res() response: Response,
  ): Promise<void> {
    const { own } = submissionForm(bodyOf(request, 'application/x-www-form-urlencoded'), ['do']);
    const asked = { county: caller.county, workflow: id, id: which, actor: actorOf(caller) };
    const at = { language: pageLanguage(request) };
    if (own.do === 'confirm') {
      const open = await this.store.proposals.list(caller.county, id, { openOnly: true });
      await confirmProposal(this.store, asked);
      goOn(response, workflowPath(at, id, { done: open.find((one) => one.id === which)?.command }));
      return;
    }
    await rejectProposal(this.store, asked);
    goOn(response, workflowPath(at, id));
  }
}
