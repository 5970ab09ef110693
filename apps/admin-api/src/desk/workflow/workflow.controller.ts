import type { Store } from '@app/store';
import { commandsOf, definitionOf, type Instance } from '@app/workflows';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Allow } from '../../access/allow.decorator';
import { By, type Caller } from '../../access/caller';
import { AtDesk } from '../../access/desk/at-desk.decorator';
import { may } from '../../access/may';
import { Reads } from '../../access/reads.decorator';
import { goneOrUnknown } from '../../disposals/disposed-problem';
import { sendDocument } from '../../documents/send-document';
import { OwnId } from '../../input/own-id.decorator';
import { QueryOf, word } from '../../input/query.decorator';
import { NotificationDesk } from '../../notifications/notification-desk';
import { STORE } from '../../store.token';
import { WorkflowAnswer } from '../../workflows/workflow-answer';
import { type AtDesk as At, DeskRoom } from '../desk-room';
import { deskAnswer } from '../desk-page';
import { chosenLanguage } from '../desk-query';
import { historyOf } from './history';
import { workflowPage } from './workflow.page';

const mailsAtOnce = 10;

const query = z.strictObject({
  ...chosenLanguage,
  before: z.coerce.number().int().min(1).max(1_000_000).optional(),
  done: word.optional(),
  proposed: word.optional(),
});

/** One matter at the desk. */
@Controller('desk/workflows')
@AtDesk()
export class DeskWorkflowController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly room: DeskRoom,
    private readonly answer: WorkflowAnswer,
    private readonly notifications: NotificationDesk,
  ) {}

  @Get(':id')
  @Allow('workflows:read')
  @Reads('workflow', { subject: ['id'], also: ['event', 'notification'] })
  async show(
    @Req() request: Request,
    @OwnId() id: string,
    @QueryOf(query) { before, done, proposed }: z.infer<typeof query>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const at = await this.room.open(request);
    const { caller, language } = at;
    const instance = await this.store.workflows.read(caller.county, id);
    if (!instance) throw await goneOrUnknown(this.store, caller.county, id);
    const page = { limit: mailsAtOnce };
    const [view, children, history, mails] = await Promise.all([
      this.answer.of(instance, { caller, language, response }),
      instance.life.children.length === 0 ? [] : this.store.workflows.children(caller.county, id),
      historyOf(this.store, instance, at, before ?? instance.version + 1),
      may(caller, 'mails:read') ? this.notifications.list(caller, { workflow: id }, page) : undefined,
    ]);
    const shown = {
      instance,
      view,
      children: children.map((child) => child.instance),
      history: { ...history, isLatest: before === undefined },
      mails: mails && { items: mails.items, more: mails.next !== null },
      done: doneIn(at, instance, { done, proposed }),
    };
    return deskAnswer(response, 200, workflowPage(at, shown));
  }

  @Get(':id/documents/:document')
  @Allow('workflows:read')
  @Reads('document', { subject: ['id', 'document'], before: true })
  async document(
    @Req() { headers }: Request,
    @By() caller: Caller,
    @OwnId() id: string,
    @Param('document') document: string,
    @Res() response: Response,
  ): Promise<void> {
    const asked = { workflow: id, document, known: headers['if-none-match'] };
    await sendDocument(this.store, caller, asked, response);
  }
}

/** What has just been done, by its title; nothing for what is no command. */
function doneIn(
  { language }: At,
  instance: Instance,
  { done, proposed }: { done?: string | undefined; proposed?: string | undefined },
): { title: string; proposed: boolean } | undefined {
  const name = done ?? proposed ?? '';
  const commands = commandsOf(definitionOf(instance.definition));
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  return command && { title: command.title[language], proposed: done === undefined };
}
