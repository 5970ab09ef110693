import type { InboxMessage } from '@app/embedded';
import type { Notification } from '@app/store';
import type { WorkflowEvent } from '@app/workflows';
import type { DrivenYear } from '../../apps/cli/src/demo/run-demo';

const COUNTY = '09';

/** Every mail the county has owed, in the order of their ids. */
export async function everyMail({ stage }: Pick<DrivenYear, 'stage'>): Promise<Notification[]> {
  const mails: Notification[] = [];
  for (let after: string | undefined; ;) {
    const { items, next } = await stage.store.notifications.list(COUNTY, {}, { limit: 200, after });
    mails.push(...items);
    if (next === null) return mails.sort((a, b) => a.owedAt.localeCompare(b.owedAt) || numberOf(a) - numberOf(b));
    after = next;
  }
}

/** The events of one stream: a workflow's, or a mail's. */
export function eventsOf({ stage }: Pick<DrivenYear, 'stage'>, id: string): Promise<WorkflowEvent[]> {
  return stage.store.workflows.events(COUNTY, id, { after: 0, limit: 1000 });
}

/** What the inbox received of a mail: once, or more often after the connection had broken. */
export function received({ stage }: Pick<DrivenYear, 'stage'>, { messageId }: Notification): InboxMessage[] {
  return stage.inbox.messages().filter((message) => message.messageId === messageId);
}

/** The notifications that each mail carried, by its Message-ID. */
export function carriedBy(mails: readonly Notification[]): Map<string, Notification[]> {
  const sent = mails.filter(({ messageId }) => messageId !== null);
  return sent.reduce(
    (all, mail) => all.set(mail.messageId ?? '', [...(all.get(mail.messageId ?? '') ?? []), mail]),
    new Map<string, Notification[]>(),
  );
}

/** The workflow that asks an organisation for its answer. */
export function requestId(organisation: string): string {
  return `09.hyte-negotiation-2026.answer-${organisation}`;
}

function numberOf({ id }: Notification): number {
  return Number(/\.n(\d+)$/.exec(id)?.[1]);
}
