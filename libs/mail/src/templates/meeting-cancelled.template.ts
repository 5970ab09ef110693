import type { Language } from '@app/domain';
import type { z } from 'zod';
import { closing } from '../closing';
import { shortDate } from '../dates';
import { prose } from '../fields';
import { letter, type Letter, paragraph } from '../letter';
import { meetingMail } from '../meeting-words';
import { inLanguage, plainName } from '../names';
import { whenAndWhere } from '../negotiation';
import { forum, toMunicipality } from '../samples';
import { subject, titleInSubject } from '../subject';
import { defineTemplate } from '../template';

const schema = meetingMail.extend({ reason: prose });
type Data = z.output<typeof schema>;

type Words = { headline: string; lead: (county: string, title: string) => string; was: (when: string) => string };

const words: Record<Language, Words & { reason: string; rest: string }> = {
  fi: {
    headline: 'Peruttu',
    lead: (county, title) => `${county} on perunut tilaisuuden: ${title}.`,
    was: (when) => `Tilaisuuden piti olla ${when}.`,
    reason: 'Syy:',
    rest: 'Tämä viesti ei vaadi toimia.',
  },
  sv: {
    headline: 'Inställt',
    lead: (county, title) => `${county} har ställt in ett tillfälle: ${title}.`,
    was: (when) => `Tillfället skulle hållas ${when}.`,
    reason: 'Orsak:',
    rest: 'Detta meddelande kräver inga åtgärder.',
  },
  en: {
    headline: 'Cancelled',
    lead: (county, title) => `${county} has cancelled: ${title}.`,
    was: (when) => `It was to be held ${when}.`,
    reason: 'Reason:',
    rest: 'You need not do anything.',
  },
};

/** Tells whoever has been invited that a meeting or an event is not held, and why. */
export const meetingCancelled = defineTemplate({
  audience: 'party',
  schema,
  sample: { ...toMunicipality, ...forum, reason: 'Ilmoittautuneita oli liian vähän.' },
  fi: (data) => write(data, 'fi'),
  sv: (data) => write(data, 'sv'),
  en: (data) => write(data, 'en'),
});

function write(data: Data, language: Language): Letter {
  const { headline, lead, was, reason, rest } = words[language];
  const title = inLanguage(data.title, language);
  return letter(
    subject(`${headline}: ${titleInSubject(title)} ${shortDate(data.meeting.on, language)}`, data, language),
    lead(plainName(data.county, language), title),
    was(whenAndWhere(data.meeting, language)),
    paragraph(reason, data.reason),
    rest,
    closing[language](data),
  );
}
