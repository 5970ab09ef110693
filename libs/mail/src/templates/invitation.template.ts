import { basisSentence } from '../basis-sentence';
import { closing, linkLine } from '../closing';
import { longDate, onDate, shortDate } from '../dates';
import { civilDate, line, mailCommon, negotiationTime, partyKind } from '../fields';
import { letter, paragraph, sentences } from '../letter';
import { en, fi, plainName, sv } from '../names';
import { dutyToNegotiate, negotiationSentence, takingPart } from '../negotiation';
import { assignmentDueOn, negotiation, toMunicipality } from '../samples';
import { subject } from '../subject';
import { forwardInvitation } from '../pass-on';
import { defineTemplate } from '../template';

/**
 * Invites a municipality or another party to the yearly negotiation; `about` is the year negotiated about. Without
 * `assignmentDueOn` the party joins too late to be asked for an answer.
 */
export const invitation = defineTemplate({
  audience: 'party',
  schema: mailCommon.extend({
    negotiation: negotiationTime,
    about: line,
    assignmentDueOn: civilDate.optional(),
    partyKind,
  }),
  sample: {
    ...toMunicipality,
    negotiation: { ...negotiation, basis: 'agreed' },
    about: '2027',
    assignmentDueOn,
    partyKind: 'municipality',
  },
  fi: (data) =>
    letter(
      subject(`Kutsu: hyte-neuvottelu ${shortDate(data.negotiation.on, 'fi')}`, data, 'fi'),
      `${plainName(data.county, 'fi')} kutsuu ${fi.you(data.organisation)} hyvinvoinnin ja terveyden edistämisen vuosineuvotteluun.`,
      paragraph(
        sentences(
          negotiationSentence.fi(data.negotiation),
          data.negotiation.basis && basisSentence(data.negotiation.basis, 'fi'),
        ),
        linkLine('Neuvottelun tiedot', data.link),
      ),
      paragraph(
        `Miksi kutsumme: ${dutyToNegotiate.fi} ${takingPart.fi[data.partyKind]}.`,
        `Mistä neuvottelemme: vuoden ${data.about} tavoitteista, toimenpiteistä, yhteistyöstä ja seurannasta.`,
        data.assignmentDueOn &&
          `Mitä seuraavaksi: pyydämme vastausta ennakkotehtävään viimeistään ${onDate(data.assignmentDueOn, 'fi')}.`,
      ),
      closing.fi(data, forwardInvitation.fi(data)),
    ),
  sv: (data) =>
    letter(
      subject(`Inbjudan: förhandling om hälsa och välfärd ${shortDate(data.negotiation.on, 'sv')}`, data, 'sv'),
      `${plainName(data.county, 'sv')} bjuder in ${sv.name(data.organisation)} till den årliga förhandlingen om främjande av hälsa och välfärd.`,
      paragraph(
        sentences(
          negotiationSentence.sv(data.negotiation),
          data.negotiation.basis && basisSentence(data.negotiation.basis, 'sv'),
        ),
        linkLine('Uppgifter om förhandlingen', data.link),
      ),
      paragraph(
        `Varför vi bjuder in: ${dutyToNegotiate.sv} ${takingPart.sv[data.partyKind]}.`,
        `Detta förhandlar vi om: mål, åtgärder, samarbete och uppföljning för år ${data.about}.`,
        data.assignmentDueOn &&
          `Nästa steg: vi ber om svar på förhandsuppgiften senast ${longDate(data.assignmentDueOn, 'sv')}.`,
      ),
      closing.sv(data, forwardInvitation.sv(data)),
    ),
  en: (data) =>
    letter(
      subject(`Invitation: negotiation on health and wellbeing ${shortDate(data.negotiation.on, 'en')}`, data, 'en'),
      `${plainName(data.county, 'en')} invites ${en.name(data.organisation)} to the yearly negotiation on promoting health and wellbeing.`,
      paragraph(
        sentences(
          negotiationSentence.en(data.negotiation),
          data.negotiation.basis && basisSentence(data.negotiation.basis, 'en'),
        ),
        linkLine('About the negotiation', data.link),
      ),
      paragraph(
        `Why we invite you: ${dutyToNegotiate.en} ${takingPart.en[data.partyKind]}.`,
        `What we negotiate about: goals, measures, cooperation and follow-up for the year ${data.about}.`,
        data.assignmentDueOn &&
          `What comes next: we ask for a reply to the advance assignment by ${longDate(data.assignmentDueOn, 'en')}.`,
      ),
      closing.en(data, forwardInvitation.en(data)),
    ),
});
