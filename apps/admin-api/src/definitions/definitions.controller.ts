import { Controller, Get, Param } from '@nestjs/common';
import type { Language } from '@app/domain';
import { definitions, findDefinition } from '@app/workflows';
import { Allow } from '../access/allow.decorator';
import { In } from '../language/language.decorator';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { versionIn } from './version-in';
import { definition, definitionList, definitionSummary, definitionView } from './definition.view';

/** Which workflows there are, and how they go. */
@Controller('v1/definitions')
export class DefinitionsController {
  @Get()
  @Allow('definitions:read')
  @Describe({
    tag: 'definitions',
    summary: 'Every definition in every version',
    answers: { 200: { description: 'The definitions.', schema: definitionList } },
  })
  list(@In() language: Language) {
    return { items: definitions.map((known) => definitionSummary(known, language)), next: null };
  }

  @Get(':name/:version')
  @Allow('definitions:read')
  @Describe({
    tag: 'definitions',
    summary: 'One definition: its states, its commands with their forms, its deadlines',
    answers: { 200: { description: 'The definition.', schema: definition } },
    problems: ['unknown-id'],
  })
  read(@In() language: Language, @Param('name') name: string, @Param('version') version: string) {
    const known = findDefinition(name, versionIn(version));
    if (!known) throw new Problem('unknown-id');
    return definitionView(known, language);
  }
}
