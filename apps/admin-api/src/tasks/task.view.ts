import { type Language, taskKinds, taskWords } from '@app/domain';
import { notificationStates, type SentMail, type Task } from '@app/store';
import { z } from 'zod';
import { named } from '../openapi/named-schemas';

const instant = z.string().meta({ format: 'date-time' });

const delivery = z.object({
  notification: z.string(),
  template: z.string(),
  audience: z.string(),
  state: z.enum(notificationStates).describe('`accepted`: the relay took it, no more.'),
  owedAt: instant,
  sentAt: instant.nullable(),
  bounced: z.object({ at: instant, status: z.string() }).nullable().describe('When it came back, and why (RFC 3463).'),
});

export const task = named(
  'Task',
  z.object({
    id: z.string(),
    kind: z.enum(taskKinds),
    status: z.enum(['open', 'closed']),
    title: z.string(),
    happened: z.string().describe('What has happened.'),
    matters: z.string().describe('Why it matters.'),
    todo: z.string().describe('What can be done.'),
    workflow: z.string().nullable(),
    notification: z.string().nullable().describe('The message it is about.'),
    deliveries: z
      .array(delivery)
      .optional()
      .describe('Of a request that nobody has confirmed: what was sent to the organisation, and what became of it.'),
    organisation: z.string().nullable(),
    contact: z.string().nullable().describe('Id of the contact.'),
    openedAt: instant,
    closedAt: instant.nullable(),
    closedBy: z.string().nullable().describe('Id of a key; `clock` or a workflow where it was resolved by itself.'),
    note: z.string().nullable().describe('What whoever closed it has written.'),
  }),
);

export const taskList = named('TaskList', z.object({ items: z.array(task), next: z.string().nullable() }));

/** A task as it is shown, in the reader's language. */
export function taskView(
  { county: _county, key: _key, ...stored }: Task,
  language: Language,
  sent: readonly SentMail[] = [],
): z.infer<typeof task> {
  const { title, happened, matters, todo } = taskWords(stored.kind);
  return {
    ...stored,
    status: stored.closedAt === null ? 'open' : 'closed',
    title: title[language],
    happened: happened[language],
    matters: matters[language],
    todo: todo[language],
    ...(stored.kind === 'nobody-reached' && { deliveries: deliveriesTo(stored, sent) }),
  };
}

function deliveriesTo({ workflow, organisation }: Pick<Task, 'workflow' | 'organisation'>, sent: readonly SentMail[]) {
  return sent
    .filter((mail) => mail.workflow === workflow && mail.to.organisation === organisation)
    .map(({ id, template, to, state, owedAt, sentAt, bounced }) => {
      return { notification: id, template, audience: to.audience, state, owedAt, sentAt, bounced };
    });
}
