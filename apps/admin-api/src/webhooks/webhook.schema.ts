import { deliveryFaults, deliveryStates, offReasons } from '@app/store';
import { eventTypes } from '@app/workflows';
import { z } from 'zod';
import { word } from '../input/query.decorator';
import { text } from '../language/text';
import { named } from '../openapi/named-schemas';

const instant = z.string().meta({ format: 'date-time' });

const eventType = z
  .string()
  .max(100)
  .refine((type) => eventTypes.includes(type), {
    params: {
      text: text(
        'Tällaista tapahtumatyyppiä ei ole. Tyypit näkyvät lokissa, esimerkiksi AnswerReceived.',
        'Någon sådan händelsetyp finns inte. Typerna syns i loggen, till exempel AnswerReceived.',
        'There is no such type of event. The types can be seen in the log, such as AnswerReceived.',
      ),
    },
  });

const types = z
  .array(eventType)
  .min(1)
  .max(100)
  .nullable()
  .describe('Only events of these types; null or left out: all of them.');

const url = z
  .string()
  .min(1)
  .describe(
    'Where events are sent: https, port 443 or 8443, a public address, no user in it. Redirects are not followed.',
  );

export const webhookBody = z.strictObject({ url, types: types.optional() });

export const webhookPatch = z.strictObject({
  url: url.optional(),
  types: types.optional(),
  state: z
    .enum(['on', 'off'])
    .optional()
    .describe('`off`: nothing is sent, and events wait in the log. `on`: it goes on where it stopped.'),
});

export const redriveBody = z.strictObject({
  deliveries: z
    .array(word)
    .min(1)
    .max(1_000)
    .optional()
    .describe('Ids of deliveries; left out: all that were given up.'),
});

const shape = {
  id: z.string(),
  url: z.string(),
  types: z.array(z.string()).nullable(),
  state: z.enum(['on', 'off']),
  offBecause: z
    .enum(offReasons)
    .nullable()
    .describe(
      '`gone`: the receiver answered 410; `failing`: it took nothing for three days; `restored`: the database was restored.',
    ),
  createdAt: instant,
  oldSecretUntil: instant.nullable().describe('Until then messages are signed with the secret before, too.'),
  reached: z.int().describe('The last position of the log that has been looked at; -1 before the first.'),
  failingSince: instant.nullable().describe('Since when nothing has got through.'),
  restsUntil: instant
    .nullable()
    .describe('Nothing is sent before then: the receiver does not answer, or asked for it.'),
};

export const webhook = named('Webhook', z.object(shape));
export const webhookList = named('WebhookList', z.object({ items: z.array(webhook), next: z.null() }));
export const webhookWithSecret = named(
  'WebhookWithSecret',
  z.object({
    ...shape,
    secret: z.string().describe('`whsec_…`, what messages are signed with. It is shown only now.'),
  }),
);

const delivery = z.object({
  id: z.string().describe('The `webhook-id` of the message, the same in each attempt.'),
  position: z.int().nullable().describe('Of the event in the log; null: a test.'),
  type: z.string(),
  state: z.enum(deliveryStates).describe('`dead`: given up after three days. It can be sent again.'),
  attempts: z.int(),
  owedAt: instant,
  dueAt: instant.describe('When it is tried next; of one that has ended, when it would have been.'),
  giveUpAt: instant,
  endedAt: instant.nullable(),
  status: z.int().nullable().describe('The HTTP status of the last answer.'),
  reason: z.enum(deliveryFaults).nullable().describe('Why the last attempt came to nothing.'),
});
export const deliveryList = named(
  'WebhookDeliveryList',
  z.object({ items: z.array(delivery), next: z.string().nullable() }),
);
export const owedTest = named('WebhookTest', z.object({ delivery: z.string().describe('The id of its delivery.') }));
export const redriven = named('Redriven', z.object({ count: z.int().describe('How many are sent again.') }));
