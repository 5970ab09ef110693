import type { Store } from '@app/store';
import { definitionOf, type Instance } from '@app/workflows';
import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Allow } from '../../access/allow.decorator';
import { AtDesk } from '../../access/desk/at-desk.decorator';
import { Reads } from '../../access/reads.decorator';
import type { FormValues } from '../../pages/form-values';
import { randomId } from '../../clock/random-id';
import { bodyOf } from '../../input/body.decorator';
import { OwnId } from '../../input/own-id.decorator';
import { Problem } from '../../problems/problem';
import { problemKinds } from '../../problems/problem-kinds';
import { STORE } from '../../store.token';
import { commandIdOf } from '../../workflows/command-identity';
import { ForeseenAnswer } from '../../workflows/foreseen-answer';
import { StepDesk } from '../../workflows/step-desk';
import { type AtDesk as At, DeskRoom, workflowPath } from '../desk-room';
import { deskAnswer, goOn } from '../desk-page';
import {
  changedValues,
  commandForm,
  type CommandForm,
  emptiedSections,
  errorsOf,
  type SentCommand,
  sentCommand,
  standingDates,
  stepOf,
  writtenAnew,
} from './command-form';
import { type Again, commandPage } from './command.page';
import { previewPage } from './preview.page';
import { workflowWords as words } from './workflow-words';

/** Giving a command at the desk: its form, what it would do, and doing it. */
@Controller('desk/workflows/:id/commands')
@AtDesk()
export class DeskCommandController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly room: DeskRoom,
    private readonly steps: StepDesk,
    private readonly foreseen: ForeseenAnswer,
  ) {}

  @Get(':command')
  @Allow('workflows:write')
  @Reads('workflow', { subject: ['id'] })
  async show(
    @Req() request: Request,
    @OwnId() id: string,
    @Param('command') command: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const at = await this.room.open(request);
    const instance = await this.find(at, id);
    const form = commandForm(instance, command, at);
    if (!form?.isOffered) throw new Problem('illegal-step');
    const shown = { instance, form, formId: randomId(), values: new Map<string, string>(), note: '' };
    return deskAnswer(response, 200, commandPage(at, shown));
  }

  @Post(':command')
  @Allow('workflows:write')
  async take(
    @Req() request: Request,
    @OwnId() id: string,
    @Param('command') command: string,
    @Res() response: Response,
  ): Promise<void> {
    const at = await this.room.open(request);
    const posted = sentCommand(bodyOf(request, 'application/x-www-form-urlencoded'));
    const instance = await this.find(at, id);
    const form = commandForm(instance, command, { ...at, names: posted.values.keys() });
    if (!form) throw new Problem('illegal-step');
    const known = new Set(form.shape?.fields.map(({ name }) => name));
    if ([...posted.values.keys()].some((name) => !known.has(name))) throw new Problem('malformed-request');
    const stood = await this.standingThen(at, { instance, form, version: posted.version });
    const sent = { ...posted, values: changedValues(form.shape, posted.values, stood) };
    const asked = { at, instance, command, form, sent, stood };
    if (sent.pressed === 'edit') {
      this.edit(asked, response);
      return;
    }
    const emptied = emptiedSections(form.shape, posted.values, stood);
    if (emptied.length > 0) {
      const errors = emptied.map((field) => ({ field, message: words.dateTakenAway[at.language] }));
      const page = commandPage(at, { instance, form, ...posted, again: { outcome: 'invalid', errors } });
      response.send(deskAnswer(response, 422, page));
      return;
    }
    try {
      if (sent.pressed === 'confirm') await this.give(asked, response);
      else await this.preview(asked, response);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await this.refused(asked, error, response);
    }
  }

  /** What was written, to be written on; where the matter has changed since it was seen, that is said. */
  private edit({ at, instance, form, sent, stood }: Asked, response: Response): void {
    const isOvertaken = sent.version !== instance.version;
    const again = { outcome: isOvertaken ? 'overtaken' : 'edit' } as const;
    const values = writtenAnew(form, sent.values, stood);
    const page = commandPage(at, { instance, form, formId: sent.formId, values, note: sent.note, again });
    response.send(deskAnswer(response, isOvertaken ? 412 : 200, page));
  }

  private async preview(asked: Asked, response: Response): Promise<void> {
    const { at, instance, command, form, sent } = asked;
    const { caller, language } = at;
    const would = await this.steps.foresee(caller, this.step(asked));
    // Whoever goes back and looks again after it was done must not read that nothing has happened yet.
    if (would.outcome === 'accepted') {
      goOn(response, workflowPath(at, instance.id, { done: command }));
      return;
    }
    const foreseen = await this.foreseen.of(would, caller, language);
    const { commands } = await this.store.proposals.setting(caller.county);
    const { name } = definitionOf(instance.definition);
    const needsSecond = commands.includes(`${name}/${command}`);
    response.send(deskAnswer(response, 200, previewPage(at, { instance, form, sent, foreseen, needsSecond })));
  }

  private async give(asked: Asked, response: Response): Promise<void> {
    const { at, instance, command } = asked;
    const { outcome } = await this.steps.giveOrPropose(at.caller, this.step(asked), true);
    goOn(response, workflowPath(at, instance.id, { [outcome === 'accepted' ? 'done' : 'proposed']: command }));
  }

  private step({ at, instance, form, sent }: Asked) {
    const said = stepOf(form, sent);
    const commandId = commandIdOf(at.caller, sent.formId);
    return { ...said, workflow: instance.id, seen: sent.version, commandId };
  }

  /** Nothing was done: the form again as the matter stands by now, with what was written, and why. */
  private async refused(
    { at, instance: seen, command, sent, stood }: Asked,
    problem: Problem,
    response: Response,
  ): Promise<void> {
    const instance = await this.find(at, seen.id);
    const form = commandForm(instance, command, { ...at, names: sent.values.keys() });
    if (!form) throw problem;
    // A form that was sent in vain is another one now: the first try's answer is not to be given again.
    const formId = problem.kind === 'invalid-data' ? sent.formId : randomId();
    const why = form.isOffered ? whyAgain(problem, { form, sent, at }) : ({ outcome: 'impossible' } as const);
    const values = writtenAnew(form, sent.values, stood);
    const page = commandPage(at, { instance, form, formId, values, note: sent.note, again: why });
    response.send(deskAnswer(response, problem.status, page));
  }

  /** The dates as whoever filled in the form saw them, also where somebody was faster. */
  private async standingThen(
    { caller, language }: At,
    { instance, form, version }: { instance: Instance; form: CommandForm; version: number },
  ): Promise<FormValues> {
    if (version === instance.version || form.standing.size === 0) return form.standing;
    const then = await this.store.workflows.readAt(caller.county, instance.id, version);
    return standingDates(form.shape, then ?? instance, language);
  }

  private async find({ caller }: At, id: string): Promise<Instance> {
    const instance = await this.store.workflows.read(caller.county, id);
    if (!instance) throw new Problem('unknown-id');
    return instance;
  }
}

type Asked = {
  at: At;
  instance: Instance;
  command: string;
  form: CommandForm;
  sent: SentCommand;
  /** The dates as they stood when the form was seen. */
  stood: FormValues;
};

function whyAgain(
  problem: Problem,
  { form, sent, at: { language } }: { form: CommandForm; sent: SentCommand; at: At },
): Again {
  switch (problem.kind) {
    case 'version-stale':
    case 'version-required':
      return { outcome: 'overtaken' };
    case 'illegal-step':
      return { outcome: 'impossible' };
    case 'invalid-data':
    case 'unknown-field':
      return { outcome: 'invalid', errors: errorsOf(form, sent, problem, language) };
    default:
      return { outcome: 'refused', says: (problem.more.detail ?? problemKinds[problem.kind].detail)[language] };
  }
}
