import type { Language } from '@app/domain';
import { type z } from 'zod';
import { closing, linkOr } from '../closing';
import { dateAndTime, onDate, shortDateOf } from '../dates';
import { civilDate, handling, mailCommon, moment, subjectMatter, wordingOrLine } from '../fields';
import { letter, paragraph, sentences, type Part } from '../letter';
import { bodyName, en, fi, plainName, sv } from '../names';
import { compiledOn, receivedAt, toMunicipality } from '../samples';
import { sectionMark } from '../section-mark';
import { subject } from '../subject';
import { subjectMatterWords } from '../subject-matter';
import { defineTemplate } from '../template';

const schema = mailCommon.extend({
  subjectMatter,
  receivedAt: moment,
  handled: handling.optional(),
  body: wordingOrLine.optional(),
  nextBody: wordingOrLine.optional(),
  compiledOn: civilDate.optional(),
});

const handledBy: Record<Language, string> = { fi: 'Käsittely', sv: 'Behandling', en: 'Handled' };

function handlingLine({ handled }: z.output<typeof schema>, language: Language): Part {
  if (handled === undefined) return undefined;
  const { body, on, section } = handled;
  return `${handledBy[language]}: ${bodyName(body, language)} ${onDate(on, language)}, ${sectionMark(section)}.`;
}

const compiled: Record<Language, string> = {
  fi: 'Kokoamme vastaukset neuvottelun pohjaksi ja lähetämme koonnin kaikille',
  sv: 'Vi sammanställer svaren som underlag för förhandlingen och skickar sammanställningen till alla',
  en: 'We compile the answers as a basis for the negotiation and send the summary to everybody',
};

const handledNext: Record<Language, (body: string) => string> = {
  fi: (body) => `Seuraavaksi asian käsittelee ${body}. Ilmoita myös sen päätös.`,
  sv: (body) => `Nästa organ som behandlar ärendet: ${body}. Meddela även dess beslut.`,
  en: (body) => `Next the matter is handled by ${body}. Please report its decision too.`,
};

function nextLine(
  { subjectMatter: matter, compiledOn: on, nextBody }: z.output<typeof schema>,
  language: Language,
): Part {
  if (nextBody !== undefined) return handledNext[language](bodyName(nextBody, language));
  if (matter !== 'advance-assignment' || on === undefined) return undefined;
  return `${compiled[language]} ${onDate(on, language)}.`;
}

function whichBody({ body }: z.output<typeof schema>, language: Language): { body?: string } {
  return body === undefined ? {} : { body: bodyName(body, language) };
}

/**
 * Thanks for what was received: what, when, and where it can still be changed (on the page, where there is one, or by
 * asking). `handled` is how the municipality's body decided, and `nextBody` the one that has the matter next.
 */
export const receipt = defineTemplate({
  audience: 'respondent',
  schema,
  sample: { ...toMunicipality, subjectMatter: 'advance-assignment', receivedAt, compiledOn },
  fi: (data) => {
    const words = subjectMatterWords.fi[data.subjectMatter];
    return letter(
      subject(
        `Kiitos: ${words.label.toLowerCase()}, ${words.receipt} ${shortDateOf(data.receivedAt, 'fi')}`,
        data,
        'fi',
      ),
      sentences(
        `${plainName(data.county, 'fi')} on saanut ${words.received({ from: fi.fromYou(data.organisation), ...whichBody(data, 'fi') })}.`,
        `Se tuli ${dateAndTime(data.receivedAt, 'fi')}. Kiitos.`,
      ),
      paragraph(
        handlingLine(data, 'fi'),
        linkOr(
          'Tietoja voi muuttaa täällä',
          data.link,
          'Jos tietoja on tarpeen muuttaa, kerro siitä yhteyshenkilölle.',
        ),
        nextLine(data, 'fi'),
      ),
      closing.fi(data),
    );
  },
  sv: (data) => {
    const words = subjectMatterWords.sv[data.subjectMatter];
    return letter(
      subject(`Tack: ${words.label.toLowerCase()}, ${words.receipt} ${shortDateOf(data.receivedAt, 'sv')}`, data, 'sv'),
      sentences(
        `${plainName(data.county, 'sv')} har fått ${words.received({ from: sv.name(data.organisation), ...whichBody(data, 'sv') })}.`,
        `Mottaget: ${dateAndTime(data.receivedAt, 'sv')}. Tack.`,
      ),
      paragraph(
        handlingLine(data, 'sv'),
        linkOr('Uppgifterna kan ändras här', data.link, 'Om uppgifterna behöver ändras, meddela kontaktpersonen.'),
        nextLine(data, 'sv'),
      ),
      closing.sv(data),
    );
  },
  en: (data) => {
    const words = subjectMatterWords.en[data.subjectMatter];
    return letter(
      subject(
        `Thank you: ${words.label.toLowerCase()}, ${words.receipt} ${shortDateOf(data.receivedAt, 'en')}`,
        data,
        'en',
      ),
      sentences(
        `${plainName(data.county, 'en')} has received ${words.received({ from: en.name(data.organisation), ...whichBody(data, 'en') })}.`,
        `It came ${dateAndTime(data.receivedAt, 'en')}. Thank you.`,
      ),
      paragraph(
        handlingLine(data, 'en'),
        linkOr('It can be changed here', data.link, 'If anything needs to be changed, please tell the contact person.'),
        nextLine(data, 'en'),
      ),
      closing.en(data),
    );
  },
});
