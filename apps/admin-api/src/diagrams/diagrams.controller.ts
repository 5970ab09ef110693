import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { Language } from '@app/domain';
import type { Store } from '@app/store';
import { definitionOf, drawingOf, findDefinition, marksOf } from '@app/workflows';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { By, type Caller } from '../access/caller';
import { Reads } from '../access/reads.decorator';
import { OwnId } from '../input/own-id.decorator';
import { In } from '../language/language.decorator';
import { Describe, type Description } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { diagramAnswer, diagramForms, diagramHeaders } from './diagram-answer';

/** A workflow's stream is read whole; far more than any has. */
const wholeStream = 1_000_000;

const described: Omit<Description, 'summary'> = {
  tag: 'diagrams',
  description:
    'Drawn from the definition itself: states with their titles, who is waited for, who gives which command, and the deadlines on the arrows. The BPMN file opens in a modeller.',
  headers: diagramHeaders,
  answers: {
    200: {
      description: 'The diagram.',
      schema: z.string(),
      mediaType: diagramForms[0] ?? '',
      alsoAs: diagramForms.slice(1),
      headers: { ETag: { description: 'Of this form in this language.', example: '"0f6b…"' } },
    },
    304: { description: 'Nothing has changed since.' },
  },
  problems: ['unknown-id', 'not-acceptable'],
};

/** Definitions and workflows, drawn. */
@Controller('v1')
export class DiagramsController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Get('definitions/:name/:version/diagram')
  @Allow('definitions:read')
  @Describe({ ...described, summary: 'A definition as a diagram' })
  definition(
    @In() language: Language,
    @Param('name') name: string,
    @Param('version') version: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const known = /^[1-9]\d{0,5}$/.test(version) ? findDefinition(name, Number(version)) : undefined;
    if (!known) throw new Problem('unknown-id');
    return diagramAnswer(drawingOf(known, language), request, response);
  }

  @Get('workflows/:id/diagram')
  @Allow('definitions:read')
  @Reads('workflow', { subject: ['id'] })
  @Describe({
    ...described,
    summary: 'A workflow as a diagram: where it stands, where it has been, what runs until when',
  })
  async workflow(
    @By() caller: Caller,
    @In() language: Language,
    @OwnId() id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const instance = await this.store.workflows.read(caller.county, id);
    if (!instance) throw new Problem('unknown-id');
    const events = await this.store.workflows.events(caller.county, id, { after: 0, limit: wholeStream });
    const definition = definitionOf(instance.definition);
    const marks = marksOf(definition, instance, events);
    return diagramAnswer(drawingOf(definition, language, marks), request, response);
  }
}
