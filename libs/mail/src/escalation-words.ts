import { helsinkiDate, type Language } from '@app/domain';
import type { z } from 'zod';
import { closing } from './closing';
import { longDate, shortDateOf } from './dates';
import { history, line, mailCommon, moment, subjectMatter, whichRequest, wordingOrLine } from './fields';
import { letter, type Letter, type Part } from './letter';
import { en, fi, inLanguage, plainName, sv } from './names';
import { requestHistory } from './request-history';
import { assignmentDueAt, assignmentHistory, compiledOn, toMunicipality } from './samples';
import { subject } from './subject';
import { canStillBeGiven, inSentence, wordsOf } from './subject-matter';

/** What the coordinator is told of a request that goes to a manager, or may. `organisation` is the one that has not answered. */
export const escalationSchema = mailCommon.extend({
  subjectMatter,
  dueAt: moment,
  history,
  managerRole: wordingOrLine.optional(),
  workflowId: line.optional(),
  ...whichRequest,
});

type Data = z.output<typeof escalationSchema>;

export const escalationSample: Data = {
  ...toMunicipality,
  recipientName: 'Eero Esimerkki',
  link: 'https://vuosikello.example.invalid/workflows/hyte-negotiation-2026.answer-016',
  subjectMatter: 'advance-assignment',
  dueAt: assignmentDueAt,
  history: assignmentHistory,
  managerRole: { fi: 'kunnanjohtaja', sv: 'kommundirektören', en: 'municipal manager' },
  workflowId: 'hyte-negotiation-2026.answer-016',
  lastOn: compiledOn,
};

/** The manager by role and organisation; `matter` names the workflow, where that is known. */
export type Escalated = { manager: string; matter: string | undefined };

const words: Record<
  Language,
  { dueWas: string; notReceived: (county: string, wanted: string, dueOn: string) => string; matter: string }
> = {
  fi: {
    dueWas: 'vastauspäivä oli',
    notReceived: (county, wanted, dueOn) => `${county} ei ole saanut ${wanted}. Vastauspäivä oli ${dueOn}.`,
    matter: 'Asian tunnus on',
  },
  sv: {
    dueWas: 'svarsdagen var',
    notReceived: (county, wanted, dueOn) => `${county} har inte fått ${wanted}. Svarsdagen var ${dueOn}.`,
    matter: 'Ärendets beteckning är',
  },
  en: {
    dueWas: 'reply date was',
    notReceived: (county, wanted, dueOn) => `${county} has not received ${wanted}. The reply date was ${dueOn}.`,
    matter: 'The identifier of the matter is',
  },
};

function fromWhom({ organisation }: Data, language: Language): string {
  return { fi: fi.fromThem, sv: sv.name, en: en.name }[language](organisation);
}

/** What is missing and since when, what is done about it (`says`), what has been sent, and until when it can still be given. */
export function escalationLetter(
  data: Data,
  language: Language,
  headline: string,
  says: (escalated: Escalated) => Part,
): Letter {
  const { dueWas, notReceived, matter } = words[language];
  const wanted = wordsOf(data, language);
  const role = data.managerRole === undefined ? '' : `${inLanguage(data.managerRole, language)}, `;
  const organisation = language === 'fi' ? fi.label(data.organisation) : plainName(data.organisation, language);
  const dueOn = longDate(helsinkiDate(data.dueAt), language);
  return letter(
    subject(`${headline}: ${inSentence(wanted)}, ${dueWas} ${shortDateOf(data.dueAt, language)}`, data, language),
    notReceived(plainName(data.county, language), wanted.wanted({ from: fromWhom(data, language) }), dueOn),
    says({ manager: `${role}${organisation}`, matter: data.workflowId && `${matter} ${data.workflowId}.` }),
    requestHistory(data.history, language),
    `${canStillBeGiven(data, language)}.`,
    closing[language](data),
  );
}
