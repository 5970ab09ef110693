import { basisSentence } from '../basis-sentence';
import { bodyMeetingSentence } from '../body-meeting';
import { closing, withLink } from '../closing';
import { dateAndTime, longDate, onDate, shortDateOf } from '../dates';
import { basis, bodyMeeting, civilDate, mailCommon, moment, negotiationTime, partyKind } from '../fields';
import { letter, paragraph } from '../letter';
import { en, fi, plainName, sv } from '../names';
import { dutyToNegotiate, negotiationSentence, takingPart } from '../negotiation';
import { assignmentDueAt, compiledOn, lastBodyMeeting, negotiation, toRespondent } from '../samples';
import { subject } from '../subject';
import { passItOn } from '../pass-on';
import { defineTemplate } from '../template';

/** Asks one party to answer the advance assignment. To take part is a municipality's duty, to answer this is not. */
export const advanceAssignment = defineTemplate({
  audience: 'respondent',
  schema: mailCommon.extend({
    dueAt: moment,
    basis,
    negotiation: negotiationTime,
    lastOn: civilDate,
    partyKind,
    bodyMeeting: bodyMeeting.optional(),
  }),
  sample: {
    ...toRespondent,
    dueAt: assignmentDueAt,
    basis: 'requested',
    negotiation,
    lastOn: compiledOn,
    partyKind: 'municipality',
    bodyMeeting: lastBodyMeeting,
  },
  fi: (data) =>
    letter(
      subject(`Ennakkotehtävä: vastaus viimeistään ${shortDateOf(data.dueAt, 'fi')}`, data, 'fi'),
      `${plainName(data.county, 'fi')} pyytää ${fi.fromYou(data.organisation)} vastausta hyvinvoinnin ja terveyden edistämisen vuosineuvottelun ennakkotehtävään.`,
      paragraph(
        withLink(`Vastaa viimeistään ${dateAndTime(data.dueAt, 'fi')}`, data),
        negotiationSentence.fi(data.negotiation),
      ),
      paragraph(
        `Miksi kysymme: ${dutyToNegotiate.fi} ${takingPart.fi[data.partyKind]}; ennakkotehtävään vastaaminen on vapaaehtoista.`,
        'Mitä vastauksella tehdään: kokoamme vastaukset neuvottelun pohjaksi ja lähetämme koonnin kaikille ' +
          `${onDate(data.lastOn, 'fi')}.`,
        bodyMeetingSentence(data.bodyMeeting, 'fi'),
        basisSentence(data.basis, 'fi'),
      ),
      closing.fi(data, passItOn.fi(data)),
    ),
  sv: (data) =>
    letter(
      subject(`Förhandsuppgift: svar senast ${shortDateOf(data.dueAt, 'sv')}`, data, 'sv'),
      `${plainName(data.county, 'sv')} ber ${sv.name(data.organisation)} svara på förhandsuppgiften inför den årliga förhandlingen om främjande av hälsa och välfärd.`,
      paragraph(
        withLink(`Svara senast ${dateAndTime(data.dueAt, 'sv')}`, data),
        negotiationSentence.sv(data.negotiation),
      ),
      paragraph(
        `Varför vi frågar: ${dutyToNegotiate.sv} ${takingPart.sv[data.partyKind]}; att besvara förhandsuppgiften är frivilligt.`,
        'Så används svaret: vi sammanställer svaren som underlag för förhandlingen och skickar sammanställningen till alla ' +
          `${onDate(data.lastOn, 'sv')}.`,
        bodyMeetingSentence(data.bodyMeeting, 'sv'),
        basisSentence(data.basis, 'sv'),
      ),
      closing.sv(data, passItOn.sv(data)),
    ),
  en: (data) =>
    letter(
      subject(`Advance assignment: reply by ${shortDateOf(data.dueAt, 'en')}`, data, 'en'),
      `${plainName(data.county, 'en')} asks ${en.name(data.organisation)} to answer the advance assignment for the yearly negotiation on promoting health and wellbeing.`,
      paragraph(
        withLink(`Reply by ${dateAndTime(data.dueAt, 'en', longDate)}`, data),
        negotiationSentence.en(data.negotiation),
      ),
      paragraph(
        `Why we ask: ${dutyToNegotiate.en} ${takingPart.en[data.partyKind]}; answering the advance assignment is voluntary.`,
        'What happens with the answer: we compile the answers as a basis for the negotiation and send the summary to everybody ' +
          `${onDate(data.lastOn, 'en')}.`,
        bodyMeetingSentence(data.bodyMeeting, 'en'),
        basisSentence(data.basis, 'en'),
      ),
      closing.en(data, passItOn.en(data)),
    ),
});
