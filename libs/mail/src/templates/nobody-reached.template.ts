import type { Language } from '@app/domain';
import { helsinkiDate } from '@app/domain';
import { closing, linkLine } from '../closing';
import { longDate, shortDateOf } from '../dates';
import { deliveries, type Delivery, deliveryLines } from '../deliveries';
import { history, type History, line, mailCommon, moment, partyKind, subjectMatter, whichRequest } from '../fields';
import { letter, paragraph, type Part, sentences } from '../letter';
import { en, fi, plainName, sv } from '../names';
import { requestHistory } from '../request-history';
import { assignmentDueAt, assignmentHistory, compiledOn, toMunicipality } from '../samples';
import { subject } from '../subject';
import { inSentence, wordsOf } from '../subject-matter';
import { defineTemplate } from '../template';

/** What was sent and what became of it, as it is known when this mail leaves; else what had been sent when it was owed. */
function whatWasSent(
  { deliveries: known, history: sent }: { deliveries?: Delivery[] | undefined; history: History },
  language: Language,
): Part {
  return known && known.length > 0 ? deliveryLines(known, language) : requestHistory(sent, language);
}

/**
 * Tells the coordinator that an organisation has neither confirmed nor answered some days before its date: somebody has to call.
 * `organisation` is the one that was asked. Whom to call is said by role; a person's name stands in the register.
 */
export const nobodyReached = defineTemplate({
  audience: 'coordinator',
  schema: mailCommon.extend({
    subjectMatter,
    dueAt: moment,
    history,
    deliveries: deliveries.optional(),
    partyKind: partyKind.default('municipality'),
    workflowId: line.optional(),
    ...whichRequest,
  }),
  sample: {
    ...toMunicipality,
    recipientName: 'Eero Esimerkki',
    link: 'https://vuosikello.example.invalid/workflows/hyte-negotiation-2026.answer-016',
    subjectMatter: 'advance-assignment',
    dueAt: assignmentDueAt,
    history: assignmentHistory.slice(0, 3),
    deliveries: assignmentHistory
      .slice(0, 3)
      .map(({ on, what }, index) =>
        index === 0 ? { on, what, as: 'bounced' as const, status: '5.1.1' } : { on, what, as: 'handed-over' as const },
      ),
    partyKind: 'municipality',
    workflowId: 'hyte-negotiation-2026.answer-016',
    lastOn: compiledOn,
  },
  fi: (data) => {
    const words = wordsOf(data, 'fi');
    const role = data.partyKind === 'municipality' ? 'hyvinvointikoordinaattorille' : 'yhteyshenkilölle';
    return letter(
      subject(
        `Pyyntöä ei ole vahvistettu saaduksi: ${inSentence(words)}, vastauspäivä ${shortDateOf(data.dueAt, 'fi')}`,
        data,
        'fi',
      ),
      `${plainName(data.county, 'fi')} odottaa ${words.wanted({ from: fi.fromThem(data.organisation) })}. ` +
        `Vastauspäivä on ${longDate(helsinkiDate(data.dueAt), 'fi')}. Kukaan ei ole vielä vahvistanut pyyntöä saaduksi eikä vastannut siihen.`,
      paragraph(
        sentences(
          `Soita organisaation ${role} tai kirjaamoon (${fi.label(data.organisation)}) ja varmista, että pyyntö on tullut perille.`,
          'Yhteystiedot ovat rekisterissä.',
          data.workflowId && `Asian tunnus on ${data.workflowId}.`,
        ),
        linkLine('Avaa asia', data.link),
        'Tehtävä sulkeutuu itsestään, kun pyyntö vahvistetaan saaduksi vastaussivulla tai siihen vastataan.',
      ),
      whatWasSent(data, 'fi'),
      'Se, että viesti on luovutettu sähköpostipalvelimelle, ei vielä kerro, että joku on lukenut sen.',
      closing.fi(data),
    );
  },
  sv: (data) => {
    const words = wordsOf(data, 'sv');
    const role = data.partyKind === 'municipality' ? 'välfärdskoordinatorn' : 'kontaktpersonen';
    return letter(
      subject(
        `Begäran har inte bekräftats mottagen: ${inSentence(words)}, svarsdag ${shortDateOf(data.dueAt, 'sv')}`,
        data,
        'sv',
      ),
      `${plainName(data.county, 'sv')} väntar på ${words.wanted({ from: sv.name(data.organisation) })}. ` +
        `Svarsdagen är ${longDate(helsinkiDate(data.dueAt), 'sv')}. Ingen har ännu bekräftat att begäran har tagits emot eller besvarat den.`,
      paragraph(
        sentences(
          `Ring ${role} eller registratorskontoret (${plainName(data.organisation, 'sv')}) och försäkra dig om att begäran har kommit fram.`,
          'Kontaktuppgifterna finns i registret.',
          data.workflowId && `Ärendets beteckning är ${data.workflowId}.`,
        ),
        linkLine('Öppna ärendet', data.link),
        'Uppgiften stängs av sig själv när begäran bekräftas på svarssidan eller besvaras.',
      ),
      whatWasSent(data, 'sv'),
      'Att ett meddelande har överlämnats till e-postservern betyder ännu inte att någon har läst det.',
      closing.sv(data),
    );
  },
  en: (data) => {
    const words = wordsOf(data, 'en');
    const role = data.partyKind === 'municipality' ? 'wellbeing coordinator' : 'contact person';
    return letter(
      subject(
        `Request not confirmed as received: ${inSentence(words)}, reply date ${shortDateOf(data.dueAt, 'en')}`,
        data,
        'en',
      ),
      `${plainName(data.county, 'en')} is waiting for ${words.wanted({ from: en.name(data.organisation) })}. ` +
        `The reply date is ${longDate(helsinkiDate(data.dueAt), 'en')}. Nobody has confirmed receipt of the request or answered it yet.`,
      paragraph(
        sentences(
          `Call the ${role} or the registry (${plainName(data.organisation, 'en')}) and make sure that the request has arrived.`,
          'Their contact details are in the register.',
          data.workflowId && `The identifier of the matter is ${data.workflowId}.`,
        ),
        linkLine('Open the matter', data.link),
        'The task closes by itself when receipt is confirmed on the answer page or the request is answered.',
      ),
      whatWasSent(data, 'en'),
      'That a message was handed over to the mail server does not yet mean that anybody has read it.',
      closing.en(data),
    );
  },
});
