import { languages, type Language } from '@app/domain';
import type { TemplateName } from '../src';
import type { RequestSubject } from '../src/fields';
import { assignmentDueAt, reportInBoard } from '../src/samples';
import { sampleOf, write, type Rendered } from './rendered';

const text = (fi: string, sv: string, en: string) => ({ fi, sv, en });

/** What each kind of request is about, beside the advance assignment. */
const asked: Partial<Record<RequestSubject, object>> = {
  'municipality-card': {
    about: '2026',
    title: text('Kuntakortti 2026', 'Kommunkort 2026', 'Municipality card 2026'),
    citation: 'countyReports',
    voluntary: true,
  },
  'sector-card': {
    about: '2026',
    title: text('Toimialakortti 2026', 'Sektorkort 2026', 'Sector card 2026'),
    citation: 'countyReports',
    voluntary: false,
  },
  'ngo-card': {
    about: '2026',
    title: text('Järjestökortti 2026', 'Organisationskort 2026', 'Organisation card 2026'),
    citation: 'countyReports',
    voluntary: true,
  },
  'indicator-status': {
    about: '2026',
    title: text(
      'Indikaattorikortti: koettu yksinäisyys',
      'Indikatorkort: upplevd ensamhet',
      'Indicator card: loneliness',
    ),
    citation: undefined,
    voluntary: false,
  },
  'term-account': {
    about: '2025-2029',
    title: text(
      'Hyvinvointikertomus ja hyvinvointisuunnitelma',
      'Välfärdsberättelse och välfärdsplan',
      'Wellbeing account and plan',
    ),
    citation: 'municipalityTakesPart',
    voluntary: false,
  },
  'interface-topics': {
    about: '2026',
    title: text('Aiheet: kotoutuminen', 'Ämnen: integration', 'Topics: integration'),
    citation: undefined,
    voluntary: true,
  },
};

export const otherSubjects = Object.keys(asked) as RequestSubject[];

const reschedule = { dueAt: '2026-08-24T13:15:00.000Z', dueWas: assignmentDueAt, basis: 'agreed' };
const bare = { negotiation: undefined, negotiationWas: undefined };
const link = 'https://vuosikello.example.invalid/r/mallitunnus';

/** The mails of a request, with what each needs beside its sample. */
const ofRequests: Partial<Record<TemplateName, object>> = {
  'information-request': {},
  reminder: {},
  overdue: {},
  receipt: {},
  'completion-request': {},
  escalation: {},
  'escalation-proposed': {},
  rescheduled: { ...bare, ...reschedule },
  cancelled: { ...bare, what: 'request', dueAt: assignmentDueAt },
};

/** Every mail that a request about the subject may owe, in one language. */
export function mailsAbout(subject: RequestSubject, language: Language): Rendered[] {
  return Object.entries(ofRequests).map(([name, own]) =>
    write(name as TemplateName, language, {
      ...sampleOf(name as TemplateName),
      ...asked[subject],
      subjectMatter: subject,
      next: reportInBoard,
      reason: 'Esimerkin syy.',
      workflowId: 'esimerkki',
      link,
      ...own,
    }),
  );
}

export function everyRequestMail(): Rendered[] {
  return otherSubjects.flatMap((subject) => languages.flatMap((language) => mailsAbout(subject, language)));
}
