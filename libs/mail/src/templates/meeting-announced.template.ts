import type { Language } from '@app/domain';
import { closing } from '../closing';
import { letter, type Letter } from '../letter';
import { aboutMeeting, meetingMail, type MeetingMail, titleWithDay } from '../meeting-words';
import { en, fi, inLanguage, plainName, sv } from '../names';
import { whenAndWhere } from '../negotiation';
import { forum, forumText, toMunicipality } from '../samples';
import { subject } from '../subject';
import { forwardInvitation } from '../pass-on';
import { defineTemplate } from '../template';

type Words = { headline: string; lead: (data: MeetingMail, title: string) => string; held: (when: string) => string };

const words: Record<Language, Words> = {
  fi: {
    headline: 'Kutsu',
    lead: (data, title) =>
      `${plainName(data.county, 'fi')} kutsuu ${fi.you(data.organisation)} tilaisuuteen: ${title}.`,
    held: (when) => `Tilaisuus on ${when}.`,
  },
  sv: {
    headline: 'Inbjudan',
    lead: (data, title) =>
      `${plainName(data.county, 'sv')} bjuder in ${sv.name(data.organisation)} till ett tillfälle: ${title}.`,
    held: (when) => `Tillfället hålls ${when}.`,
  },
  en: {
    headline: 'Invitation',
    lead: (data, title) => `${plainName(data.county, 'en')} invites ${en.name(data.organisation)} to: ${title}.`,
    held: (when) => `It is held ${when}.`,
  },
};

/** Invites an organisation to a meeting or an event: what it is, when and where, and what it is about. */
export const meetingAnnounced = defineTemplate({
  audience: 'party',
  schema: meetingMail,
  sample: { ...toMunicipality, ...forum, text: forumText },
  fi: (data) => write(data, 'fi'),
  sv: (data) => write(data, 'sv'),
  en: (data) => write(data, 'en'),
});

function write(data: MeetingMail, language: Language): Letter {
  const { headline, lead, held } = words[language];
  const title = inLanguage(data.title, language);
  return letter(
    subject(`${headline}: ${titleWithDay(title, data.meeting.on, language)}`, data, language),
    lead(data, title),
    held(whenAndWhere(data.meeting, language)),
    aboutMeeting(data, language),
    closing[language](data, forwardInvitation[language](data)),
  );
}
