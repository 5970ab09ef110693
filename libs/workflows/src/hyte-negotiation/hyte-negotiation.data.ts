import type { DecisionNote } from '../board-handling/decision-note';
import type { CivilDate } from '@app/domain';
import { z } from 'zod';
import { bodyInOrder } from '../board-handling/board-handling.data';
import type { CarriedGoals, Goal } from '../goals';
import type { NotedReport } from '../wellbeing-reports';
import type { MeetingRecord, Participants } from './negotiation-record';
import { dateField, label, linkField, ownBasisField, planDate, textField, timeField } from '../fields';
import { organisationLabel, partyKindField } from '../taking-part';

/** The dated steps of the year's negotiation, as the plan names them. */
export const negotiationDates = z.strictObject({
  planning: planDate,
  dateFixed: planDate,
  invitation: planDate,
  assignmentDue: planDate,
  answersCompiled: planDate,
  negotiation: planDate,
  draftSummary: planDate,
  commentsDue: planDate,
  hyteBoard: planDate,
  resultSent: planDate,
  acknowledgements: planDate,
  budgetHandled: planDate.optional(),
  closed: planDate,
});
export type NegotiationDates = z.infer<typeof negotiationDates>;
/** What the negotiation itself waits for by a date; the rest of the plan's dates are its children's or the budget's. */
export type StepName =
  Exclude<keyof NegotiationDates, 'assignmentDue' | 'acknowledgements' | 'budgetHandled'> | 'summary';

/** A municipality or another actor (612/2021 § 7(4) is not fulfilled without them). */
export const party = z.strictObject({
  organisation: z.string().meta({ label: organisationLabel }),
  kind: partyKindField,
  /** The body that handles the result, and the answer where a body gives it. Every municipality has one. */
  body: bodyInOrder.nullable(),
});
export type Party = z.infer<typeof party>;

/** A snapshot of the plan and of who takes part; later changes come as commands. */
export const negotiationInput = z.strictObject({
  year: z.number().int(),
  /** The year the negotiation is about: its goals go into that year's activity and budget. */
  about: z.string(),
  dates: negotiationDates,
  parties: z.array(party).min(1),
  board: z.strictObject({ body: bodyInOrder, presenter: z.string().nullable() }),
  /** Role of the official who takes the result to the county executive. */
  executivePresenter: z.string().nullable(),
  closes: timeField(label('Kirjaamo sulkeutuu', 'Registratorskontoret stänger', 'The registry closes')),
});
export type NegotiationInput = z.infer<typeof negotiationInput>;

export const planningHeld = z.strictObject({
  heldOn: dateField(label('Pidetty', 'Hållet', 'Held on')),
  summary: textField(label('Mitä sovittiin', 'Vad man kom överens om', 'What was agreed'), 5000).optional(),
});

/** A date that the parties fix themselves; a date required by an act is not fixed by anybody. */
const fixedDate = planDate.extend({ basis: ownBasisField });

export const dateFix = z.strictObject({
  negotiation: fixedDate,
  assignmentDue: fixedDate.optional(),
  answersCompiled: fixedDate.optional(),
});

export const compiled = z.strictObject({
  summary: linkField(label('Linkki koontiin', 'Länk till sammanställningen', 'Link to the summary')).optional(),
});

/** A draft that is sent late, or again after a rejection, needs new dates for the comments and the board. */
export const draft = z.strictObject({
  commentsDue: dateField(label('Uusi kommentointipäivä', 'Ny dag för kommentarer', 'New date for comments')).optional(),
  hyteBoard: dateField(
    label('Uusi lautakunnan kokous', 'Nytt nämndsammanträde', 'New meeting of the board'),
  ).optional(),
  document: linkField(label('Linkki luonnokseen', 'Länk till utkastet', 'Link to the draft')).optional(),
});

export function comment(organisations: string[]) {
  return z.strictObject({
    organisation: z.enum(organisations).meta({ label: label('Organisaatio', 'Organisation', 'Organisation') }),
    text: textField(label('Kommentti', 'Kommentar', 'Comment'), 10_000),
  });
}
export type Comment = { organisation: string; text: string };

export const summary = z.strictObject({
  proposal: textField(
    label('Päätösehdotus lautakunnalle', 'Beslutsförslag till nämnden', 'Proposal to the board'),
    10_000,
  ),
  document: linkField(label('Linkki yhteenvetoon', 'Länk till sammanfattningen', 'Link to the summary')).optional(),
});

/** A result that is sent late needs a new date for the municipalities' handling. */
export const result = z.strictObject({
  acknowledgementsDue: dateField(
    label(
      'Uusi päivä kuntien käsittelylle',
      'Ny dag för kommunernas behandling',
      'New date for the municipal handling',
    ),
  ).optional(),
  document: linkField(label('Linkki lopputulokseen', 'Länk till resultatet', 'Link to the result')).optional(),
});

/** A step that was left out, and why. */
export type SkippedStep = { step: StepName; reason: string; on: CivilDate };

/** The negotiation as it stands. */
export type NegotiationContext = NegotiationInput & {
  id: string;
  county: string;
  /** What is waited for now; null once it has ended. Whatever comes before it in the plan has happened. */
  step: StepName | null;
  skipped: SkippedStep[];
  /** Keys of the workflows it has started. */
  children: string[];
  answers: Record<string, 'asked' | 'answered' | 'late' | 'missed' | 'withdrawn'>;
  /** Whose request is which child: a successor may have taken over another organisation's. The same of the handlings. */
  requests: Record<string, string>;
  handlings: Record<string, string>;
  /** The day on which the invitations were given out; null before. */
  invitedOn: CivilDate | null;
  heldOn: CivilDate | null;
  summary: z.infer<typeof summary> | null;
  comments: Comment[];
  /** Who came, as far as it is known from where; how many in all, where that was told. */
  participants: Participants;
  participantsTotal: number | null;
  record: MeetingRecord | null;
  boardNo: number;
  boardDecision: DecisionNote | null;
  acknowledgements: Record<string, DecisionNote | null>;
  /** Those that held for its year and its council term, by the workflow that agreed on them. */
  carriedGoals: CarriedGoals[];
  /** The wellbeing report on the year before; null as long as it has not been published. */
  report: NotedReport | null;
  /** What it agreed on itself; `continues` names an earlier goal. */
  goals: (Goal & { continues?: string | undefined })[];
  /** What became of earlier goals, by their ids. */
  outcomes: { goal: string; outcome: string }[];
  whyNone: string | null;
};
