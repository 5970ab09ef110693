import { Controller, Get, Inject, Param } from '@nestjs/common';
import { entryOf, type Store } from '@app/store';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { By, type Caller } from '../access/caller';
import { Reads } from '../access/reads.decorator';
import { Describe } from '../openapi/describe.decorator';
import { named } from '../openapi/named-schemas';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';

const positionForm = /^(0|[1-9]\d{0,14})$/;
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const eventProof = named(
  'EventProof',
  z.object({
    position: z.int(),
    entry: z.string().describe('The bytes that are logged: canonical JSON. The leaf is SHA-256(0x00 ‖ entry).'),
    leafHash: hash,
    size: z.int().describe('Of the tree that the checkpoint signs.'),
    proof: z.array(hash).describe('What stands beside the way up to the root, the lowest first (RFC 6962 §2.1.1).'),
    checkpoint: z.string().describe('The signed note that holds the root.'),
  }),
);

/** That an event is in the log. */
@Controller('v1/events')
export class EventProofsController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Get(':position/proof')
  @Allow('log:prove')
  @Reads('event', { subject: ['position'] })
  @Describe({
    tag: 'log',
    summary: 'The proof that an event is in the log of the county',
    description:
      'All that a stranger needs to check it without this server: hashes from the entry up to a root that is signed.',
    answers: { 200: { description: 'The proof.', schema: eventProof } },
    problems: ['unknown-position'],
  })
  async prove(@By() { county }: Caller, @Param('position') position: string): Promise<z.infer<typeof eventProof>> {
    const proven = positionForm.test(position) ? await this.store.log.prove(county, Number(position)) : undefined;
    if (!proven) throw new Problem('unknown-position');
    const { event, checkpoint, proof } = proven;
    return {
      position: event.position,
      entry: entryOf(event),
      leafHash: event.leafHash.toString('hex'),
      size: checkpoint.size,
      proof: proof.map((one) => one.toString('hex')),
      checkpoint: checkpoint.note,
    };
  }
}
