import { z } from 'zod';
import { closing, linkOr } from '../closing';
import { shortDate } from '../dates';
import { link, mailCommon, negotiationTime } from '../fields';
import { letter, paragraph } from '../letter';
import { plainName } from '../names';
import { negotiationSentence } from '../negotiation';
import { documentLink, negotiation, toMunicipality } from '../samples';
import { subject } from '../subject';
import { defineTemplate } from '../template';

const count = z.int().min(0);

/** Tells every party that the summary of the answers is ready; `answered` of the `asked` parties have answered. */
export const answersCompiled = defineTemplate({
  audience: 'party',
  schema: mailCommon.extend({
    negotiation: negotiationTime,
    answered: count,
    asked: count,
    summaryLink: link.optional(),
  }),
  sample: { ...toMunicipality, negotiation, answered: 19, asked: 21, summaryLink: documentLink },
  fi: (data) =>
    letter(
      subject(`Ennakkotehtävän vastausten koonti neuvotteluun ${shortDate(data.negotiation.on, 'fi')}`, data, 'fi'),
      `${plainName(data.county, 'fi')} on koonnut ennakkotehtävän vastaukset hyvinvoinnin ja terveyden edistämisen vuosineuvottelun pohjaksi.`,
      paragraph(
        linkOr('Koonti', data.summaryLink, 'Koonnin saa yhteyshenkilöltä.'),
        negotiationSentence.fi(data.negotiation),
      ),
      paragraph(
        `Pyyntöjä lähetettiin ${data.asked}, ja vastauksia tuli ${data.answered}.`,
        'Tutustu koontiin ennen neuvottelua. Tähän viestiin ei tarvitse vastata.',
      ),
      closing.fi(data),
    ),
  sv: (data) =>
    letter(
      subject(`Sammanställning av svaren inför förhandlingen ${shortDate(data.negotiation.on, 'sv')}`, data, 'sv'),
      `${plainName(data.county, 'sv')} har sammanställt svaren på förhandsuppgiften som underlag för den årliga förhandlingen om främjande av hälsa och välfärd.`,
      paragraph(
        linkOr('Sammanställning', data.summaryLink, 'Sammanställningen fås av kontaktpersonen.'),
        negotiationSentence.sv(data.negotiation),
      ),
      paragraph(
        `Antal begäranden: ${data.asked}. Antal svar: ${data.answered}.`,
        'Ta del av sammanställningen före förhandlingen. Detta meddelande behöver inte besvaras.',
      ),
      closing.sv(data),
    ),
  en: (data) =>
    letter(
      subject(`Summary of the answers for the negotiation ${shortDate(data.negotiation.on, 'en')}`, data, 'en'),
      `${plainName(data.county, 'en')} has compiled the answers to the advance assignment as a basis for the yearly negotiation on promoting health and wellbeing.`,
      paragraph(
        linkOr('Summary', data.summaryLink, 'The summary is available from the contact person.'),
        negotiationSentence.en(data.negotiation),
      ),
      paragraph(
        `Requests sent: ${data.asked}. Answers received: ${data.answered}.`,
        'Please read the summary before the negotiation. You need not reply to this message.',
      ),
      closing.en(data),
    ),
});
