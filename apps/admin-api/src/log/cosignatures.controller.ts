import { Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { NoteFormatError, type VerifierKey } from '@app/ledger';
import type { Cosigned, Store } from '@app/store';
import type { Request } from 'express';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { By, type Caller } from '../access/caller';
import { bodyOf } from '../input/body.decorator';
import { notOfCounty } from '../input/own-id.decorator';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { WITNESSES } from '../witnesses.token';

const note = 'text/plain';
const kept = z.object({
  origin: z.string(),
  size: z.int(),
  witnesses: z.array(z.string()).describe('The witnesses whose lines hold.'),
});

/** Lines of witnesses under the log's checkpoints. */
@Controller('log/:county/checkpoint/cosignatures')
export class CosignaturesController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    @Inject(WITNESSES) private readonly witnesses: readonly VerifierKey[],
  ) {}

  @Post()
  @HttpCode(200)
  @Allow('log:witness')
  @Describe({
    tag: 'log',
    summary: 'Bring a checkpoint that a witness has cosigned',
    description:
      'The body is the checkpoint as it was read, with the line of a witness of LOG_WITNESS_KEYS. It is served with the checkpoint from then on.',
    file: [note],
    answers: { 200: { description: 'Whose lines are kept.', schema: kept } },
    problems: [
      'unknown-id',
      'not-a-checkpoint',
      'no-witness',
      'unknown-checkpoint',
      'unsupported-media-type',
      'body-too-large',
    ],
  })
  async add(
    @By() caller: Caller,
    @Param('county') county: string,
    @Req() request: Request,
  ): Promise<z.infer<typeof kept>> {
    if (county !== caller.county) throw notOfCounty(caller, county);
    const cosigned = await this.keep(county, Buffer.from(bodyOf(request, note)).toString('utf8'));
    if (cosigned.outcome !== 'kept') throw new Problem(cosigned.outcome);
    const { origin, size, witnesses } = cosigned;
    return { origin, size, witnesses };
  }

  private async keep(county: string, text: string): Promise<Cosigned> {
    try {
      return await this.store.log.cosign(county, text, this.witnesses);
    } catch (error) {
      if (error instanceof NoteFormatError) throw new Problem('not-a-checkpoint');
      throw error;
    }
  }
}
