import type { Language } from '@app/domain';
import type { ErasureAnswer, Store, TextPlace } from '@app/store';
import { Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { actorOf, By, type Caller } from '../access/caller';
import { BodyOf } from '../input/body.decorator';
import { In } from '../language/language.decorator';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { problemKinds } from '../problems/problem-kinds';
import { STORE } from '../store.token';
import { erasure, erasureBody, erasureView } from './erasure.view';

/** Erasing people: their data, and what is written about them. */
@Controller('v1/contacts')
export class ErasuresController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Post(':id/erasure')
  @HttpCode(200)
  @Allow('persons:erase')
  @Describe({
    tag: 'register',
    summary: 'Erase a person',
    description:
      'Removes the contact and blots out its name and address wherever they are written: mails as they were sent, notes, drafts, plans, and texts of the event log, whose proofs still verify. Takes a few seconds. It cannot be undone; with `dryRun` nothing is done. Asked again for the same person, it erases the further `texts` that are named.',
    body: { schema: erasureBody, example: { reason: 'Henkilön pyyntö 12.5.2026', dryRun: true } },
    answers: {
      200: { description: 'What was removed, what stays and why, and what is left to people.', schema: erasure },
    },
    problems: ['unknown-id', 'person-erased', 'mail-under-way', 'no-such-text', 'replay-differs'],
  })
  async erase(
    @By() caller: Caller,
    @In() language: Language,
    @Param('id') person: string,
    @BodyOf(erasureBody) body: z.infer<typeof erasureBody>,
  ) {
    const answer = await this.store.persons.erase({ county: caller.county, person, ...body, actor: actorOf(caller) });
    if (!('erased' in answer)) throw problemOf(answer);
    return erasureView(answer.outcome, answer.erased, language);
  }
}

type Refusal = Exclude<ErasureAnswer, { erased: unknown }>;

function problemOf(refusal: Refusal): Problem {
  switch (refusal.outcome) {
    case 'unknown-person':
      return new Problem('unknown-id');
    case 'erased-before':
      return new Problem('person-erased');
    case 'mail-under-way':
      return new Problem('mail-under-way', { headers: { 'Retry-After': '60' } });
    case 'no-such-texts':
      return new Problem('no-such-text', { errors: refusal.texts.map(issueOf) });
    case 'replay-differs':
      return new Problem('replay-differs', {
        notable: { event: 'replay-differs', fields: { workflow: refusal.workflow } },
      });
  }
}

function issueOf({ stream, seq, pointer }: TextPlace) {
  return { path: `${stream}#${seq}${pointer}`, code: 'no-such-text', message: problemKinds['no-such-text'].detail };
}
