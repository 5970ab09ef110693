import { basisSentence } from '../basis-sentence';
import { byMail, closing, linkLine } from '../closing';
import { longDate, onDate, shortDate } from '../dates';
import { basis, civilDate, link, mailCommon, negotiationTime, wordingOrLine } from '../fields';
import { letter, paragraph } from '../letter';
import { bodyName, en, fi, plainName, sv } from '../names';
import { commentsDueOn, documentLink, hyteBoard, negotiation, resultHandledOn, toMunicipality } from '../samples';
import { subject } from '../subject';
import { defineTemplate } from '../template';

/** Asks every party for comments, by e-mail to `askEmail`, on the draft summary; a body then handles it. */
export const draftSummary = defineTemplate({
  audience: 'party',
  schema: mailCommon.extend({
    commentsDueOn: civilDate,
    basis,
    documentLink: link.optional(),
    negotiation: negotiationTime.optional(),
    body: wordingOrLine.optional(),
    meetingOn: civilDate.optional(),
  }),
  sample: {
    ...toMunicipality,
    commentsDueOn,
    basis: 'requested',
    documentLink,
    negotiation,
    body: hyteBoard,
    meetingOn: resultHandledOn,
  },
  fi: (data) => {
    const body = data.body === undefined ? 'hyvinvointialueen toimielin' : bodyName(data.body, 'fi');
    const when = data.meetingOn === undefined ? '' : ` ${onDate(data.meetingOn, 'fi')}`;
    return letter(
      subject(
        `Neuvottelun yhteenvedon luonnos: kommentit viimeistään ${shortDate(data.commentsDueOn, 'fi')}`,
        data,
        'fi',
      ),
      `${plainName(data.county, 'fi')} pyytää ${fi.fromYou(data.organisation)} kommentteja hyvinvoinnin ja terveyden edistämisen vuosineuvottelun yhteenvedon luonnoksesta.`,
      paragraph(
        byMail(`Lähetä kommentit viimeistään ${onDate(data.commentsDueOn, 'fi')} sähköpostilla`, data.askEmail),
        linkLine('Luonnos', data.documentLink),
      ),
      paragraph(
        basisSentence(data.basis, 'fi'),
        data.negotiation && `Neuvottelu pidettiin ${onDate(data.negotiation.on, 'fi')}.`,
        `Mitä kommenteilla tehdään: viimeistelemme yhteenvedon niiden pohjalta. Sen jälkeen sen käsittelee ${body}${when}.`,
        'Jos kommentoitavaa ei ole, tähän viestiin ei tarvitse vastata.',
      ),
      closing.fi(data),
    );
  },
  sv: (data) => {
    const body = data.body === undefined ? 'välfärdsområdets organ' : bodyName(data.body, 'sv');
    const when = data.meetingOn === undefined ? '' : ` ${onDate(data.meetingOn, 'sv')}`;
    return letter(
      subject(
        `Utkast till sammandrag av förhandlingen: kommentarer senast ${shortDate(data.commentsDueOn, 'sv')}`,
        data,
        'sv',
      ),
      `${plainName(data.county, 'sv')} ber ${sv.name(data.organisation)} kommentera utkastet till sammandrag av den årliga förhandlingen om främjande av hälsa och välfärd.`,
      paragraph(
        byMail(`Skicka kommentarerna senast ${longDate(data.commentsDueOn, 'sv')} per e-post`, data.askEmail),
        linkLine('Utkast', data.documentLink),
      ),
      paragraph(
        basisSentence(data.basis, 'sv'),
        data.negotiation && `Förhandlingen hölls ${onDate(data.negotiation.on, 'sv')}.`,
        `Så används kommentarerna: vi färdigställer sammandraget utifrån dem. Därefter behandlas det av ${body}${when}.`,
        'Om du inte har några kommentarer behöver detta meddelande inte besvaras.',
      ),
      closing.sv(data),
    );
  },
  en: (data) => {
    const body = data.body === undefined ? 'a body of the county' : bodyName(data.body, 'en');
    const when = data.meetingOn === undefined ? '' : ` ${onDate(data.meetingOn, 'en')}`;
    return letter(
      subject(`Draft summary of the negotiation: comments by ${shortDate(data.commentsDueOn, 'en')}`, data, 'en'),
      `${plainName(data.county, 'en')} asks ${en.name(data.organisation)} for comments on the draft summary of the yearly negotiation on promoting health and wellbeing.`,
      paragraph(
        byMail(`Send the comments by ${longDate(data.commentsDueOn, 'en')} by e-mail`, data.askEmail),
        linkLine('Draft', data.documentLink),
      ),
      paragraph(
        basisSentence(data.basis, 'en'),
        data.negotiation && `The negotiation was held ${onDate(data.negotiation.on, 'en')}.`,
        `What happens with the comments: we finish the summary on their basis. It is then handled by ${body}${when}.`,
        'If you have no comments, you need not reply to this message.',
      ),
      closing.en(data),
    );
  },
});
