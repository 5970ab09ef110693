import type { Listed, Notification, NotificationFilter, Page, ResendAnswer, Store } from '@app/store';
import { type Instance, isMailWithheld, withoutText } from '@app/workflows';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { actorOf, type Caller, readsAll } from '../access/caller';
import { text } from '../language/text';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';

/** Why a mail is sent once more. */
export const resendReason = z.string().trim().min(3).max(500);

const refusedAs = {
  unknown: 'unknown-id',
  reused: 'idempotency-key-reused',
  'not-ended': 'notification-not-ended',
  'deadline-ended': 'deadline-ended',
} as const;

const pausedNow = text(
  'Työnkulku on keskeytetty, eikä siitä lähde viestejä. Jatka sitä ensin (resume).',
  'Förloppet är pausat och inga meddelanden skickas. Fortsätt det först (resume).',
  'The workflow is paused, and no mail of it leaves. Resume it first.',
);

type Owed = Extract<ResendAnswer, { id: string }>;

/** The mails of a county as a caller may see them, and sending one once more. */
@Injectable()
export class NotificationDesk {
  constructor(@Inject(STORE) private readonly store: Store) {}

  async list(caller: Caller, filter: NotificationFilter, page: Page): Promise<Listed<Notification>> {
    const { items, next } = await this.store.notifications.list(caller.county, filter, page);
    return { items: await this.shownTo(caller, items), next };
  }

  /** @throws Problem `unknown-id` */
  async read(caller: Caller, id: string): Promise<Notification> {
    const stored = await this.find(caller, id);
    const [shown = stored] = await this.shownTo(caller, [stored]);
    return shown;
  }

  /** @throws Problem */
  async resend(
    caller: Caller,
    id: string,
    { reason, commandId }: { reason: string; commandId: string },
  ): Promise<Owed> {
    await this.find(caller, id);
    const owed = { county: caller.county, notification: id, reason, actor: actorOf(caller), commandId };
    const answer = await this.store.notifications.resend(owed);
    if (answer.outcome === 'paused') throw new Problem('paused', { detail: pausedNow });
    if (answer.outcome in refusedAs) throw new Problem(refusedAs[answer.outcome as keyof typeof refusedAs]);
    return answer;
  }

  private async find({ county }: Caller, id: string): Promise<Notification> {
    const stored = await this.store.notifications.read(county, id);
    if (!stored) throw new Problem('unknown-id');
    return stored;
  }

  /** The mails without the texts that are withheld from the caller. */
  private async shownTo(caller: Caller, mails: readonly Notification[]): Promise<Notification[]> {
    if (readsAll(caller)) return [...mails];
    const shown: Notification[] = [];
    const instances = new Map<string, Instance | undefined>();
    for (const mail of mails) {
      const { workflow } = mail;
      if (!instances.has(workflow)) instances.set(workflow, await this.store.workflows.read(caller.county, workflow));
      const instance = instances.get(workflow);
      // Of a workflow that was disposed of, nobody can say any more whether it was public.
      shown.push(!instance || isMailWithheld(instance, mail, readsAll(caller)) ? withoutText(mail) : mail);
    }
    return shown;
  }
}
