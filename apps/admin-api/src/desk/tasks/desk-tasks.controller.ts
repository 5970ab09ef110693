import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Allow } from '../../access/allow.decorator';
import { AtDesk } from '../../access/desk/at-desk.decorator';
import { Reads } from '../../access/reads.decorator';
import { randomId } from '../../clock/random-id';
import { bodyOf } from '../../input/body.decorator';
import { OwnId } from '../../input/own-id.decorator';
import { page, QueryOf, word } from '../../input/query.decorator';
import { closingNote, TaskDesk } from '../../tasks/task-desk';
import { commandIdOf } from '../../workflows/command-identity';
import { submissionForm } from '../desk-form';
import { deskAnswer, goOn } from '../desk-page';
import { chosenLanguage, doneFlag, orNothing } from '../desk-query';
import { deskPath, DeskRoom } from '../desk-room';
import { taskPageWords } from './task-page-words';
import { taskPage, tasksPage } from './tasks.page';

const listQuery = z.strictObject({
  ...chosenLanguage,
  status: orNothing(z.enum(['open', 'closed'])),
  organisation: orNothing(word),
  ...page,
});
const oneQuery = z.strictObject({ ...chosenLanguage, ...doneFlag });

/** What people have to look at, at the desk. */
@Controller('desk/tasks')
@AtDesk()
export class DeskTasksController {
  constructor(
    private readonly room: DeskRoom,
    private readonly tasks: TaskDesk,
  ) {}

  @Get()
  @Allow('tasks:read')
  @Reads('task')
  async list(
    @Req() request: Request,
    @QueryOf(listQuery) { status, organisation, limit, cursor }: z.infer<typeof listQuery>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const at = await this.room.open(request);
    // Who comes to the list comes for what is to be done; an empty choice asks for all.
    const filter = { status: request.query.status === undefined ? 'open' : status, organisation } as const;
    const listed = await this.tasks.list(at.caller.county, filter, { limit, after: cursor }, at.language);
    return deskAnswer(response, 200, tasksPage(at, { ...listed, filter }));
  }

  @Get(':id')
  @Allow('tasks:read')
  @Reads('task', { subject: ['id'] })
  async read(
    @Req() request: Request,
    @OwnId() id: string,
    @QueryOf(oneQuery) { done }: z.infer<typeof oneQuery>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const at = await this.room.open(request);
    const task = await this.tasks.read(at.caller.county, id, at.language);
    const shown = { task, formId: randomId(), again: undefined, isDone: done !== undefined };
    return deskAnswer(response, 200, taskPage(at, shown));
  }

  @Post(':id/close')
  @Allow('tasks:write')
  async close(@Req() request: Request, @OwnId() id: string, @Res() response: Response): Promise<void> {
    const at = await this.room.open(request);
    const { caller, language } = at;
    const { own } = submissionForm(bodyOf(request, 'application/x-www-form-urlencoded'), ['form', 'note']);
    const note = closingNote.safeParse(own.note);
    if (!note.success) {
      const task = await this.tasks.read(caller.county, id, language);
      const again = { written: own.note, error: taskPageWords.noteMissing[language] };
      const shown = { task, formId: own.form, again, isDone: false };
      response.send(deskAnswer(response, 422, taskPage(at, shown)));
      return;
    }
    await this.tasks.close(caller, id, { note: note.data, commandId: commandIdOf(caller, own.form) });
    goOn(response, deskPath(at, `/tasks/${encodeURIComponent(id)}`, { done: '' }));
  }
}
