import type { CivilDate } from '@app/domain';
import { Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { By, type Caller } from '../access/caller';
import { BodyOf } from '../input/body.decorator';
import { day, page, QueryOf, word } from '../input/query.decorator';
import { text } from '../language/text';
import { Describe } from '../openapi/describe.decorator';
import { named } from '../openapi/named-schemas';
import { Problem } from '../problems/problem';
import { itemIn, RegisterDesk } from '../register/register-desk';
import { pageOf } from '../register/register-page';
import { listOf, writtenOf } from '../register/register.schema';

const meeting = named('BodyMeeting', z.strictObject({ body: word.describe('Id of the body that meets.'), on: day }));
const meetingList = named('BodyMeetingList', listOf(meeting));
const written = named('WrittenBodyMeeting', writtenOf(meeting));

const listQuery = z.strictObject({
  body: word.optional().describe('Id of the body that meets.'),
  from: day.optional().describe('From this day on.'),
  to: day.optional().describe('Until this day, which counts too.'),
  ...page,
});

type Meeting = { body: string; on: CivilDate };

/** The meetings of all bodies, one a day. */
@Controller('v1/meetings')
export class MeetingsController {
  constructor(private readonly desk: RegisterDesk) {}

  @Get()
  @Allow('register:read')
  @Describe({
    tag: 'register',
    summary: 'The meetings of the bodies',
    query: listQuery,
    answers: { 200: { description: 'A page of meetings, in the order of time.', schema: meetingList } },
  })
  async list(@By() { county }: Caller, @QueryOf(listQuery) { body, from, to, ...asked }: z.infer<typeof listQuery>) {
    const meetings = (await this.desk.list(county, 'bodies'))
      .filter(({ id }) => body === undefined || id === body)
      .flatMap(({ id, meetings }) => meetings.map((on): Meeting => ({ body: id, on })))
      .filter(({ on }) => (from === undefined || on >= from) && (to === undefined || on <= to));
    return pageOf(meetings, (item) => `${item.on} ${item.body}`, asked);
  }

  @Post()
  @HttpCode(201)
  @Allow('register:write')
  @Describe({
    tag: 'register',
    summary: 'Add a meeting',
    description:
      'One that is there already stays the one meeting. One that moves is added on its new day and removed from the old.',
    body: { schema: meeting, example: { body: 'hyte-lautakunta', on: '2026-11-12' } },
    answers: { 201: { description: 'The meeting.', schema: written } },
    problems: ['unknown-id'],
  })
  async create(@By() { county }: Caller, @BodyOf(meeting) added: Meeting) {
    const { warnings } = await this.desk.change(county, (file) => {
      if (!file.bodies.some(({ id }) => id === added.body)) throw unknownBody(added.body);
      return {
        ...file,
        bodies: file.bodies.map((body) =>
          body.id === added.body ? { ...body, meetings: [...body.meetings, added.on] } : body,
        ),
      };
    });
    return { item: added, warnings };
  }

  @Delete(':body/:on')
  @HttpCode(204)
  @Allow('register:write')
  @Describe({
    tag: 'register',
    summary: 'Remove a meeting',
    answers: { 204: { description: 'There is no such meeting any more.' } },
    problems: ['unknown-id'],
  })
  async remove(@By() { county }: Caller, @Param('body') id: string, @Param('on') on: string): Promise<void> {
    await this.desk.change(county, (file) => {
      const body = itemIn(file.bodies, id);
      if (!body.meetings.includes(on)) throw new Problem('unknown-id');
      const left = { ...body, meetings: body.meetings.filter((other) => other !== on) };
      return { ...file, bodies: file.bodies.map((other) => (other === body ? left : other)) };
    });
  }
}

function unknownBody(id: string): Problem {
  const message = text(
    `Rekisterissä ei ole toimielintä ”${id}”.`,
    `Registret har inget organ ”${id}”.`,
    `The register has no body “${id}”.`,
  );
  return new Problem('invalid-data', { detail: message, errors: [{ path: 'body', code: 'unknown-body', message }] });
}
