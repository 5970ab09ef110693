import { helsinkiDate, type CivilDate, type Instant, type Language, type Register } from '@app/domain';
import type { MailHold, Store } from '@app/store';
import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { type Caller, callerOf } from '../access/caller';
import { DeskSessions } from '../access/desk/desk-sessions';
import { countyName } from '../pages/names';
import { pageLanguage } from '../pages/page-language';
import { STORE } from '../store.token';

/** Who has which page of the desk in front of them, and when. */
export type AtDesk = {
  caller: Caller;
  language: Language;
  /** Undefined where the county's organisations have not been imported. */
  register: Register | undefined;
  county: string;
  now: Instant;
  today: CivilDate;
  /** The switches that stop the county's mail now. */
  mailHolds: readonly MailHold[];
  /** What the forms of the page are known by. */
  seal: string;
  /** What else of the address the links to the other languages keep. */
  query: string;
};

/** Opens pages of the desk. */
@Injectable()
export class DeskRoom {
  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly sessions: DeskSessions,
  ) {}

  async open(request: Request): Promise<AtDesk> {
    const caller = callerOf(request);
    const language = pageLanguage(request);
    const { county } = caller;
    const [register, now, mailHolds] = await Promise.all([
      this.store.register.read(county),
      this.store.now(),
      this.store.operations.holds(county),
    ]);
    return {
      caller,
      language,
      register,
      county: register ? countyName(register, language) : caller.county,
      now,
      mailHolds,
      today: helsinkiDate(now),
      seal: this.sessions.sealOf(request),
      query: request.method === 'GET' ? queryWithoutLanguage(request.query) : '',
    };
  }
}

/** An address of the desk, in the language that is read. */
export function deskPath(
  { language }: Pick<AtDesk, 'language'>,
  path: string,
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return `/desk${path}?${new URLSearchParams([['lang', language], ...given]).toString()}`;
}

export function workflowPath(at: Pick<AtDesk, 'language'>, id: string, query = {}): string {
  return deskPath(at, `/workflows/${encodeURIComponent(id)}`, query);
}

function queryWithoutLanguage(query: Request['query']): string {
  const kept = Object.entries(query).filter(
    (pair): pair is [string, string] => pair[0] !== 'lang' && typeof pair[1] === 'string',
  );
  return new URLSearchParams(kept).toString();
}
