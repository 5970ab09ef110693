import type { Language } from '@app/domain';
import type { z } from 'zod';
import { closing, linkLine } from '../closing';
import { onDate, shortDate } from '../dates';
import { civilDate, handling, mailCommon, wordingOrLine } from '../fields';
import { letter, paragraph, sentences, type Part } from '../letter';
import { bodyName, en, fi, inLanguage, plainName, sv } from '../names';
import { assignmentDueOn, sharedMatter, sharedWith, toMunicipality } from '../samples';
import { sectionMark } from '../section-mark';
import { subject } from '../subject';
import { defineTemplate } from '../template';

const schema = mailCommon.extend({
  /** What this request is about, and the one that was answered. */
  matter: wordingOrLine,
  answered: wordingOrLine,
  answeredOn: civilDate,
  handled: handling.omit({ on: true }).extend({ on: civilDate.optional() }).optional(),
});

const handledBy: Record<Language, string> = { fi: 'Käsittely', sv: 'Behandling', en: 'Handled' };

function handlingLine({ handled }: z.output<typeof schema>, language: Language): Part {
  if (handled === undefined) return undefined;
  const { body, on, section } = handled;
  const day = on === undefined ? '' : ` ${onDate(on, language)}`;
  return `${handledBy[language]}: ${bodyName(body, language)}${day}, ${sectionMark(section)}.`;
}

/** Tells that an answer given to another request is used for this one too, so that nobody answers the same thing twice. */
export const answerShared = defineTemplate({
  audience: 'respondent',
  schema,
  sample: { ...toMunicipality, matter: sharedMatter, answered: sharedWith, answeredOn: assignmentDueOn },
  fi: (data) =>
    letter(
      subject(`Vastausta ei tarvita uudelleen: annettu ${shortDate(data.answeredOn, 'fi')}`, data, 'fi'),
      `${plainName(data.county, 'fi')} tarvitsee ${fi.fromYou(data.organisation)} saman vastauksen myös tähän: ${inLanguage(data.matter, 'fi')}.`,
      sentences(
        `Vastaus annettiin ${onDate(data.answeredOn, 'fi')}, kun kysyimme: ${inLanguage(data.answered, 'fi')}.`,
        'Käytämme samaa vastausta, joten muuta ei tarvita.',
      ),
      paragraph(
        handlingLine(data, 'fi'),
        linkLine('Annettu vastaus on luettavissa täällä', data.link),
        'Jos vastausta on tarpeen muuttaa, kerro siitä yhteyshenkilölle.',
      ),
      closing.fi(data),
    ),
  sv: (data) =>
    letter(
      subject(`Svaret behövs inte på nytt: lämnat ${shortDate(data.answeredOn, 'sv')}`, data, 'sv'),
      `${plainName(data.county, 'sv')} behöver samma svar av ${sv.name(data.organisation)} också för detta: ${inLanguage(data.matter, 'sv')}.`,
      sentences(
        `Svaret lämnades ${onDate(data.answeredOn, 'sv')}, då vi frågade: ${inLanguage(data.answered, 'sv')}.`,
        'Vi använder samma svar, så inget mer behövs.',
      ),
      paragraph(
        handlingLine(data, 'sv'),
        linkLine('Det lämnade svaret kan läsas här', data.link),
        'Om svaret behöver ändras, meddela kontaktpersonen.',
      ),
      closing.sv(data),
    ),
  en: (data) =>
    letter(
      subject(`No new reply needed: given ${shortDate(data.answeredOn, 'en')}`, data, 'en'),
      `${plainName(data.county, 'en')} needs the same reply from ${en.name(data.organisation)} for this as well: ${inLanguage(data.matter, 'en')}.`,
      sentences(
        `The reply was given ${onDate(data.answeredOn, 'en')}, when we asked: ${inLanguage(data.answered, 'en')}.`,
        'We use the same reply, so nothing more is needed.',
      ),
      paragraph(
        handlingLine(data, 'en'),
        linkLine('The reply can be read here', data.link),
        'If the reply needs to be changed, please tell the contact person.',
      ),
      closing.en(data),
    ),
});
