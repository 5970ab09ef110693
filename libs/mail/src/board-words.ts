import type { CivilDate, Language } from '@app/domain';
import type { z } from 'zod';
import { longDate } from './dates';
import type { wordingOrLine } from './fields';
import { paragraph, type Part } from './letter';
import { inLanguage } from './names';

/** A step of a body's handling that somebody has to take by a date. */
export const boardSteps = ['materials', 'decision', 'extract'] as const;
type BoardStep = (typeof boardSteps)[number];

type StepWords = {
  /** What is due, for a subject. */
  noun: string;
  /** What is asked: 'asks you to …'. */
  ask: string;
  /** The instruction before the date. */
  act: string;
  /** That it has not been recorded. */
  missing: string;
};

/** The words for the steps of a body's handling. */
export const boardStepWords: Record<Language, Record<BoardStep, StepWords>> = {
  fi: {
    materials: {
      noun: 'Kokousaineisto',
      ask: 'toimittamaan kokousaineiston',
      act: 'Toimita aineisto',
      missing: 'Kokousaineistoa ei ole merkitty toimitetuksi.',
    },
    decision: {
      noun: 'Päätöksen kirjaaminen',
      ask: 'kirjaamaan toimielimen päätöksen',
      act: 'Kirjaa päätös',
      missing: 'Päätöstä ei ole kirjattu.',
    },
    extract: {
      noun: 'Pöytäkirjanote',
      ask: 'lähettämään pöytäkirjanotteen',
      act: 'Lähetä ote',
      missing: 'Pöytäkirjanotetta ei ole merkitty lähetetyksi.',
    },
  },
  sv: {
    materials: {
      noun: 'Möteshandlingar',
      ask: 'lämna in möteshandlingarna',
      act: 'Lämna in handlingarna',
      missing: 'Möteshandlingarna har inte markerats som inlämnade.',
    },
    decision: {
      noun: 'Anteckning av beslutet',
      ask: 'anteckna organets beslut',
      act: 'Anteckna beslutet',
      missing: 'Beslutet har inte antecknats.',
    },
    extract: {
      noun: 'Protokollsutdrag',
      ask: 'skicka protokollsutdraget',
      act: 'Skicka utdraget',
      missing: 'Protokollsutdraget har inte markerats som sänt.',
    },
  },
  en: {
    materials: {
      noun: 'Meeting materials',
      ask: 'deliver the meeting materials',
      act: 'Deliver the materials',
      missing: 'The meeting materials have not been marked as delivered.',
    },
    decision: {
      noun: 'Record of the decision',
      ask: 'record the decision of the body',
      act: 'Record the decision',
      missing: 'The decision has not been recorded.',
    },
    extract: {
      noun: 'Extract from the minutes',
      ask: 'send the extract from the minutes',
      act: 'Send the extract',
      missing: 'The extract from the minutes has not been marked as sent.',
    },
  },
};

const labels: Record<Language, { title: string; caseNumber: string; body: string; meeting: string }> = {
  fi: { title: 'Asia', caseNumber: 'Asianumero', body: 'Toimielin', meeting: 'Kokous' },
  sv: { title: 'Ärende', caseNumber: 'Ärendenummer', body: 'Organ', meeting: 'Sammanträde' },
  en: { title: 'Matter', caseNumber: 'Case number', body: 'Body', meeting: 'Meeting' },
};

type Item = {
  title: z.output<typeof wordingOrLine>;
  caseNumber?: string | undefined;
  body: z.output<typeof wordingOrLine>;
  meetingOn?: CivilDate | undefined;
};

/** Which case and where it goes, a line for each fact. */
export function itemFacts({ title, caseNumber, body, meetingOn }: Item, language: Language): Part {
  const label = labels[language];
  return paragraph(
    matterFacts({ title, caseNumber }, language),
    `${label.body}: ${inLanguage(body, language)}`,
    meetingOn && `${label.meeting}: ${longDate(meetingOn, language)}`,
  );
}

/** Only which case it is. */
export function matterFacts({ title, caseNumber }: Pick<Item, 'title' | 'caseNumber'>, language: Language): Part {
  const label = labels[language];
  return paragraph(
    `${label.title}: ${inLanguage(title, language)}`,
    caseNumber && `${label.caseNumber}: ${caseNumber}`,
  );
}
