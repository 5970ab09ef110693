import { councilTerm, nextCouncilTerm, type CivilDate, type CouncilTerm } from '@app/domain';
import { z } from 'zod';
import { bodyInOrder, plannedBody } from '../board-handling/board-handling.data';
import type { DecisionNote } from '../board-handling/decision-note';
import { leaving } from '../taking-part';
import { newDatesLabel } from '../dated-steps/moved-steps';
import { dateField, label, lineField, linkField, planDate, reasonForm, textField, timeField } from '../fields';
import { goal } from '../goals';
import { presenceForm } from '../hyte-negotiation/negotiation-record';
import type { Agreement, Half, SentAgreement, YearlyInput } from './council-term-negotiation.agreement';

/** Steps before the negotiation; they may be skipped, with a reason. */
export const preparationSteps = ['forum', 'situation', 'goalsWorkbook'] as const;
export type PreparationStep = (typeof preparationSteps)[number];

/** The dates that the parties set themselves, as the plan names them. */
export const movableSteps = [
  ...preparationSteps,
  'negotiation',
  'municipalities',
  'countyCouncil',
  'midEvaluation',
] as const;
export type MovableStep = (typeof movableSteps)[number];

/** The county's bodies that can handle the agreement, in order, as the plan names their meetings. */
export const bodySteps = ['hyteBoard', 'countyExecutive', 'countyCouncil'] as const;
export type BodyStep = (typeof bodySteps)[number];

/**
 * The dated steps of a council term. `termEnds` follows from the law and never moves. Where the plan dates no meeting of the board or of
 * the executive, the agreement goes to the council alone.
 */
export const termDates = z.strictObject({
  ...(Object.fromEntries(movableSteps.map((step) => [step, planDate])) as Record<MovableStep, typeof planDate>),
  hyteBoard: planDate.optional(),
  countyExecutive: planDate.optional(),
  termEnds: planDate,
});
export type TermDates = z.infer<typeof termDates>;
/** What the workflow waits for by a date. The other bodies' meetings are those of their handling. */
export type StepName = MovableStep | 'termEnds' | 'handOver' | Half;

/** Something the term leaves undone: what, whose, and by when. */
const openMatter = z.strictObject({
  title: lineField(label('Asia', 'Ärende', 'Matter'), 300),
  owner: lineField(label('Vastuutaho', 'Ansvarig', 'Owner')).optional(),
  dueOn: dateField(label('Määräpäivä', 'Sista dag', 'Due date')).optional(),
});
export type OpenMatter = z.infer<typeof openMatter>;

/** What an ended term left to this one; `from` is the id of the workflow that handed it over. */
export const takenOver = z.strictObject({
  from: z.string(),
  matters: z
    .array(openMatter)
    .max(200)
    .meta({ label: label('Avoimet asiat', 'Öppna ärenden', 'Open matters') }),
});
export type TakenOver = z.infer<typeof takenOver>;

const countyBody = plannedBody.omit({ plannedOn: true });
const councils = z.record(z.string(), bodyInOrder);

/** A snapshot of the plan and of the municipalities that take part. */
export const termInput = z
  .strictObject({
    /** The council term, such as `2025-2029`. */
    term: z.string(),
    dates: termDates,
    municipalities: z.array(z.string()).min(1),
    /** The county's bodies by the date of their meeting, and the municipalities' councils, as far as the register knows them. */
    bodies: z.strictObject({
      hyteBoard: countyBody.optional(),
      countyExecutive: countyBody.optional(),
      countyCouncil: countyBody,
    }),
    councils,
    closes: timeField(label('Kirjaamo sulkeutuu', 'Registratorskontoret stänger', 'The registry closes')),
    takenOver: z.array(takenOver),
  })
  .refine(({ term, dates }) => councilTerm(term, 'county')?.endsOn === dates.termEnds.on, {
    path: ['dates', 'termEnds', 'on'],
    params: {
      text: label(
        'Anna valtuustokausi (term) ja sen viimeinen päivä, esimerkiksi 2025-2029 ja 2029-05-31.',
        'Ange fullmäktigeperioden (term) och dess sista dag, till exempel 2025-2029 och 2029-05-31.',
        'Give the council term (term) and its last day, for example 2025-2029 and 2029-05-31.',
      ),
    },
  });
export type TermInput = z.infer<typeof termInput>;

export const forumAgreement = z.strictObject({
  agreedOn: dateField(label('Sovittu', 'Överenskommet', 'Agreed on')),
  forum: textField(
    label('Foorumi ja sen kokoonpano', 'Forumet och dess sammansättning', 'The forum and its members'),
    5000,
  ),
});

export const situationPicture = z.strictObject({
  sharedOn: dateField(label('Valmistunut', 'Färdigställd', 'Shared on')),
  summary: textField(label('Tilannekuva lyhyesti', 'Lägesbilden i korthet', 'The picture in short')).optional(),
  document: linkField(label('Linkki tilannekuvaan', 'Länk till lägesbilden', 'Link to the picture')).optional(),
});

/** Four years are followed up against where they began: a goal of a term has a baseline. */
const goals = z
  .array(goal.required({ baseline: true }))
  .min(1)
  .max(50)
  .meta({ label: label('Tavoitteet', 'Mål', 'Goals') });
export type Goals = z.infer<typeof goals>;

export const goalsWorkbook = z.strictObject({
  finishedOn: dateField(label('Valmistunut', 'Färdigställd', 'Finished on')),
  goals,
  document: linkField(label('Linkki työkirjaan', 'Länk till arbetsboken', 'Link to the workbook')).optional(),
});

/** Presence is recorded for each organisation; the agreement is drafted in the negotiation, with the workbook's goals or others. */
export function termNegotiation(organisations: string[]) {
  return presenceForm(organisations).extend({
    goals: goals.optional(),
    agreementDraft: linkField(
      label('Linkki sopimusluonnokseen', 'Länk till avtalsutkastet', 'Link to the draft agreement'),
    ).optional(),
  });
}
export type TermNegotiation = z.infer<ReturnType<typeof termNegotiation>>;

export const midEvaluation = z.strictObject({
  evaluatedOn: dateField(label('Arvioitu', 'Utvärderat', 'Evaluated on')),
  findings: textField(label('Mitä arvioinnissa todettiin', 'Vad utvärderingen visade', 'What was found')),
  document: linkField(label('Linkki arviointiin', 'Länk till utvärderingen', 'Link to the evaluation')).optional(),
});
export type MidEvaluation = z.infer<typeof midEvaluation>;

const finalEvaluation = textField(label('Loppuarviointi', 'Slututvärdering', 'Final evaluation'));
const evaluationLink = linkField(
  label('Linkki loppuarviointiin', 'Länk till slututvärderingen', 'Link to the final evaluation'),
);

/** What is still open goes to the next term, which is always the one that follows. */
export function handOver(term: string) {
  return z.strictObject({
    openMatters: takenOver.shape.matters,
    evaluation: finalEvaluation.optional(),
    document: evaluationLink.optional(),
    nextTerm: z
      .enum([nextTermOf(term).id])
      .optional()
      .meta({ label: label('Seuraava kausi', 'Nästa period', 'Next term') }),
  });
}
export type HandOver = z.infer<ReturnType<typeof handOver>> & { nextTerm: string; successor: string };

/** The final evaluation, unless it came with the hand-over. */
export function closing(evaluated: boolean) {
  return z.strictObject({
    evaluation: evaluated ? finalEvaluation.optional() : finalEvaluation,
    document: evaluationLink.optional(),
  });
}
export type Closing = z.infer<ReturnType<typeof closing>>;

/** Dates set anew; the term's end is not among them. */
export const datesChange = reasonForm.extend({
  dates: termDates.omit({ termEnds: true }).partial().meta({ label: newDatesLabel }),
});
export type DatesChange = z.infer<typeof datesChange>;

/** Municipalities merge, or move to another county, while the term runs. */
export const municipalitiesChange = reasonForm.extend({
  joined: z
    .array(z.string())
    .meta({ label: label('Mukaan tulevat kunnat', 'Kommuner som tillkommer', 'Municipalities that join') }),
  left: z
    .array(leaving)
    .meta({ label: label('Pois jäävät kunnat', 'Kommuner som lämnar', 'Municipalities that leave') }),
  /** The councils of those who join, where the register knows them. */
  councils: councils.optional(),
});
export type MunicipalitiesChange = z.infer<typeof municipalitiesChange>;

/** How a step of the preparation ended: done on a day, or skipped for a reason. */
export type Prepared = { on: CivilDate; skipped: string | null; document: string | null };

/** The term as it stands. */
export type TermContext = TermInput & {
  id: string;
  county: string;
  preparation: Record<PreparationStep, Prepared | null>;
  goals: Goals;
  negotiation: TermNegotiation | null;
  /** By organisation: the county's code and every municipality's, and what those decided that have left since. */
  approvals: Record<string, DecisionNote | null>;
  /** The agreement as it last went to the councils. */
  sent: SentAgreement | null;
  /** By organisation: the key of the case in which its council handles the agreement. */
  handlings: Record<string, string>;
  /** The keys of all cases there have been. */
  cases: string[];
  /** What the county's bodies before its council have decided. */
  countyDecisions: DecisionNote[];
  agreement: Agreement | null;
  yearlyInputs: YearlyInput[];
  midEvaluation: MidEvaluation | { skipped: string } | null;
  handedOver: { on: CivilDate; to: string; matters: OpenMatter[] } | null;
  evaluation: Closing | null;
};

/** The term's own days. Throws where there is no such term: the start data was checked for it. */
export function termOf(term: string): CouncilTerm {
  const found = councilTerm(term, 'county');
  if (!found) throw new Error(`There is no council term ${term}`);
  return found;
}

/** The council term that follows. */
export function nextTermOf(term: string): CouncilTerm {
  return nextCouncilTerm(termOf(term));
}
