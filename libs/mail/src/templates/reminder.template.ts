import { helsinkiDate } from '@app/domain';
import type { Language } from '@app/domain';
import { z } from 'zod';
import { basisSentence } from '../basis-sentence';
import { agendaSentence, bodyMeetingSentence } from '../body-meeting';
import { closing, withLink } from '../closing';
import { dateAndTime, longDate, onDate, shortDate, shortDateOf } from '../dates';
import { basis, bodyMeeting, mailCommon, moment, requestSubject, whichRequest } from '../fields';
import { letter, paragraph, type Part } from '../letter';
import { en, fi, plainName, sv } from '../names';
import { isStillAhead, reminderRungs, type ReminderRung } from '../reply-date';
import { assignmentDueAt, compiledOn, lastBodyMeeting, toRespondent } from '../samples';
import { subject } from '../subject';
import { wordsOf } from '../subject-matter';
import { passItOn } from '../pass-on';
import { defineTemplate } from '../template';

const schema = mailCommon.extend({
  dueAt: moment,
  basis,
  rung: z.enum(reminderRungs),
  daysBefore: z.int().min(0).optional(),
  ...whichRequest,
  subjectMatter: requestSubject,
  bodyMeeting: bodyMeeting.optional(),
});

const next: Record<Language, Record<ReminderRung, string>> = {
  fi: {
    agenda: 'Muistutamme tarvittaessa uudelleen lähempänä vastauspäivää.',
    'T-14': 'Muistutamme tarvittaessa uudelleen lähempänä vastauspäivää.',
    'T-7': 'Muistutamme tarvittaessa vielä kerran ennen vastauspäivää.',
    'T-1': 'Tämä on viimeinen muistutus ennen vastauspäivää.',
  },
  sv: {
    agenda: 'Vid behov skickar vi en ny påminnelse närmare svarsdagen.',
    'T-14': 'Vid behov skickar vi en ny påminnelse närmare svarsdagen.',
    'T-7': 'Vid behov skickar vi ännu en påminnelse före svarsdagen.',
    'T-1': 'Detta är den sista påminnelsen före svarsdagen.',
  },
  en: {
    agenda: 'If needed, we will send another reminder closer to the reply date.',
    'T-14': 'If needed, we will send another reminder closer to the reply date.',
    'T-7': 'If needed, we will send one more reminder before the reply date.',
    'T-1': 'This is the last reminder before the reply date.',
  },
};

type Data = z.output<typeof schema>;

// A meeting that has already been held when the reminder is read, or an agenda that has closed, is of no use to the reader.
function meetingAhead({ bodyMeeting: meeting, dueAt, ...which }: Data, language: Language): Part {
  const dueOn = helsinkiDate(dueAt);
  if (which.rung === 'agenda' || meeting === undefined || !isStillAhead(meeting.on, dueOn, which)) return undefined;
  const { materialsDueOn, ...held } = meeting;
  const agendaIsOpen = materialsDueOn !== undefined && isStillAhead(materialsDueOn, dueOn, which);
  return bodyMeetingSentence(agendaIsOpen ? meeting : held, language);
}

// Before an agenda closes, the first day that the reader meets is that day.
function agendaFirst({ rung, bodyMeeting: meeting }: Data, language: Language): Part {
  return rung === 'agenda' && meeting ? agendaSentence(meeting, language) : undefined;
}

type ByWhen = Record<'answer' | 'agenda', (on: string) => string>;

const byWhen: Record<Language, { assignment: ByWhen; other: (head: string) => ByWhen }> = {
  fi: {
    assignment: {
      answer: (on) => `Muistutus: ennakkotehtävän vastaus viimeistään ${on}`,
      agenda: (on) => `Muistutus: ennakkotehtävä, toimielimen aineisto viimeistään ${on}`,
    },
    other: (head) => ({
      answer: (on) => `Muistutus: ${head}, vastaus viimeistään ${on}`,
      agenda: (on) => `Muistutus: ${head}, toimielimen aineisto viimeistään ${on}`,
    }),
  },
  sv: {
    assignment: {
      answer: (on) => `Påminnelse: svar på förhandsuppgiften senast ${on}`,
      agenda: (on) => `Påminnelse: förhandsuppgiften, organets möteshandlingar senast ${on}`,
    },
    other: (head) => ({
      answer: (on) => `Påminnelse: ${head}, svar senast ${on}`,
      agenda: (on) => `Påminnelse: ${head}, organets möteshandlingar senast ${on}`,
    }),
  },
  en: {
    assignment: {
      answer: (on) => `Reminder: reply to the advance assignment by ${on}`,
      agenda: (on) => `Reminder: advance assignment, materials to the body by ${on}`,
    },
    other: (head) => ({
      answer: (on) => `Reminder: ${head}, reply by ${on}`,
      agenda: (on) => `Reminder: ${head}, materials to the body by ${on}`,
    }),
  },
};

// Before an agenda closes that day counts more than the reply date.
function headline({ rung, bodyMeeting: meeting, dueAt, ...data }: Data, language: Language): string {
  const { assignment, other } = byWhen[language];
  const by = data.subjectMatter === 'advance-assignment' ? assignment : other(wordsOf(data, language).head);
  return rung === 'agenda' && meeting?.materialsDueOn
    ? by.agenda(shortDate(meeting.materialsDueOn, language))
    : by.answer(shortDateOf(dueAt, language));
}

/** Reminds of an answer that has not come yet: first what is missing, then until when it can be given. */
export const reminder = defineTemplate({
  audience: 'respondent',
  schema,
  sample: {
    ...toRespondent,
    dueAt: assignmentDueAt,
    basis: 'requested',
    rung: 'T-7',
    subjectMatter: 'advance-assignment',
    lastOn: compiledOn,
    bodyMeeting: lastBodyMeeting,
  },
  fi: (data) => {
    const { wanted, act, used } = wordsOf(data, 'fi');
    return letter(
      subject(headline(data, 'fi'), data, 'fi'),
      `${plainName(data.county, 'fi')} odottaa vielä ${wanted({ from: fi.fromYou(data.organisation) })}.`,
      agendaFirst(data, 'fi'),
      withLink(`${act} viimeistään ${dateAndTime(data.dueAt, 'fi')}`, data),
      paragraph(
        basisSentence(data.basis, 'fi'),
        meetingAhead(data, 'fi'),
        data.lastOn && used(onDate(data.lastOn, 'fi')),
        `${next.fi[data.rung]} Jos vastaus on jo lähetetty, tämä viesti ei vaadi toimia.`,
      ),
      closing.fi(data, passItOn.fi(data)),
    );
  },
  sv: (data) => {
    const { wanted, act, used } = wordsOf(data, 'sv');
    return letter(
      subject(headline(data, 'sv'), data, 'sv'),
      `${plainName(data.county, 'sv')} väntar ännu på ${wanted({ from: sv.name(data.organisation) })}.`,
      agendaFirst(data, 'sv'),
      withLink(`${act} senast ${dateAndTime(data.dueAt, 'sv')}`, data),
      paragraph(
        basisSentence(data.basis, 'sv'),
        meetingAhead(data, 'sv'),
        data.lastOn && used(onDate(data.lastOn, 'sv')),
        `${next.sv[data.rung]} Om svaret redan har skickats kräver detta meddelande inga åtgärder.`,
      ),
      closing.sv(data, passItOn.sv(data)),
    );
  },
  en: (data) => {
    const { wanted, act, used } = wordsOf(data, 'en');
    return letter(
      subject(headline(data, 'en'), data, 'en'),
      `${plainName(data.county, 'en')} is still waiting for ${wanted({ from: en.name(data.organisation) })}.`,
      agendaFirst(data, 'en'),
      withLink(`${act} by ${dateAndTime(data.dueAt, 'en', longDate)}`, data),
      paragraph(
        basisSentence(data.basis, 'en'),
        meetingAhead(data, 'en'),
        data.lastOn && used(onDate(data.lastOn, 'en')),
        `${next.en[data.rung]} If the reply has already been sent, you need not do anything.`,
      ),
      closing.en(data, passItOn.en(data)),
    );
  },
});
