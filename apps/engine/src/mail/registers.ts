import { audienceOrRole, type Instant, type Register } from '@app/domain';
import type { MailTo } from '@app/mail';
import type { Store } from '@app/store';
import { Inject, Injectable } from '@nestjs/common';
import { STORE } from '../tokens';
import { RecentlyRead } from './recently-read';

/** The registers that mails are written from, with the colleagues whom respondents have named. */
@Injectable()
export class Registers {
  private readonly recent: RecentlyRead<Register | undefined>;

  constructor(@Inject(STORE) store: Pick<Store, 'register'>) {
    this.recent = new RecentlyRead({
      read: (county) => store.register.withColleagues(county),
      version: (county) => store.register.version(county),
    });
  }

  /** As they were in the last two seconds, and read again only where they have changed; but whoever is written to by name and is not there yet has just been added. */
  async at(county: string, now: Instant, to?: MailTo): Promise<Register | undefined> {
    const register = await this.recent.at(county, now);
    const seat = to && audienceOrRole(to.audience);
    if (typeof seat !== 'object' || !('contact' in seat)) return register;
    const isKnown = register?.contacts.some(({ id }) => id === seat.contact) ?? false;
    return isKnown ? register : this.recent.anew(county, now);
  }
}
