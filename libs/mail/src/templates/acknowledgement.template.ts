import { z } from 'zod';
import { laterBodiesSentence, meetingsSentence } from '../acknowledgement-words';
import { basisSentence } from '../basis-sentence';
import { closing, linkLine, withLink } from '../closing';
import { longDate, onDate, shortDate } from '../dates';
import { basis, civilDate, line, link, mailCommon, wordingOrLine, handledMatter } from '../fields';
import { handledMatterWords } from '../handled-matters';
import { letter, paragraph } from '../letter';
import { bodyName, en, fi, plainName, sv } from '../names';
import { acknowledgementDueOn, municipalBoard, municipalMeetings, toRespondent } from '../samples';
import { subject } from '../subject';
import { forwardIt } from '../pass-on';
import { defineTemplate } from '../template';

/**
 * Asks a municipality that its body, and those after it, handle a matter and that the day, the § and the decision be recorded. No
 * act requires that it be told. `meetings` are the first body's meetings before the date.
 */
export const acknowledgement = defineTemplate({
  audience: 'respondent',
  schema: mailCommon.extend({
    body: wordingOrLine,
    laterBodies: z.array(wordingOrLine).optional(),
    subjectMatter: handledMatter,
    about: line,
    dueOn: civilDate,
    basis,
    meetings: z.array(civilDate),
    documentLink: link.optional(),
  }),
  sample: {
    ...toRespondent,
    body: municipalBoard,
    subjectMatter: 'negotiation-result-handling',
    about: '2027',
    dueOn: acknowledgementDueOn,
    basis: 'requested',
    meetings: municipalMeetings,
  },
  fi: (data) =>
    letter(
      subject(
        `${handledMatterWords.fi[data.subjectMatter].label}: tieto käsittelystä viimeistään ${shortDate(data.dueOn, 'fi')}`,
        data,
        'fi',
      ),
      `${plainName(data.county, 'fi')} pyytää ${fi.fromYou(data.organisation)}, että ${bodyName(data.body, 'fi')} käsittelee ${handledMatterWords.fi[data.subjectMatter].object} ja että käsittelyn päivä, pykälä ja päätös ilmoitetaan.`,
      paragraph(
        withLink(`Ilmoita käsittelystä viimeistään ${onDate(data.dueOn, 'fi')}`, data),
        meetingsSentence(data.meetings, 'fi'),
        laterBodiesSentence(data.laterBodies, 'fi'),
        linkLine(handledMatterWords.fi[data.subjectMatter].label, data.documentLink),
      ),
      paragraph(
        `Miksi pyydämme: ${handledMatterWords.fi[data.subjectMatter].why(data.about)} ${handledMatterWords.fi[data.subjectMatter].voluntary}`,
        `Mitä tiedolla tehdään: ${handledMatterWords.fi[data.subjectMatter].use}`,
        basisSentence(data.basis, 'fi'),
      ),
      closing.fi(data, forwardIt.fi(data)),
    ),
  sv: (data) =>
    letter(
      subject(
        `${handledMatterWords.sv[data.subjectMatter].label}: uppgifter om behandlingen senast ${shortDate(data.dueOn, 'sv')}`,
        data,
        'sv',
      ),
      `${plainName(data.county, 'sv')} ber ${sv.name(data.organisation)} se till att ${bodyName(data.body, 'sv')} behandlar ${handledMatterWords.sv[data.subjectMatter].object} och att dagen, paragrafen och beslutet meddelas.`,
      paragraph(
        withLink(`Meddela uppgifterna om behandlingen senast ${longDate(data.dueOn, 'sv')}`, data),
        meetingsSentence(data.meetings, 'sv'),
        laterBodiesSentence(data.laterBodies, 'sv'),
        linkLine(handledMatterWords.sv[data.subjectMatter].label, data.documentLink),
      ),
      paragraph(
        `Varför vi ber om detta: ${handledMatterWords.sv[data.subjectMatter].why(data.about)} ${handledMatterWords.sv[data.subjectMatter].voluntary}`,
        `Så används uppgifterna: ${handledMatterWords.sv[data.subjectMatter].use}`,
        basisSentence(data.basis, 'sv'),
      ),
      closing.sv(data, forwardIt.sv(data)),
    ),
  en: (data) =>
    letter(
      subject(
        `${handledMatterWords.en[data.subjectMatter].label}: record of its handling by ${shortDate(data.dueOn, 'en')}`,
        data,
        'en',
      ),
      `${plainName(data.county, 'en')} asks ${en.name(data.organisation)} to have ${bodyName(data.body, 'en')} handle ${handledMatterWords.en[data.subjectMatter].object}, and to report the date, the section and the decision.`,
      paragraph(
        withLink(`Report the handling by ${longDate(data.dueOn, 'en')}`, data),
        meetingsSentence(data.meetings, 'en'),
        laterBodiesSentence(data.laterBodies, 'en'),
        linkLine(handledMatterWords.en[data.subjectMatter].label, data.documentLink),
      ),
      paragraph(
        `Why we ask: ${handledMatterWords.en[data.subjectMatter].why(data.about)} ${handledMatterWords.en[data.subjectMatter].voluntary}`,
        `What happens with it: ${handledMatterWords.en[data.subjectMatter].use}`,
        basisSentence(data.basis, 'en'),
      ),
      closing.en(data, forwardIt.en(data)),
    ),
});
