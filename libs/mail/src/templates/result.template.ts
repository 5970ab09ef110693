import { closing, linkLine } from '../closing';
import { onDate, shortDate } from '../dates';
import { handling, line, link, mailCommon, partyKind } from '../fields';
import { letter, paragraph, sentences } from '../letter';
import { bodyName, en, fi, inLanguage, isSame, plainName, sentenceStart, sv } from '../names';
import { dutyToNegotiate } from '../negotiation';
import { documentLink, hyteBoard, resultHandledOn, toMunicipality } from '../samples';
import { sectionMark } from '../section-mark';
import { subject } from '../subject';
import { defineTemplate } from '../template';

/**
 * Sends the result of the negotiation, once the county's board has handled it, to be taken into the activity and the
 * budget of the year `about`. A municipality is told that an acknowledgement will be asked for separately.
 */
export const result = defineTemplate({
  audience: 'party',
  schema: mailCommon.extend({ handling, about: line, partyKind, documentLink: link.optional() }),
  sample: {
    ...toMunicipality,
    handling: {
      body: hyteBoard,
      on: resultHandledOn,
      section: '36',
      decision: {
        fi: 'merkittiin tiedoksi ja lähetettiin edelleen',
        sv: 'antecknades för kännedom och sändes vidare',
        en: 'noted and forwarded',
      },
    },
    about: '2027',
    partyKind: 'municipality',
    documentLink,
  },
  fi: (data) => {
    const { body, on, section, decision } = data.handling;
    return letter(
      subject(`Hyte-neuvottelun tulos vuodelle ${data.about}, käsitelty ${shortDate(on, 'fi')}`, data, 'fi'),
      `${plainName(data.county, 'fi')} lähettää ${isSame(data.organisation, data.county) ? 'teille' : fi.toYou(data.organisation)} hyvinvoinnin ja terveyden edistämisen vuosineuvottelun tuloksen otettavaksi huomioon vuoden ${data.about} toiminnassa ja talousarviossa.`,
      paragraph(
        sentences(
          `${sentenceStart(bodyName(body, 'fi'))} käsitteli tuloksen ${onDate(on, 'fi')} (${sectionMark(section)}).`,
          decision && `Päätös: ${inLanguage(decision, 'fi')}.`,
        ),
        linkLine('Tulos', data.documentLink),
      ),
      paragraph(
        `Miksi neuvottelemme: ${dutyToNegotiate.fi}`,
        data.partyKind === 'municipality'
          ? 'Mitä seuraavaksi: pyydämme erillisellä viestillä tiedon siitä, miten kunnan toimielin on käsitellyt tuloksen.'
          : 'Tähän viestiin ei tarvitse vastata.',
      ),
      closing.fi(data),
    );
  },
  sv: (data) => {
    const { body, on, section, decision } = data.handling;
    return letter(
      subject(`Resultatet av förhandlingen för år ${data.about}, behandlat ${shortDate(on, 'sv')}`, data, 'sv'),
      `${plainName(data.county, 'sv')} skickar ${isSame(data.organisation, data.county) ? 'er' : sv.name(data.organisation)} resultatet av den årliga förhandlingen om främjande av hälsa och välfärd för att beaktas i verksamheten och budgeten för år ${data.about}.`,
      paragraph(
        sentences(
          `${sentenceStart(bodyName(body, 'sv'))} behandlade resultatet ${onDate(on, 'sv')} (${sectionMark(section)}).`,
          decision && `Beslut: ${inLanguage(decision, 'sv')}.`,
        ),
        linkLine('Resultatet', data.documentLink),
      ),
      paragraph(
        `Varför vi förhandlar: ${dutyToNegotiate.sv}`,
        data.partyKind === 'municipality'
          ? 'Nästa steg: vi ber i ett separat meddelande om uppgifter om hur kommunens organ har behandlat resultatet.'
          : 'Detta meddelande behöver inte besvaras.',
      ),
      closing.sv(data),
    );
  },
  en: (data) => {
    const { body, on, section, decision } = data.handling;
    return letter(
      subject(`Result of the negotiation for ${data.about}, handled ${shortDate(on, 'en')}`, data, 'en'),
      `${plainName(data.county, 'en')} sends ${isSame(data.organisation, data.county) ? 'you' : en.name(data.organisation)} the result of the yearly negotiation on promoting health and wellbeing, to be taken into account in the activities and budget for ${data.about}.`,
      paragraph(
        sentences(
          `${sentenceStart(bodyName(body, 'en'))} handled the result ${onDate(on, 'en')} (${sectionMark(section)}).`,
          decision && `Decision: ${inLanguage(decision, 'en')}.`,
        ),
        linkLine('Result', data.documentLink),
      ),
      paragraph(
        `Why we negotiate: ${dutyToNegotiate.en}`,
        data.partyKind === 'municipality'
          ? 'What comes next: in a separate message we will ask how the body of the municipality has handled the result.'
          : 'You need not reply to this message.',
      ),
      closing.en(data),
    );
  },
});
