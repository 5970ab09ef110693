import type { CivilDate, Language } from '@app/domain';
import { z } from 'zod';
import { meetingsAhead } from '../acknowledgement-words';
import { basisSentence } from '../basis-sentence';
import { lastMeetingSentence } from '../body-meeting';
import { closing, withLink } from '../closing';
import { longDate, onDate, shortDate } from '../dates';
import { basis, bodyMeeting, civilDate, mailCommon, wordingOrLine, handledMatter } from '../fields';
import { handledMatterWords } from '../handled-matters';
import { letter, paragraph, type Part } from '../letter';
import { bodyName, en, fi, plainName, sv } from '../names';
import { acknowledgementDueOn, municipalBoard, municipalMeetings, toRespondent } from '../samples';
import { reminderRungs } from '../reply-date';
import { subject } from '../subject';
import { subjectMatterWords } from '../subject-matter';
import { forwardIt } from '../pass-on';
import { defineTemplate } from '../template';

const schema = mailCommon.extend({
  body: wordingOrLine,
  subjectMatter: handledMatter,
  dueOn: civilDate,
  basis,
  rung: z.enum(reminderRungs),
  daysBefore: z.int().min(0).optional(),
  meetings: z.array(civilDate),
  bodyMeeting: bodyMeeting.optional(),
});

type Data = z.output<typeof schema>;

// Before an agenda closes, that one meeting counts, and the day on which it closes is the first that the reader meets.
function agendaFirst({ rung, bodyMeeting: meeting }: Data, language: Language): Part {
  return rung === 'agenda' && meeting ? lastMeetingSentence(meeting, language) : undefined;
}

function meetingsToCome(data: Data, language: Language): Part {
  return data.rung === 'agenda' && data.bodyMeeting ? undefined : meetingsAhead(data.meetings, data, language);
}

const headlines: Record<Language, Record<'handled' | 'agenda', (matter: string, on: CivilDate) => string>> = {
  fi: {
    handled: (matter, on) => `Muistutus: tieto ${matter} käsittelystä viimeistään ${shortDate(on, 'fi')}`,
    agenda: (matter, on) => `Muistutus: ${matter} käsittely, toimielimen aineisto viimeistään ${shortDate(on, 'fi')}`,
  },
  sv: {
    handled: (matter, on) => `Påminnelse: uppgifter om behandlingen av ${matter} senast ${shortDate(on, 'sv')}`,
    agenda: (matter, on) =>
      `Påminnelse: behandlingen av ${matter}, organets möteshandlingar senast ${shortDate(on, 'sv')}`,
  },
  en: {
    handled: (matter, on) => `Reminder: record of the handling of ${matter} by ${shortDate(on, 'en')}`,
    agenda: (matter, on) => `Reminder: handling of ${matter}, materials to the body by ${shortDate(on, 'en')}`,
  },
};

function headline({ rung, bodyMeeting: meeting, subjectMatter, dueOn }: Data, language: Language): string {
  const matter = handledMatterWords[language][subjectMatter].short;
  return rung === 'agenda' && meeting?.materialsDueOn
    ? headlines[language].agenda(matter, meeting.materialsDueOn)
    : headlines[language].handled(matter, dueOn);
}

/** Reminds of the handling that has not been reported yet. `meetings` are the body's meetings before the date; past ones are left out. */
export const acknowledgementReminder = defineTemplate({
  audience: 'respondent',
  schema,
  sample: {
    ...toRespondent,
    body: municipalBoard,
    subjectMatter: 'negotiation-result-handling',
    dueOn: acknowledgementDueOn,
    basis: 'requested',
    rung: 'T-14',
    meetings: municipalMeetings,
  },
  fi: (data) =>
    letter(
      subject(headline(data, 'fi'), data, 'fi'),
      `${plainName(data.county, 'fi')} odottaa vielä ${subjectMatterWords.fi[data.subjectMatter].wanted({ from: fi.fromYou(data.organisation), body: bodyName(data.body, 'fi') })}.`,
      agendaFirst(data, 'fi'),
      withLink(`Ilmoita käsittelystä viimeistään ${onDate(data.dueOn, 'fi')}`, data),
      paragraph(
        meetingsToCome(data, 'fi'),
        'Ilmoita käsittelyn päivä, pykälä ja päätös. Jos tieto on jo annettu, tämä viesti ei vaadi toimia.',
        basisSentence(data.basis, 'fi'),
      ),
      closing.fi(data, forwardIt.fi(data)),
    ),
  sv: (data) =>
    letter(
      subject(headline(data, 'sv'), data, 'sv'),
      `${plainName(data.county, 'sv')} väntar ännu på ${subjectMatterWords.sv[data.subjectMatter].wanted({ from: sv.name(data.organisation), body: bodyName(data.body, 'sv') })}.`,
      agendaFirst(data, 'sv'),
      withLink(`Meddela uppgifterna om behandlingen senast ${longDate(data.dueOn, 'sv')}`, data),
      paragraph(
        meetingsToCome(data, 'sv'),
        'Meddela dagen, paragrafen och beslutet. Om uppgifterna redan har lämnats kräver detta meddelande inga åtgärder.',
        basisSentence(data.basis, 'sv'),
      ),
      closing.sv(data, forwardIt.sv(data)),
    ),
  en: (data) =>
    letter(
      subject(headline(data, 'en'), data, 'en'),
      `${plainName(data.county, 'en')} is still waiting for ${subjectMatterWords.en[data.subjectMatter].wanted({ from: en.name(data.organisation), body: bodyName(data.body, 'en') })}.`,
      agendaFirst(data, 'en'),
      withLink(`Report the handling by ${longDate(data.dueOn, 'en')}`, data),
      paragraph(
        meetingsToCome(data, 'en'),
        'Please report the date, the section and the decision. If you have already done so, you need not do anything.',
        basisSentence(data.basis, 'en'),
      ),
      closing.en(data, forwardIt.en(data)),
    ),
});
