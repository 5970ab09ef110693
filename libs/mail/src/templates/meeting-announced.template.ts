import type { Language } from '@app/domain';
import { closing } from '../closing';
import { shortDate } from '../dates';
import { letter, type Letter } from '../letter';
import { aboutMeeting, meetingMail, type MeetingMail } from '../meeting-words';
import { en, fi, inLanguage, plainName, sv } from '../names';
import { whenAndWhere } from '../negotiation';
import { forum, forumText, toMunicipality } from '../samples';
import { subject, titleInSubject } from '../subject';
import { defineTemplate } from '../template';

type Words = { headline: string; lead: (data: MeetingMail, title: string) => string; held: (when: string) => string };

const words: Record<Language, Words & { pass: (data: MeetingMail) => string }> = {
  fi: {
    headline: 'Kutsu',
    lead: (data, title) =>
      `${plainName(data.county, 'fi')} kutsuu ${fi.you(data.organisation)} tilaisuuteen: ${title}.`,
    held: (when) => `Tilaisuus on ${when}.`,
    pass: (data) => `Jos joku toinen osallistuu ${fi.fromYours(data.organisation)}, välitä kutsu hänelle.`,
  },
  sv: {
    headline: 'Inbjudan',
    lead: (data, title) =>
      `${plainName(data.county, 'sv')} bjuder in ${sv.name(data.organisation)} till ett tillfälle: ${title}.`,
    held: (when) => `Tillfället hålls ${when}.`,
    pass: (data) => `Om någon annan deltar från ${sv.yours(data.organisation)} kan du vidarebefordra inbjudan.`,
  },
  en: {
    headline: 'Invitation',
    lead: (data, title) => `${plainName(data.county, 'en')} invites ${en.name(data.organisation)} to: ${title}.`,
    held: (when) => `It is held ${when}.`,
    pass: (data) =>
      `If somebody else takes part from your ${en.yours(data.organisation)}, please forward the invitation.`,
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
  const { headline, lead, held, pass } = words[language];
  const title = inLanguage(data.title, language);
  return letter(
    subject(`${headline}: ${titleInSubject(title)} ${shortDate(data.meeting.on, language)}`, data, language),
    lead(data, title),
    held(whenAndWhere(data.meeting, language)),
    aboutMeeting(data, language),
    closing[language](data, pass(data)),
  );
}
