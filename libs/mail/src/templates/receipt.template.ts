import { helsinkiDate, type Language } from '@app/domain';
import { type z } from 'zod';
import { closing, linkOr } from '../closing';
import { dateAndTime, onDate, shortDate } from '../dates';
import {
  civilDate,
  handling,
  mailCommon,
  moment,
  requestSubject,
  subjectMatter,
  whichRequest,
  wordingOrLine,
} from '../fields';
import { letter, paragraph, sentences, type Part } from '../letter';
import { bodyName, en, fi, plainName, sv } from '../names';
import { compiledOn, receivedAt, toMunicipality } from '../samples';
import { sectionMark } from '../section-mark';
import { subject } from '../subject';
import { inSentence, wordsOf } from '../subject-matter';
import { defineTemplate } from '../template';

const schema = mailCommon.extend({
  subjectMatter,
  ...whichRequest,
  receivedAt: moment,
  receivedOn: civilDate.optional(),
  handled: handling.optional(),
  body: wordingOrLine.optional(),
  nextBody: wordingOrLine.optional(),
});

type Data = z.output<typeof schema>;

const handledBy: Record<Language, string> = { fi: 'Käsittely', sv: 'Behandling', en: 'Handled' };

function handlingLine({ handled }: Data, language: Language): Part {
  if (handled === undefined) return undefined;
  const { body, on, section } = handled;
  return `${handledBy[language]}: ${bodyName(body, language)} ${onDate(on, language)}, ${sectionMark(section)}.`;
}

// The summary of the advance assignment goes to everybody who takes part.
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

function nextLine({ subjectMatter: matter, lastOn: on, nextBody, ...data }: Data, language: Language): Part {
  if (nextBody !== undefined) return handledNext[language](bodyName(nextBody, language));
  const subject = requestSubject.safeParse(matter).data;
  if (subject === undefined || on === undefined) return undefined;
  const when = onDate(on, language);
  if (subject === 'advance-assignment') return `${compiled[language]} ${when}.`;
  return wordsOf({ ...data, subjectMatter: subject }, language).used(when);
}

/** When it came; of what came another way only the day is known. */
function cameAt({ receivedAt, receivedOn }: Data, language: Language): string {
  return receivedOn === undefined ? dateAndTime(receivedAt, language) : onDate(receivedOn, language);
}

function cameOn({ receivedAt, receivedOn }: Data, language: Language): string {
  return shortDate(receivedOn ?? helsinkiDate(receivedAt), language);
}

function whichBody({ body }: Data, language: Language): { body?: string } {
  return body === undefined ? {} : { body: bodyName(body, language) };
}

/**
 * Thanks for what was received: what, when, and where it can still be changed (on the page, where there is one, or by
 * asking). `handled` is how the municipality's body decided, and `nextBody` the one that has the matter next.
 */
export const receipt = defineTemplate({
  audience: 'respondent',
  schema,
  sample: { ...toMunicipality, subjectMatter: 'advance-assignment', receivedAt, lastOn: compiledOn },
  fi: (data) => {
    const words = wordsOf(data, 'fi');
    return letter(
      subject(`Kiitos: ${inSentence(words)}, ${words.receipt} ${cameOn(data, 'fi')}`, data, 'fi'),
      sentences(
        `${plainName(data.county, 'fi')} on saanut ${words.received({ from: fi.fromYou(data.organisation), ...whichBody(data, 'fi') })}.`,
        `Se tuli ${cameAt(data, 'fi')}. Kiitos.`,
      ),
      paragraph(
        handlingLine(data, 'fi'),
        linkOr(
          'Tietoja voi korjata täällä, kunnes ne on hyväksytty',
          data.link,
          'Jos tietoja on tarpeen muuttaa, kerro siitä yhteyshenkilölle.',
        ),
        nextLine(data, 'fi'),
      ),
      closing.fi(data),
    );
  },
  sv: (data) => {
    const words = wordsOf(data, 'sv');
    return letter(
      subject(`Tack: ${inSentence(words)}, ${words.receipt} ${cameOn(data, 'sv')}`, data, 'sv'),
      sentences(
        `${plainName(data.county, 'sv')} har fått ${words.received({ from: sv.name(data.organisation), ...whichBody(data, 'sv') })}.`,
        `Mottaget: ${cameAt(data, 'sv')}. Tack.`,
      ),
      paragraph(
        handlingLine(data, 'sv'),
        linkOr(
          'Uppgifterna kan rättas här tills de har godkänts',
          data.link,
          'Om uppgifterna behöver ändras, meddela kontaktpersonen.',
        ),
        nextLine(data, 'sv'),
      ),
      closing.sv(data),
    );
  },
  en: (data) => {
    const words = wordsOf(data, 'en');
    return letter(
      subject(`Thank you: ${inSentence(words)}, ${words.receipt} ${cameOn(data, 'en')}`, data, 'en'),
      sentences(
        `${plainName(data.county, 'en')} has received ${words.received({ from: en.name(data.organisation), ...whichBody(data, 'en') })}.`,
        `It came ${cameAt(data, 'en')}. Thank you.`,
      ),
      paragraph(
        handlingLine(data, 'en'),
        linkOr(
          'It can be corrected here until it is accepted',
          data.link,
          'If anything needs to be changed, please tell the contact person.',
        ),
        nextLine(data, 'en'),
      ),
      closing.en(data),
    );
  },
});
