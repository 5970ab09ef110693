import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { addDays, type CivilDate, helsinkiDate } from '@app/domain';
import type { Silence, Store } from '@app/store';
import type { Response } from 'express';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { actorOf, By, type Caller } from '../access/caller';
import { Reads } from '../access/reads.decorator';
import { BodyOf } from '../input/body.decorator';
import { IdempotencyKey } from '../input/headers.decorator';
import { notOfCounty } from '../input/own-id.decorator';
import { page, QueryOf, word } from '../input/query.decorator';
import { text } from '../language/text';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { commandIdOf } from '../workflows/command-identity';
import { idempotencyKey, replayed } from '../workflows/step-headers';
import { Repeated } from '../repeats/repeats.decorator';
import { silence, silenceBody, silenceList } from './silence.schema';

type NewSilence = z.infer<typeof silenceBody>;

const longestDays = 366;

const listQuery = z.strictObject({
  organisation: word.optional(),
  status: z.enum(['in-force', 'all']).default('in-force'),
  ...page,
});

/** Organisations that are not written to for a while. */
@Controller('v1/silences')
export class SilencesController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Get()
  @Allow('silences:read')
  @Reads('notification')
  @Describe({
    tag: 'notifications',
    summary: 'The organisations that are not written to for a while',
    query: listQuery,
    answers: { 200: { description: 'A page of silences.', schema: silenceList } },
  })
  async list(
    @By() { county }: Caller,
    @QueryOf(listQuery) { limit, cursor, organisation, status }: z.infer<typeof listQuery>,
  ) {
    const filter = { organisation, inForce: status === 'in-force' };
    return this.store.silences.list(county, filter, { limit, after: cursor });
  }

  @Post()
  @HttpCode(201)
  @Allow('silences:write')
  @Repeated('own-id')
  @Describe({
    tag: 'notifications',
    summary: 'Stop writing to an organisation for a while',
    description:
      'Until the end of the day its reminders are suppressed (reason `organisation-silenced`), and every other mail to it waits for the morning after. Dates do not move, and the page goes on taking answers. Receipts still leave.',
    headers: { 'Idempotency-Key': idempotencyKey },
    body: {
      schema: silenceBody,
      example: { organisation: '016', untilOn: '2026-08-14', reason: 'Kunnassa on tietojärjestelmän käyttökatko' },
    },
    answers: {
      201: {
        description: 'The silence.',
        schema: silence,
        headers: { 'Idempotency-Replayed': replayed },
      },
    },
    problems: ['idempotency-key-reused', 'invalid-header'],
  })
  async begin(
    @By() caller: Caller,
    @IdempotencyKey() key: string | undefined,
    @BodyOf(silenceBody) body: NewSilence,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Silence> {
    const { county } = caller;
    const untilOn = body.untilOn;
    const today = helsinkiDate(await this.store.now());
    if (untilOn < today || untilOn > addDays(today, longestDays)) throw wrongDay(today);
    const { organisation, reason } = body;
    const request = commandIdOf(caller, key);
    const asked = { county, organisation, untilOn, reason, actor: actorOf(caller), request };
    const answer = await this.store.silences.begin(asked);
    if (answer.outcome === 'unknown-organisation') throw unknownOrganisation(organisation);
    if (answer.outcome === 'repeated') {
      if (!isSame(answer.silence, body)) throw new Problem('idempotency-key-reused');
      response.set('Idempotency-Replayed', 'true');
    }
    return answer.silence;
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('silences:write')
  @Describe({
    tag: 'notifications',
    summary: 'End a silence',
    description:
      'What waits leaves on the next sending morning; reminders that were suppressed can be sent with `resend`.',
    answers: { 204: { description: 'It is over.' } },
    problems: ['silence-ended'],
  })
  async end(@By() caller: Caller, @Param('id') id: string): Promise<void> {
    const of = id.slice(0, 2);
    // What another county has is not told from what is over.
    if (of !== caller.county) throw new Problem('silence-ended', notOfCounty(caller, of).more);
    if (!(await this.store.silences.end(caller.county, id, actorOf(caller)))) throw new Problem('silence-ended');
  }
}

function isSame(begun: Silence, { organisation, untilOn, reason }: NewSilence): boolean {
  return begun.organisation === organisation && begun.untilOn === untilOn && begun.reason === reason;
}

function wrongDay(today: CivilDate): Problem {
  const last = addDays(today, longestDays);
  const message = text(
    `Anna viimeinen päivä väliltä ${today}–${last}.`,
    `Ange en sista dag mellan ${today} och ${last}.`,
    `Give a last day from ${today} to ${last}.`,
  );
  return new Problem('invalid-data', { detail: message, errors: [{ path: 'untilOn', code: 'outside-year', message }] });
}

function unknownOrganisation(id: string): Problem {
  const message = text(
    `Rekisterissä ei ole organisaatiota ”${id}”.`,
    `Registret har ingen organisation ”${id}”.`,
    `The register has no organisation “${id}”.`,
  );
  return new Problem('invalid-data', {
    detail: message,
    errors: [{ path: 'organisation', code: 'unknown-organisation', message }],
  });
}
