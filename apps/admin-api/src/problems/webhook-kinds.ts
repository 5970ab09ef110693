import { text } from '../language/text';
import { kind } from './kind';

/** What can stand against a webhook. */
export const webhookKinds = {
  'webhooks-not-set-up': kind(
    409,
    text('Webhookeja ei ole otettu käyttöön', 'Webhookar har inte tagits i bruk', 'Webhooks are not set up'),
    text(
      'Järjestelmän ylläpitäjän on annettava asetus WEBHOOK_KEY.',
      'Systemets administratör ska ange inställningen WEBHOOK_KEY.',
      'Whoever runs the system has to give the setting WEBHOOK_KEY.',
    ),
  ),
  'too-many-webhooks': kind(
    409,
    text('Webhookeja on jo enimmäismäärä', 'Det högsta antalet webhookar har nåtts', 'There are too many webhooks'),
    text(
      'Hyvinvointialueella voi olla enintään 20 webhookia. Poista tarpeettomia (DELETE).',
      'Ett välfärdsområde kan ha högst 20 webhookar. Ta bort sådana som inte behövs (DELETE).',
      'A county may have 20 webhooks at most. Delete those that nobody needs (DELETE).',
    ),
  ),
  'webhook-off': kind(
    409,
    text('Webhook ei ole käytössä', 'Webhooken är inte i bruk', 'The webhook is switched off'),
    text(
      'Ota webhook ensin käyttöön: PATCH, state: on.',
      'Ta först webhooken i bruk: PATCH, state: on.',
      'Switch the webhook on first: PATCH, state: on.',
    ),
  ),
};
