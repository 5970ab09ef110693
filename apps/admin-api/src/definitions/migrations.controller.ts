import { Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { Language } from '@app/domain';
import type { MigrationResult, Store } from '@app/store';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { actorOf, By, type Caller } from '../access/caller';
import { BodyOf } from '../input/body.decorator';
import { In } from '../language/language.decorator';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { migration, migrationBody } from './migration.schema';
import { versionIn } from './version-in';

/** Moving running workflows to another version of their definition. */
@Controller('v1/definitions')
export class MigrationsController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Post(':name/:version/migrations')
  @HttpCode(200)
  @Allow('workflows:migrate')
  @Describe({
    tag: 'definitions',
    summary: 'Move running workflows to this version, or see which could be moved',
    description:
      'A workflow keeps its version unless it is moved: by a mapping that the new version brings, as an event with who and why. Each workflow is moved in a transaction of its own; asked again, what is left is moved.',
    body: { schema: migrationBody, example: { from: 1, dryRun: true } },
    answers: { 200: { description: 'What has become of each workflow, or would.', schema: migration } },
    problems: ['unknown-id', 'no-mapping'],
  })
  async migrate(
    @By() caller: Caller,
    @In() language: Language,
    @Param('name') name: string,
    @Param('version') version: string,
    @BodyOf(migrationBody) { from, reason = '', workflows, dryRun }: z.infer<typeof migrationBody>,
  ): Promise<z.infer<typeof migration>> {
    const to = versionIn(version);
    const { county } = caller;
    const asked = { county, definition: name, from, to, reason, workflows, actor: actorOf(caller), dryRun };
    const answer = await this.store.workflows.migrate(asked);
    switch (answer.outcome) {
      case 'unknown-definition':
        throw new Problem('unknown-id');
      case 'no-mapping':
        throw new Problem('no-mapping');
      case 'done':
        return {
          definition: { name, from, to },
          dryRun,
          results: answer.results.map((result) => resultView(result, language)),
        };
    }
  }
}

function resultView(result: MigrationResult, language: Language) {
  if (result.outcome !== 'stays') return result;
  const { why, ...rest } = result;
  return { ...rest, detail: why[language] };
}
