import type { Language } from '@app/domain';
import type { z } from 'zod';
import { closing } from '../closing';
import { shortDate } from '../dates';
import { negotiationTime, prose } from '../fields';
import { letter, type Letter, paragraph, sentences } from '../letter';
import { aboutMeeting, meetingMail } from '../meeting-words';
import { inLanguage, plainName } from '../names';
import { whenAndWhere } from '../negotiation';
import { earlierForum, forum, toMunicipality } from '../samples';
import { subject, titleInSubject } from '../subject';
import { defineTemplate } from '../template';

const schema = meetingMail.extend({ meetingWas: negotiationTime, reason: prose });
type Data = z.output<typeof schema>;

type Words = {
  headline: string;
  lead: (county: string, title: string) => string;
  held: (when: string) => string;
  was: (when: string) => string;
  reason: string;
};

const words: Record<Language, Words> = {
  fi: {
    headline: 'Uusi ajankohta',
    lead: (county, title) => `${county} muuttaa tilaisuuden ajankohtaa tai paikkaa: ${title}.`,
    held: (when) => `Tilaisuus on ${when}.`,
    was: (when) => `Sen piti olla ${when}.`,
    reason: 'Syy:',
  },
  sv: {
    headline: 'Ny tidpunkt',
    lead: (county, title) => `${county} ändrar tiden eller platsen för ett tillfälle: ${title}.`,
    held: (when) => `Tillfället hålls ${when}.`,
    was: (when) => `Det skulle hållas ${when}.`,
    reason: 'Orsak:',
  },
  en: {
    headline: 'New time',
    lead: (county, title) => `${county} changes the time or place of: ${title}.`,
    held: (when) => `It is held ${when}.`,
    was: (when) => `It was to be held ${when}.`,
    reason: 'Reason:',
  },
};

/** Tells whoever has been invited that a meeting or an event is held at another time or place, and why. */
export const meetingMoved = defineTemplate({
  audience: 'party',
  schema,
  sample: { ...toMunicipality, ...forum, meetingWas: earlierForum, reason: 'Tila ei ole käytettävissä.' },
  fi: (data) => write(data, 'fi'),
  sv: (data) => write(data, 'sv'),
  en: (data) => write(data, 'en'),
});

function write(data: Data, language: Language): Letter {
  const { headline, lead, held, was, reason } = words[language];
  const { meeting, meetingWas } = data;
  const title = inLanguage(data.title, language);
  return letter(
    subject(`${headline} ${shortDate(meeting.on, language)}: ${titleInSubject(title)}`, data, language),
    lead(plainName(data.county, language), title),
    sentences(held(whenAndWhere(meeting, language)), was(whenAndWhere(meetingWas, language))),
    paragraph(reason, data.reason),
    aboutMeeting(data, language),
    closing[language](data),
  );
}
