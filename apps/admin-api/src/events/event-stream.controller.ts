import { Controller, Get, Headers, Inject, Req, Res } from '@nestjs/common';
import type { Language } from '@app/domain';
import type { EventFilter, Store } from '@app/store';
import { cloudEventOf, type EventSource, type LogEvent, type Reader } from '@app/workflows';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { Authentications } from '../access/authentications';
import { believedMs } from '../access/known-keys';
import { By, type Caller } from '../access/caller';
import { Reads } from '../access/reads.decorator';
import { giveUpStalled, hasRoomAfter } from '../http/steady-writing';
import { QueryOf } from '../input/query.decorator';
import { In } from '../language/language.decorator';
import { text } from '../language/text';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { PUBLIC_URL } from '../public-url.token';
import { STORE } from '../store.token';
import { eventLine, readerOf } from './event-lines';
import { filter, position } from './event.schema';
import { filterOf, requireReached } from './log-question';
import { LogWatch } from './log-watch';
import { OpenStreams } from './open-streams';

/** A sign of life, so that nobody on the way takes the connection for dead. The key is looked at as often: a revoked one is told of nothing new. */
const heartbeatMs = believedMs;
const atOnce = 200;

const { county, workflow, type } = filter;
const query = z.strictObject({
  county,
  workflow,
  type,
  after: position
    .optional()
    .describe(
      'Begin after this position; `Last-Event-ID` comes before it. Without either, with what happens from now on.',
    ),
});

/** The county's log as it grows. */
@Controller('v1/events')
export class EventStreamController {
  constructor(
    @Inject(STORE) private readonly store: Store,
    @Inject(PUBLIC_URL) private readonly publicUrl: string | undefined,
    private readonly authentications: Authentications,
    private readonly watch: LogWatch,
    private readonly streams: OpenStreams,
  ) {}

  @Get('stream')
  @Allow('events:read')
  @Reads('event', { before: true })
  @Describe({
    tag: 'events',
    summary: 'The log as it grows (server-sent events)',
    description:
      'Each event has its position as `id` and is one line of JSON: a CloudEvent 1.0 (`application/cloudevents+json`) whose `data` is the event as in the list. Who comes back with `Last-Event-ID` misses nothing and gets nothing twice. Events that a filter leaves out only move the `id` on. A comment is sent every 15 seconds at least. A key may have five streams open.',
    query,
    headers: { 'Last-Event-ID': { description: 'The position of the last event that came.', example: '1041' } },
    answers: { 200: { description: 'The stream; it does not end by itself.', file: ['text/event-stream'] } },
    problems: ['unknown-id', 'no-such-position', 'invalid-header', 'too-many-streams'],
  })
  async follow(
    @By() caller: Caller,
    @In() language: Language,
    @QueryOf(query) { after, ...asked }: z.infer<typeof query>,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const filtered = await filterOf(this.store, caller, asked);
    const from = lastPosition(lastEventId) ?? after;
    const last = await requireReached(this.store, caller.county, from);
    const { signal, close } = this.streams.take(caller);
    response.on('close', close);
    try {
      giveUpStalled(response);
      response.set({
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Content-Language': language,
        'Cache-Control': 'private, no-store',
        // It ends when the server does, which would wait for a connection that is kept.
        Connection: 'close',
        // A proxy that gathers output would keep what has happened to itself.
        'X-Accel-Buffering': 'no',
      });
      const mayRead = () => this.stillReads(request);
      const source = {
        publicUrl: this.publicUrl ?? `${request.protocol}://${request.get('host') ?? ''}`,
        county: caller.county,
      };
      await this.send(response, { source, filtered, after: from ?? last, language }, { signal, mayRead });
      response.end();
    } catch (error) {
      if (!response.headersSent) throw error;
      // Who comes back with the last id goes on where this broke off.
      response.destroy();
    } finally {
      close();
    }
  }

  /** A key is revoked, a token runs out: then the stream ends, and whoever comes back hears why. */
  private async stillReads(request: Request): Promise<boolean> {
    try {
      await this.authentications.callerOf(request, 'events:read');
      return true;
    } catch (error) {
      if (error instanceof Problem) return false;
      throw error;
    }
  }

  private async send(
    response: Response,
    { source, filtered, after, language }: Asked,
    { signal, mayRead }: { signal: AbortSignal; mayRead: () => Promise<boolean> },
  ): Promise<void> {
    // The reader hears at once where they stand, and from where to go on.
    if (!(await hasRoomAfter(response, `retry: 3000\n${standing(after)}`))) return;
    let at = after;
    const isOpen = () => !signal.aborted;
    while (isOpen()) {
      const page = await this.store.events.page(source.county, filtered, { after: at, limit: atOnce });
      const reader = await this.readerFor(page.events.length, source.county, language);
      const sent = reader ? page.events.map((one) => messageOf(one, source, reader)) : [];
      const isAhead = page.reached > (page.events.at(-1)?.position ?? at);
      if (!(await mayRead())) return;
      const chunk = `${sent.join('')}${isAhead ? standing(page.reached) : ''}`;
      if (chunk !== '' && !(await hasRoomAfter(response, chunk))) return;
      at = page.reached;
      if (!page.atEnd) continue;
      const grown = await this.watch.grownBeyond(source.county, at, { ms: heartbeatMs, signal });
      if (grown) continue;
      if (!isOpen() || !(await mayRead()) || !(await hasRoomAfter(response, ': still here\n\n'))) return;
    }
  }

  /** Names are read anew with each page: the register changes while a stream is open. */
  private async readerFor(count: number, of: string, language: Language) {
    return count > 0 ? readerOf(this.store, of, language) : undefined;
  }
}

type Asked = { source: EventSource; filtered: EventFilter; after: number; language: Language };

function messageOf(event: LogEvent, source: EventSource, reader: Reader): string {
  return `id: ${event.position}\ndata: ${cloudEventOf(source, event, eventLine(event, reader))}\n\n`;
}

/** Moves the id on without an event: nothing is dispatched without data. */
function standing(at: number): string {
  return at < 0 ? '\n' : `id: ${at}\n\n`;
}

function lastPosition(header: string | undefined): number | undefined {
  if (header === undefined || header === '') return undefined;
  const read = position.safeParse(header);
  if (/^\d{1,16}$/.test(header) && read.success) return read.data;
  throw new Problem('invalid-header', {
    detail: text(
      'Last-Event-ID on viimeisen tapahtuman sija lokissa, esimerkiksi 1041.',
      'Last-Event-ID är den sista händelsens position i loggen, till exempel 1041.',
      'Last-Event-ID is the position of the last event in the log, such as 1041.',
    ),
  });
}
