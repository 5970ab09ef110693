import { helsinkiDate, type Instant, type Language, saysAddressIsDead } from '@app/domain';
import { z } from 'zod';
import { longDate } from './dates';
import { civilDate, history, line } from './fields';
import type { Part } from './letter';
import { sentWords } from './request-history';

/**
 * A mail to an organisation and what became of it: the relay took it, it came back (with the status of RFC 3463), it could not leave, it
 * was held back, nobody knows whether the relay took it, or it has still to leave.
 */
export const deliveries = z.array(
  z.object({
    on: civilDate,
    what: history.element.shape.what,
    as: z.enum(['handed-over', 'bounced', 'not-sent', 'held-back', 'unknown', 'waiting']),
    status: line.optional(),
  }),
);
type Deliveries = z.output<typeof deliveries>;
export type Delivery = Deliveries[number];

/** A notification as far as it matters here, as it is stored. */
export type StoredDelivery = {
  template: string;
  state: 'queued' | 'sending' | 'accepted' | 'deferred' | 'rejected' | 'unknown' | 'suppressed';
  bounced: { at: Instant; status: string } | null;
  owedAt: Instant;
  sentAt: Instant | null;
};

/** What mails to whoever is asked say; what only answers them, or tells of something else, is not counted. */
const told: Partial<Record<string, Delivery['what']>> = {
  'advance-assignment': 'asked',
  'information-request': 'asked',
  acknowledgement: 'asked',
  'handed-over': 'asked',
  'completion-request': 'asked',
  reminder: 'reminded',
  'acknowledgement-reminder': 'reminded',
  rescheduled: 'rescheduled',
  overdue: 'overdue',
  'acknowledgement-overdue': 'overdue',
};

const became: Record<StoredDelivery['state'], Delivery['as']> = {
  accepted: 'handed-over',
  rejected: 'not-sent',
  suppressed: 'held-back',
  unknown: 'unknown',
  queued: 'waiting',
  sending: 'waiting',
  deferred: 'waiting',
};

/** What became of the mails, in the order in which they were owed, as a mail can say it. */
export function deliveriesOf(stored: readonly StoredDelivery[]): Delivery[] {
  return [...stored]
    .sort((a, b) => a.owedAt.localeCompare(b.owedAt))
    .flatMap(({ template, state, bounced, owedAt, sentAt }) => {
      const what = told[template];
      if (what === undefined) return [];
      const on = helsinkiDate(sentAt ?? owedAt);
      return [bounced ? { on, what, as: 'bounced', status: bounced.status } : { on, what, as: became[state] }];
    });
}

const heading: Record<Language, string> = {
  fi: 'Mitä on lähetetty ja mitä viesteille on tapahtunut:',
  sv: 'Detta har skickats, och så har det gått med meddelandena:',
  en: 'What has been sent and what became of the messages:',
};

const words: Record<Language, Record<Exclude<Delivery['as'], 'bounced'>, string>> = {
  fi: {
    'handed-over': 'luovutettiin sähköpostipalvelimelle',
    'not-sent': 'lähettäminen ei onnistunut',
    'held-back': 'jätettiin lähettämättä',
    unknown: 'lähetys katkesi, eikä tiedetä, ottiko sähköpostipalvelin viestin vastaan',
    waiting: 'odottaa lähettämistä',
  },
  sv: {
    'handed-over': 'överlämnades till e-postservern',
    'not-sent': 'kunde inte skickas',
    'held-back': 'skickades inte',
    unknown: 'sändningen avbröts, och det är oklart om e-postservern tog emot meddelandet',
    waiting: 'väntar på att skickas',
  },
  en: {
    'handed-over': 'was handed over to the mail server',
    'not-sent': 'could not be sent',
    'held-back': 'was not sent',
    unknown: 'sending broke off, and it is not known whether the mail server took it',
    waiting: 'is waiting to be sent',
  },
};

const cameBack: Record<Language, { dead: string; refused: string }> = {
  fi: { dead: 'palautui: osoite ei toimi', refused: 'palautui: vastaanottajan palvelin ei toimittanut sitä perille' },
  sv: { dead: 'kom tillbaka: adressen fungerar inte', refused: 'kom tillbaka: mottagarens server levererade det inte' },
  en: { dead: 'came back: the address does not work', refused: 'came back: the recipient’s server did not deliver it' },
};

/** A line for each mail; nothing where nothing is known. */
export function deliveryLines(told: Deliveries, language: Language): Part {
  if (told.length === 0) return undefined;
  const lines = told.map((delivery) => {
    const { on, what } = delivery;
    return `– ${longDate(on, language)}: ${sentWords(what, language)} – ${becameWords(delivery, language)}`;
  });
  return [heading[language], ...lines].join('\n');
}

function becameWords({ as, status }: Delivery, language: Language): string {
  if (as !== 'bounced') return words[language][as];
  const { dead, refused } = cameBack[language];
  if (status === undefined) return refused;
  return `${saysAddressIsDead(status) ? dead : refused} (${status})`;
}
