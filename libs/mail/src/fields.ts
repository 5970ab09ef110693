import { bases, instant, isCivilDate, parseAddress, type CivilDate, type Instant } from '@app/domain';
import { z } from 'zod';
import { oneLine, severalLines } from './plain-text';

// Every text passes through `line` or `prose`, so no template can put a line feed of somebody's name into a subject.

/** A name, a title: one line. */
export const line = z
  .string()
  .transform(oneLine)
  .refine((text) => text !== '', 'must not be empty');

/** What a person has written freely; may have several lines. */
export const prose = z
  .string()
  .transform(severalLines)
  .refine((text) => text !== '', 'must not be empty');

/** A name or a word in the languages it is known in; the English may be missing. */
export const wording = z.object({ fi: line, sv: line, en: line.optional() });

/** A text that may have been written in one language only. */
export const wordingOrLine = z.union([line, wording]);

export const civilDate = z.custom<CivilDate>(
  (value) => typeof value === 'string' && isCivilDate(value),
  'must be a day that exists, YYYY-MM-DD',
);

export const moment = z.custom<Instant>((value) => {
  try {
    return typeof value === 'string' && instant(value) === value;
  } catch {
    return false;
  }
}, 'must be a moment in UTC, YYYY-MM-DDTHH:MM:SS.sssZ');

const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, HH:MM');

export const basis = z.enum(bases);

/** An address of a page: http or https, nothing in it that could end it early or pass for other text. */
export const link = z
  .string()
  .max(2_000)
  .regex(/^https?:\/\/[^\s\p{C}<>"]+$/u, 'must be an http or https address without spaces');

const email = z.string().refine((text) => {
  try {
    parseAddress(text);
    return true;
  } catch {
    return false;
  }
}, 'must be one e-mail address');

/**
 * What an organisation is called. `cases` are the Finnish case forms of the bare name ('Asikkalan', 'Asikkalassa',
 * 'Asikkalalta'), taken from the register and never made here; `form` is 'kunta' or 'kaupunki' for a municipality.
 */
export const names = z.object({
  name: wording,
  form: line.optional(),
  cases: z.object({ genitive: line, inessive: line, ablative: line }).optional(),
});
export type Names = z.output<typeof names>;

/** Whether the recipient is a municipality, which must take part, or one of the other parties, which are invited. */
export const partyKind = z.enum(['municipality', 'other']);
export type PartyKind = z.output<typeof partyKind>;

/** What a request asks of an organisation. */
export const requestSubject = z.enum([
  'advance-assignment',
  'municipality-card',
  'sector-card',
  'ngo-card',
  'indicator-status',
  'term-account',
  'interface-topics',
]);
export type RequestSubject = z.output<typeof requestSubject>;

/** What an organisation's bodies are asked to handle and to tell of; as a workflow names it. */
export const handledMatter = z.enum([
  'negotiation-result-handling',
  'wellbeing-report-handling',
  'term-account-handling',
  'cooperation-agreement-handling',
]);
export type HandledMatter = z.output<typeof handledMatter>;

/** What is wanted of an organisation: what a request asks, or word of how its bodies handled a matter. */
export const subjectMatter = z.enum([...requestSubject.options, ...handledMatter.options]);
export type SubjectMatter = z.output<typeof subjectMatter>;

/** When and where the negotiation is. A `place` with case forms is inflected from them; a plain one is only named. */
export const negotiationTime = z.object({
  on: civilDate,
  at: localTime.optional(),
  until: localTime.optional(),
  place: z.union([line, names]).optional(),
  basis: basis.optional(),
});
export type NegotiationTime = z.output<typeof negotiationTime>;

/** What comes after the answer, and when. */
export const nextStep = negotiationTime.omit({ basis: true }).extend({ title: wording });
export type NextStep = z.output<typeof nextStep>;

/** Acts that requests may be asked for under. */
export const requestCitation = z.enum([
  'countyNegotiates',
  'countyReports',
  'municipalityTakesPart',
  'councilTermNegotiation',
]);
export type RequestCitation = z.output<typeof requestCitation>;

/** Which request a mail is about: `about` is the year or the term, `title` what is asked for, `lastOn` the last day for it. */
export const whichRequest = { about: line.optional(), title: wording.optional(), lastOn: civilDate.optional() };

/** What has been done about a request so far, oldest first. */
export const history = z.array(
  z.object({ what: z.enum(['asked', 'reminded', 'rescheduled', 'overdue']), on: civilDate }),
);
export type History = z.output<typeof history>;

/** A body's last meeting before a reply date, and the day by which it must have what it is to handle. */
export const bodyMeeting = z.object({ name: wordingOrLine, on: civilDate, materialsDueOn: civilDate.optional() });
export type BodyMeeting = z.output<typeof bodyMeeting>;

/** A body's handling as its minutes tell it; `section` is the number of the §. */
export const handling = z.object({
  body: wordingOrLine,
  on: civilDate,
  section: line,
  decision: wordingOrLine.optional(),
});

/**
 * What every mail is told. `county` sends, `organisation` is the one the mail is about (for a party's mail: the party
 * itself), `link` is the page on which to answer or act, and whoever has the role `askRole` answers questions.
 */
export const mailCommon = z.object({
  county: names,
  organisation: names,
  recipientName: line.optional(),
  link: link.optional(),
  askRole: wordingOrLine,
  askEmail: email,
  /** Whether the recipient is the one who answers questions. */
  recipientIsAsked: z.boolean().optional(),
});
export type MailCommon = z.output<typeof mailCommon>;
