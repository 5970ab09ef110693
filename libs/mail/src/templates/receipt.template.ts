import { helsinkiDate, type Language } from '@app/domain';
import { z } from 'zod';
import { answerWay, answerWayWords } from '../answer-ways';
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
  /** The county recorded it for the organisation; `way` is how it came. */
  onBehalf: z.boolean().optional(),
  way: answerWay.optional(),
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

/** That the county wrote it down, how it came to the county, and how a mistake in it is mended; nothing for what was given on the page. */
function recordedLine({ onBehalf, way, askEmail, link }: Data, language: Language): Part {
  if (onBehalf !== true) return undefined;
  const { onBehalfOf, cameThen, wrong } = recorded[language];
  const first = way === undefined ? onBehalfOf : cameThen(answerWayWords[way][language]);
  return sentences(first, link === undefined ? wrong(askEmail) : undefined);
}

const recorded: Record<
  Language,
  { onBehalfOf: string; cameThen: (way: string) => string; wrong: (askEmail: string) => string }
> = {
  fi: {
    onBehalfOf: 'Hyvinvointialue kirjasi tiedot puolestanne.',
    cameThen: (way) => `Tiedot tulivat ${way}, ja hyvinvointialue kirjasi ne puolestanne.`,
    wrong: (email) =>
      `Jos niissä on virhe, ilmoita oikeat tiedot osoitteeseen ${email}: ne kirjataan korjauksena ja aiempi kirjaus säilyy.`,
  },
  sv: {
    onBehalfOf: 'Välfärdsområdet antecknade uppgifterna för er räkning.',
    cameThen: (way) => `Uppgifterna kom ${way}, och välfärdsområdet antecknade dem för er räkning.`,
    wrong: (email) =>
      `Om något är fel, meddela de rätta uppgifterna till ${email}: de antecknas som en rättelse och den tidigare anteckningen bevaras.`,
  },
  en: {
    onBehalfOf: 'The county recorded it on your behalf.',
    cameThen: (way) => `It came ${way}, and the county recorded it on your behalf.`,
    wrong: (email) =>
      `If anything in it is wrong, send what is right to ${email}: it is recorded as a correction, and the earlier record is kept.`,
  },
};

/** When it came; of what came another way only the day is known. */
function cameAt({ receivedAt, receivedOn }: Data, language: Language): string {
  return receivedOn === undefined ? dateAndTime(receivedAt, language) : onDate(receivedOn, language);
}

function cameOn({ receivedAt, receivedOn }: Data, language: Language): string {
  return shortDate(receivedOn ?? helsinkiDate(receivedAt), language);
}

/** How to change it is said once. */
function correction({ onBehalf, link }: Data, how: Part): Part {
  return onBehalf === true && link === undefined ? undefined : how;
}

function whichBody({ body }: Data, language: Language): { body?: string } {
  return body === undefined ? {} : { body: bodyName(body, language) };
}

/**
 * Thanks for what was received: what, when, where it can be read, where it has a page, and that changes are asked for: a given answer
 * is changed by the county. `handled` is how the municipality's body decided, and `nextBody` the one that has the matter next.
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
      recordedLine(data, 'fi'),
      paragraph(
        handlingLine(data, 'fi'),
        correction(
          data,
          linkOr(
            'Tietoja voi korjata täällä, kunnes ne on hyväksytty',
            data.link,
            'Jos tietoja on tarpeen muuttaa, kerro siitä yhteyshenkilölle.',
          ),
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
      recordedLine(data, 'sv'),
      paragraph(
        handlingLine(data, 'sv'),
        correction(
          data,
          linkOr(
            'Uppgifterna kan rättas här tills de har godkänts',
            data.link,
            'Om uppgifterna behöver ändras, meddela kontaktpersonen.',
          ),
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
      recordedLine(data, 'en'),
      paragraph(
        handlingLine(data, 'en'),
        correction(
          data,
          linkOr(
            'It can be corrected here until it has been accepted',
            data.link,
            'If anything needs to be changed, please tell the contact person.',
          ),
        ),
        nextLine(data, 'en'),
      ),
      closing.en(data),
    );
  },
});
