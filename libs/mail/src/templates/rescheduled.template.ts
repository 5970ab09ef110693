import type { Language } from '@app/domain';
import { z } from 'zod';
import { basisSentence } from '../basis-sentence';
import { byMail, closing, withLink } from '../closing';
import { dateAndTime, longDate, onDate, shortDate, shortDateOf } from '../dates';
import {
  handledMatter,
  basis,
  civilDate,
  mailCommon,
  moment,
  negotiationTime,
  nextStep,
  prose,
  subjectMatter,
  whichRequest,
  wordingOrLine,
  type NegotiationTime,
} from '../fields';
import { letter, paragraph, sentences, type Part } from '../letter';
import { bodyName, en, fi, plainName, sv } from '../names';
import { earlierNegotiationSentence, negotiationSentence } from '../negotiation';
import { nextSentence } from '../next-step';
import { rescheduledWords, type MovedPart } from '../rescheduled-words';
import { assignmentDueAt, earlierAssignmentDueAt, earlierNegotiation, negotiation, toMunicipality } from '../samples';
import { subject } from '../subject';
import { wordsOf } from '../subject-matter';
import { forwardIt, passItOn } from '../pass-on';
import { defineTemplate } from '../template';

const schema = mailCommon.extend({
  reason: prose,
  negotiation: negotiationTime.optional(),
  negotiationWas: negotiationTime.optional(),
  ...whichRequest,
  subjectMatter: subjectMatter.optional(),
  next: nextStep.optional(),
  body: wordingOrLine.optional(),
  dueAt: moment.optional(),
  dueWas: moment.optional(),
  commentsDueOn: civilDate.optional(),
  commentsWereDueOn: civilDate.optional(),
  answered: z.boolean().optional(),
  basis: basis.optional(),
});
type Data = z.output<typeof schema>;

/**
 * Tells whoever was told a date of the new one: of the negotiation, of the reply, of the comments. A date with its `…Was` (or
 * `…WereDueOn`) has moved; a reply date without one stays, and is said so. `reason` is the coordinator's own wording.
 */
export const rescheduled = defineTemplate({
  audience: 'party',
  schema,
  sample: {
    ...toMunicipality,
    reason: 'Neuvottelutila on varattu toiseen tilaisuuteen.',
    negotiation,
    negotiationWas: earlierNegotiation,
    subjectMatter: 'advance-assignment',
    dueAt: assignmentDueAt,
    dueWas: earlierAssignmentDueAt,
    basis: 'agreed',
  },
  fi: (data) => write(data, 'fi'),
  sv: (data) => write(data, 'sv'),
  en: (data) => write(data, 'en'),
});

function write(data: Data, language: Language) {
  const words = rescheduledWords[language];
  const isOpen = data.dueAt !== undefined;
  const isHandling = handledMatter.safeParse(data.subjectMatter).success;
  return letter(
    subject(headline(data, language), data, language),
    `${plainName(data.county, language)} ${lead(data, language)}`,
    paragraph(
      ...newNegotiation(data, language),
      ...newReplyDate(data, language),
      ...newCommentDate(data, language),
      nextSentence(data.next, language),
    ),
    paragraph(words.reason, data.reason),
    paragraph(
      data.negotiationWas && words.negotiation.tellOthers(data.organisation),
      data.answered ? words.reply.answered : undefined,
      isOpen && !isHandling ? words.reply.alreadySent : undefined,
      data.negotiationWas ? undefined : basisOf(data, language),
    ),
    closing[language](data, isOpen ? (isHandling ? forwardIt : passItOn)[language](data) : undefined),
  );
}

function headline(
  { negotiationWas, negotiation: now, dueWas, dueAt, commentsDueOn, ...data }: Data,
  language: Language,
) {
  const words = rescheduledWords[language];
  if (negotiationWas && now)
    return `${words.negotiation.headline[movedPart(negotiationWas, now)]} ${shortDate(now.on, language)}`;
  if (dueWas && dueAt) {
    return `${wordsOf(matterOf(data), language).head}: ${words.reply.headline} ${shortDateOf(dueAt, language)}`;
  }
  return `${words.comments.headline}${commentsDueOn ? ` ${shortDate(commentsDueOn, language)}` : ''}`;
}

function lead({ negotiationWas, negotiation: now, dueWas, organisation, ...data }: Data, language: Language): string {
  const words = rescheduledWords[language];
  if (negotiationWas && now) return words.negotiation.lead[movedPart(negotiationWas, now)];
  if (!dueWas) return words.comments.lead(organisation);
  const from = { fi: fi.fromYou, sv: sv.name, en: en.name }[language](organisation);
  const whose = { from, ...(data.body && { body: bodyName(data.body, language) }) };
  return words.reply.lead(wordsOf(matterOf(data), language).wanted(whose));
}

function matterOf({
  subjectMatter: matter = 'advance-assignment',
  about,
  title,
}: Pick<Data, 'subjectMatter' | 'about' | 'title'>) {
  return { subjectMatter: matter, about, title };
}

function movedPart(was: NegotiationTime, now: NegotiationTime): MovedPart {
  const sameTime = was.on === now.on && was.at === now.at && was.until === now.until;
  if (sameTime) return 'place';
  return JSON.stringify(was.place) === JSON.stringify(now.place) ? 'time' : 'both';
}

function newNegotiation(data: Data, language: Language): Part[] {
  const { negotiation: now, negotiationWas: was } = data;
  if (!now || !was) return [];
  const basisIs = basisOf(data, language);
  return [sentences(negotiationSentence[language](now), earlierNegotiationSentence[language](was), basisIs)];
}

/** Said of the date that the subject names. */
function basisOf({ basis: stands }: Data, language: Language): string | undefined {
  return stands && basisSentence(stands, language);
}

function newReplyDate(data: Data, language: Language): Part[] {
  const { dueAt, dueWas, link } = data;
  if (!dueAt) return [];
  const words = rescheduledWords[language].reply;
  if (!dueWas) return [`${words.stays} ${dateAndTime(dueAt, language, longDate)}.`];
  const { act } = wordsOf(matterOf(data), language);
  const by = `${act} ${words.by} ${dateAndTime(dueAt, language, language === 'fi' ? onDate : longDate)}`;
  const was = `${words.was} ${dateAndTime(dueWas, language, longDate)}.`;
  // Nothing may follow a link on its line. Without a page of its own, the earlier mail's link still leads there.
  return link === undefined ? [sentences(`${by}.`, was), words.sameLink] : [withLink(by, data), was];
}

function newCommentDate({ commentsDueOn: now, commentsWereDueOn: was, askEmail }: Data, language: Language): Part[] {
  if (!now || !was) return [];
  const { comments } = rescheduledWords[language];
  return [byMail(comments.by(now), askEmail), comments.was(was)];
}
