import { helsinkiDate, type Instant, nextSendingMorning, type Recipient, type Register } from '@app/domain';
import { leavingOf, personKey } from '@app/mail';
import type { Notification, Store } from '@app/store';
import { Inject, Injectable } from '@nestjs/common';
import { STORE } from '../tokens';
import { finished, type Outcome, postponed, recorded, type WorkOf } from '../work/handler';

/** A notification whose time has come, and its reader. */
export type Reached = { notification: Notification; register: Register; recipient: Recipient; now: Instant };

/** Puts routine mail with what else its reader gets that day, so that it leaves as one mail. */
@Injectable()
export class Gathering {
  constructor(@Inject(STORE) private readonly store: Store) {}

  /** What becomes of the work; undefined where the notification goes alone, now. */
  async gather(
    work: WorkOf<'mail'>,
    { notification, register, recipient, now }: Reached,
  ): Promise<Outcome | undefined> {
    // What may have been taken is repeated as it was; and somebody waits for what staff have sent again.
    if (notification.state === 'unknown' || notification.resentOf !== null) return undefined;
    const { id, template, data } = notification;
    const againAt = nextSendingMorning(now);
    const days = { today: helsinkiDate(now), nextOn: helsinkiDate(againAt) };
    if (leavingOf(template, data, { ...days, hasLeft: false }) === 'alone') return undefined;
    const gathering = { notification: id, recipient: personKey(register, recipient), on: days.today, againAt };
    switch (await this.store.digests.gather(work, gathering)) {
      case 'joined':
      case 'lost':
        return recorded;
      case 'gone':
        return finished;
      case 'left':
        if (leavingOf(template, data, { ...days, hasLeft: true }) === 'alone') return undefined;
        return postponed(againAt, "today's mail to this reader has left");
    }
  }
}
