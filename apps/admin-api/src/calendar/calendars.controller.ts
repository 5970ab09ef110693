import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import type { Calendar, Store } from '@app/store';
import type { Request } from 'express';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { By, type Caller } from '../access/caller';
import { Reads } from '../access/reads.decorator';
import { BodyOf } from '../input/body.decorator';
import { IdempotencyKey } from '../input/headers.decorator';
import { notOfCounty } from '../input/own-id.decorator';
import { page, QueryOf } from '../input/query.decorator';
import { text } from '../language/text';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { PUBLIC_URL } from '../public-url.token';
import { STORE } from '../store.token';
import { commandIdOf } from '../workflows/command-identity';
import { Repeated } from '../repeats/repeats.decorator';
import { calendarBody, calendarList, madeCalendar } from './calendar.schema';

type NewCalendar = z.infer<typeof calendarBody>;

const listQuery = z.strictObject(page);

/** Who may read which calendar. */
@Controller('v1/calendars')
export class CalendarsController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    @Inject(PUBLIC_URL) private readonly publicUrl: string | undefined,
  ) {}

  @Post()
  @HttpCode(201)
  @Allow('calendars:write')
  @Repeated('own-id')
  @Describe({
    tag: 'calendars',
    summary: 'Make a calendar and its secret address',
    description:
      'Asked twice without an Idempotency-Key, it makes two. With one, the repeated request answers 409 `calendar-already-made` with the calendar’s address in Location: its secret is shown only once. What is not used is revoked.',
    headers: {
      'Idempotency-Key': {
        description: 'A repeated request makes no second calendar. 1 to 200 printable ASCII characters.',
      },
    },
    body: { schema: calendarBody, example: { scope: 'organisation', subject: '016' } },
    answers: { 201: { description: 'The calendar that was made.', schema: madeCalendar } },
    problems: ['calendar-already-made', 'idempotency-key-reused', 'invalid-header'],
  })
  async create(
    @By() caller: Caller,
    @IdempotencyKey() key: string | undefined,
    @BodyOf(calendarBody) body: NewCalendar,
    @Req() request: Request,
  ) {
    const { county } = caller;
    const { scope, subject = null, language, label } = body;
    if ((scope === 'county') !== (subject === null)) throw wrongSubject(body);
    const made = await this.store.calendars.create({
      county,
      scope,
      subject,
      language,
      label,
      request: key === undefined ? undefined : commandIdOf(caller, key),
    });
    if (made.outcome === 'repeated') throw alreadyMade(made.calendar, body);
    if (made.outcome === 'unknown-subject') throw wrongSubject(body);
    const base = this.publicUrl ?? `${request.protocol}://${request.get('host') ?? ''}`;
    return { id: made.id, url: `${base}/v1/calendar.ics?token=${made.token}` };
  }

  @Get()
  @Allow('calendars:read')
  @Reads('calendar')
  @Describe({
    tag: 'calendars',
    summary: 'The calendars in use',
    query: listQuery,
    answers: { 200: { description: 'A page of calendars, without their addresses.', schema: calendarList } },
  })
  async list(@By() { county }: Caller, @QueryOf(listQuery) { limit, cursor }: z.infer<typeof listQuery>) {
    const { items, next } = await this.store.calendars.list(county, { limit, after: cursor });
    return { items: items.map(({ county: _, ...calendar }) => calendar), next };
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('calendars:write')
  @Describe({
    tag: 'calendars',
    summary: 'Take a calendar out of use',
    description: 'Its address opens nothing any more.',
    answers: { 204: { description: 'It is out of use.' } },
    problems: ['unknown-id'],
  })
  async revoke(@By() caller: Caller, @Param('id') id: string): Promise<void> {
    const of = id.slice(0, 2);
    if (of !== caller.county) throw notOfCounty(caller, of);
    if (!(await this.store.calendars.revoke(caller.county, id))) throw new Problem('unknown-id');
  }
}

/** The answer to a key that has made a calendar before; it is for the same calendar that one repeats oneself. */
function alreadyMade(made: Calendar, { scope, subject, language, label }: NewCalendar): Problem {
  const isSame =
    made.scope === scope &&
    made.subject === (subject ?? null) &&
    made.language === (language ?? null) &&
    made.label === (label ?? null);
  if (!isSame) return new Problem('idempotency-key-reused');
  return new Problem('calendar-already-made', { headers: { Location: `/v1/calendars/${made.id}` } });
}

/** Whatever another county has in its register is not in this one's. */
function wrongSubject({ scope, subject }: NewCalendar): Problem {
  const message =
    scope === 'county'
      ? text(
          'Hyvinvointialueen kalenterilla ei ole kohdetta. Jätä subject pois.',
          'Välfärdsområdets kalender har inget subject. Lämna bort det.',
          'The calendar of the county has no subject. Leave it out.',
        )
      : subject === undefined
        ? text(
            'Anna organisaation tai yhteyshenkilön tunnus.',
            'Ange organisationens eller kontaktpersonens id.',
            'Give the id of the organisation or of the contact.',
          )
        : text(
            `Rekisterissä ei ole tunnusta ”${subject}” (${scope}).`,
            `Registret har inget id ”${subject}” (${scope}).`,
            `The register has no ${scope} with the id “${subject}”.`,
          );
  return new Problem('invalid-data', {
    detail: message,
    errors: [{ path: 'subject', code: 'unknown-subject', message }],
  });
}
