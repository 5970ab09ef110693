import { z } from 'zod';
import { meetingsSentence } from '../acknowledgement-words';
import { basisSentence } from '../basis-sentence';
import { closing, forwardIt, linkLine, withLink } from '../closing';
import { longDate, onDate, shortDate } from '../dates';
import { basis, civilDate, line, link, mailCommon, wordingOrLine } from '../fields';
import { letter, paragraph } from '../letter';
import { bodyName, en, fi, plainName, sv } from '../names';
import { acknowledgementDueOn, municipalBoard, municipalMeetings, toRespondent } from '../samples';
import { subject } from '../subject';
import { subjectMatterWords } from '../subject-matter';
import { defineTemplate } from '../template';

/**
 * Asks a municipality that its body handle the result and that the day, the § and the decision be recorded. No act
 * requires it. `meetings` are the body's meetings before the date.
 */
export const acknowledgement = defineTemplate({
  audience: 'respondent',
  schema: mailCommon.extend({
    body: wordingOrLine,
    about: line,
    dueOn: civilDate,
    basis,
    meetings: z.array(civilDate),
    documentLink: link.optional(),
  }),
  sample: {
    ...toRespondent,
    body: municipalBoard,
    about: '2027',
    dueOn: acknowledgementDueOn,
    basis: 'requested',
    meetings: municipalMeetings,
  },
  fi: (data) =>
    letter(
      subject(`Neuvottelun tulos: tieto käsittelystä viimeistään ${shortDate(data.dueOn, 'fi')}`, data, 'fi'),
      `${plainName(data.county, 'fi')} pyytää ${fi.fromYou(data.organisation)}, että ${bodyName(data.body, 'fi')} käsittelee hyvinvoinnin ja terveyden edistämisen vuosineuvottelun tuloksen ja että käsittelyn päivä, pykälä ja päätös ilmoitetaan.`,
      paragraph(
        withLink(`Ilmoita käsittelystä viimeistään ${onDate(data.dueOn, 'fi')}`, data),
        meetingsSentence(data.meetings, 'fi'),
        linkLine('Neuvottelun tulos', data.documentLink),
      ),
      paragraph(
        `Miksi pyydämme: tulos on tarkoitettu otettavaksi huomioon vuoden ${data.about} toiminnassa ja talousarviossa. ` +
          subjectMatterWords.fi.acknowledgement.voluntary,
        'Mitä tiedolla tehdään: seuraamme, miten tulos on käsitelty kunnissa, ja valmistelemme seuraavan neuvottelun sen pohjalta.',
        basisSentence(data.basis, 'fi'),
      ),
      closing.fi(data, forwardIt.fi(data)),
    ),
  sv: (data) =>
    letter(
      subject(
        `Resultatet av förhandlingen: uppgifter om behandlingen senast ${shortDate(data.dueOn, 'sv')}`,
        data,
        'sv',
      ),
      `${plainName(data.county, 'sv')} ber ${sv.name(data.organisation)} se till att ${bodyName(data.body, 'sv')} behandlar resultatet av den årliga förhandlingen om främjande av hälsa och välfärd och att dagen, paragrafen och beslutet meddelas.`,
      paragraph(
        withLink(`Meddela uppgifterna om behandlingen senast ${longDate(data.dueOn, 'sv')}`, data),
        meetingsSentence(data.meetings, 'sv'),
        linkLine('Resultatet av förhandlingen', data.documentLink),
      ),
      paragraph(
        `Varför vi ber om detta: avsikten är att resultatet beaktas i verksamheten och budgeten för år ${data.about}. ` +
          subjectMatterWords.sv.acknowledgement.voluntary,
        'Så används uppgifterna: vi följer hur resultatet har behandlats i kommunerna och bereder nästa förhandling utifrån det.',
        basisSentence(data.basis, 'sv'),
      ),
      closing.sv(data, forwardIt.sv(data)),
    ),
  en: (data) =>
    letter(
      subject(`Result of the negotiation: record of its handling by ${shortDate(data.dueOn, 'en')}`, data, 'en'),
      `${plainName(data.county, 'en')} asks ${en.name(data.organisation)} to have ${bodyName(data.body, 'en')} handle the result of the yearly negotiation on promoting health and wellbeing, and to report the date, the section and the decision.`,
      paragraph(
        withLink(`Report the handling by ${longDate(data.dueOn, 'en')}`, data),
        meetingsSentence(data.meetings, 'en'),
        linkLine('Result of the negotiation', data.documentLink),
      ),
      paragraph(
        `Why we ask: the result is meant to be taken into account in the activities and budget for ${data.about}. ` +
          subjectMatterWords.en.acknowledgement.voluntary,
        'What happens with it: we follow how the result has been handled in the municipalities and prepare the next negotiation on that basis.',
        basisSentence(data.basis, 'en'),
      ),
      closing.en(data, forwardIt.en(data)),
    ),
});
