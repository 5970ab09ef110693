import { civilDate as day, type Language } from '@app/domain';
import { z } from 'zod';
import { basisSentence } from '../basis-sentence';
import { closing, pageLine } from '../closing';
import { longDate } from '../dates';
import { civilDate, line, mailCommon, wordingOrLine } from '../fields';
import { letter, type Letter, paragraph, sentences } from '../letter';
import { inLanguage, plainName } from '../names';
import { toCoordinator } from '../samples';
import { termName } from '../step-of';
import { subject } from '../subject';
import { defineTemplate } from '../template';
import { termWarningWords, timeLeft, urgencyOf } from '../term-warning-words';

const schema = mailCommon.extend({
  term: line,
  endsOn: civilDate,
  /** Whole months until the term ends; null when it has ended. */
  monthsLeft: z.number().int().min(0).nullable(),
  done: z.array(z.object({ what: wordingOrLine, on: civilDate, skipped: z.boolean() })),
  missing: z.array(z.object({ what: wordingOrLine, plannedOn: civilDate })),
  workflowId: line,
  /** Whether the county's director gets it too. */
  alsoToDirector: z.boolean(),
});

/**
 * Warns that a council term ends without its statutory negotiation having been held, ever more pressingly; at last, that it
 * has ended.
 */
export const termWarning = defineTemplate({
  audience: 'coordinator',
  schema,
  sample: {
    ...toCoordinator,
    link: 'https://vuosikello.example.invalid/workflows/council-term-negotiation-2025-2029',
    term: '2025-2029',
    endsOn: day('2029-05-31'),
    monthsLeft: 3,
    done: [
      {
        what: { fi: 'Neuvottelufoorumi', sv: 'Förhandlingsforum', en: 'Negotiation forum' },
        on: day('2026-01-15'),
        skipped: false,
      },
      {
        what: { fi: 'Yhteinen tilannekuva', sv: 'Gemensam lägesbild', en: 'Shared picture of the situation' },
        on: day('2026-03-31'),
        skipped: true,
      },
    ],
    missing: [{ what: { fi: 'Neuvottelu', sv: 'Förhandling', en: 'Negotiation' }, plannedOn: day('2028-11-16') }],
    workflowId: 'council-term-negotiation-2025-2029',
    alsoToDirector: true,
  },
  fi: (data) => written(data, 'fi'),
  sv: (data) => written(data, 'sv'),
  en: (data) => written(data, 'en'),
});

function written(data: z.output<typeof schema>, language: Language): Letter {
  const words = termWarningWords[language];
  const urgency = urgencyOf(data.monthsLeft);
  const told = {
    county: plainName(data.county, language),
    term: termName(data.term),
    endsOn: data.endsOn,
    left: timeLeft(data.monthsLeft ?? 0, language),
  };
  const done = data.done.map(
    ({ what, on, skipped }) =>
      `– ${inLanguage(what, language)}, ${skipped ? words.skipped(on) : longDate(on, language)}`,
  );
  const missing = data.missing.map(
    ({ what, plannedOn }) => `– ${inLanguage(what, language)}, ${words.planned(plannedOn)}`,
  );
  const ended = urgency === 'ended';
  return letter(
    subject(words.subject[urgency](told), data, language),
    ended ? words.closed(told) : words.opening(told),
    pageLine(words.page, data.link),
    done.length > 0 ? paragraph(words.done, ...done) : words.nothingDone,
    paragraph(words.missing, ...missing),
    paragraph(words.toDo[urgency], ended ? undefined : words.otherwise),
    paragraph(
      words.why,
      sentences(basisSentence('statutory-period-end', language), `${words.identifier} ${data.workflowId}.`),
      data.alsoToDirector ? words.alsoTo : undefined,
    ),
    closing[language](data),
  );
}
