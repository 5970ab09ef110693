import type { CivilDate, CouncilOf, DutyId, Name } from '@app/domain';
import { duties, dutyIds, dutyOf, dutyPeriod } from '@app/domain';
import { z } from 'zod';
import { decisions } from '../board-handling/board-handling.data';
import { isMunicipalityCode } from '../evidence-words';
import { dateField, label, lineField, officialName, textField } from '../fields';

const organisation = lineField(
  label('Organisaation tunnus', 'Organisationens id', 'Id of the organisation'),
  100,
).regex(/^[a-z0-9][a-z0-9-]*$/);

/** A body by its name as minutes give it; in two languages where it has two. */
const bodyName = z.union([lineField(label('Toimielin', 'Organ', 'Body')), officialName]);

const people = z
  .number()
  .int()
  .min(1)
  .max(5000)
  .meta({ label: label('Henkilöitä', 'Personer', 'People') });

/** An organisation's answer to the advance assignment, and the body that gave it where a body did. */
const answer = z.strictObject({
  organisation,
  on: dateField(label('Vastattu', 'Besvarad', 'Answered on')),
  body: bodyName.optional(),
});

/** What a body did with the matter, as its minutes have it. */
const handling = z.strictObject({
  organisation,
  body: bodyName,
  on: dateField(label('Kokouspäivä', 'Sammanträdesdag', 'Day of the meeting')),
  section: lineField(label('Pykälä', 'Paragraf', 'Section number'), 20),
  caseNumber: lineField(label('Asianumero', 'Ärendenummer', 'Case number'), 60).optional(),
  decision: z.enum(decisions).optional(),
  decisionText: textField(label('Päätös', 'Beslut', 'Decision'), 2000).optional(),
  minutes: lineField(label('Pöytäkirja', 'Protokoll', 'Minutes'), 2000).optional(),
  extractsTo: z
    .array(lineField(label('Otteen saaja', 'Utdraget till', 'Extract to')))
    .max(30)
    .optional(),
});

const fields = {
  duty: z.enum(dutyIds).meta({ label: label('Velvoite', 'Skyldighet', 'Duty') }),
  /** The municipality whose duty it is; left out of the county's own. */
  organisation: organisation.optional(),
  /** The calendar year or the council term in which it was done; one of them. */
  year: z.number().int().min(2021).max(2199).optional(),
  term: z
    .string()
    .regex(/^\d{4}-\d{4}$/)
    .optional(),
  heldOn: dateField(label('Päivä', 'Dag', 'Day')),
  title: lineField(label('Otsikko', 'Rubrik', 'Title')).optional(),
  /** Who took part, organisation by organisation as far as it is known. */
  participants: z
    .array(z.strictObject({ organisation, people: people.optional() }))
    .max(500)
    .optional(),
  /** How many took part in all, also where nobody knows any more from where they came. */
  participantsTotal: people.optional(),
  answers: z.array(answer).max(500).optional(),
  handlings: z.array(handling).max(500).optional(),
  /** Where this is known from: a link, or words that name the document. */
  source: textField(label('Lähde', 'Källa', 'Source'), 2000),
};

type Fields = z.infer<z.ZodObject<typeof fields>>;

/** What happened before the product was in use, or outside it. Organisations are ids that the register may no longer know. */
export const historyInput = z.strictObject(fields).superRefine(fits);
export type HistoryInput = z.infer<typeof historyInput>;

/** A correction gives the whole entry anew and says why. */
export const historyCorrection = z
  .strictObject({
    ...fields,
    reason: textField(label('Miksi korjataan', 'Varför det rättas', 'Why it is corrected'), 2000),
  })
  .superRefine(fits);
export type HistoryCorrection = z.infer<typeof historyCorrection>;

/** The entry as it stands, with what was corrected in it and why. */
export type HistoryContext = HistoryInput & {
  id: string;
  county: string;
  corrections: { on: CivilDate; reason: string }[];
};

/** Whose council's terms count for the entry: the municipality's where one is named. */
function councilOf({ organisation: of }: Pick<HistoryInput, 'organisation'>): CouncilOf {
  return of === undefined ? 'county' : 'municipality';
}

/** Every day the entry names, with its place in the data. */
export function daysOf({ heldOn, answers = [], handlings = [] }: HistoryInput): { on: CivilDate; path: string }[] {
  return [
    { on: heldOn, path: 'heldOn' },
    ...answers.map(({ on }, index) => ({ on, path: `answers.${index}.on` })),
    ...handlings.map(({ on }, index) => ({ on, path: `handlings.${index}.on` })),
  ];
}

export function nameOfBody(body: z.infer<typeof bodyName>): Name {
  return typeof body === 'string' ? { fi: body, sv: body } : (body as Name);
}

function fits(entry: Fields, context: z.RefinementCtx): void {
  const { duty, organisation: of, year, term, heldOn, participants = [] } = entry;
  const { every, holders } = dutyOf(duty);
  const wrong = (path: string, text: ReturnType<typeof label>) =>
    context.addIssue({ code: 'custom', path: [path], params: { text } });
  const fitting =
    of === undefined ? holders.includes('county') : holders.includes('municipality') && isMunicipalityCode(of);
  if (!fitting) wrong('organisation', holders.includes('county') ? countysOwn : whose(duty));
  const [right, other] = every === 'year' ? ([year, 'term'] as const) : ([term, 'year'] as const);
  if (right === undefined) wrong(every, every === 'year' ? yearNeeded : termNeeded);
  if (entry[other] !== undefined) wrong(other, every === 'year' ? yearNeeded : termNeeded);
  if (right !== undefined) {
    const period = dutyPeriod(dutyOf(duty), councilOf(entry), String(right));
    if (!period) wrong(every, noSuchTerm);
    else if (heldOn < period.startsOn || period.endsOn < heldOn)
      wrong('heldOn', outside(period.startsOn, period.endsOn));
  }
  const ids = participants.map((participant) => participant.organisation);
  if (new Set(ids).size < ids.length) wrong('participants', onceEach);
}

function whose(duty: DutyId) {
  const title = duties.find(({ id }) => id === duty)?.title;
  return label(
    `Anna kunnan tunnus (kolme numeroa): velvoite ”${title?.fi ?? duty}” on kunnan.`,
    `Ange kommunens nummer (tre siffror): skyldigheten ”${title?.sv ?? duty}” är kommunens.`,
    `Give the municipality's code (three digits): the duty “${title?.en ?? duty}” is a municipality's.`,
  );
}

const countysOwn = label(
  'Velvoite on hyvinvointialueen: jätä organisaatio pois.',
  'Skyldigheten är välfärdsområdets: lämna bort organisationen.',
  "The duty is the county's: leave the organisation out.",
);
const yearNeeded = label(
  'Velvoite täytetään kalenterivuosittain: anna vuosi (year), ei valtuustokautta (term).',
  'Skyldigheten uppfylls varje kalenderår: ange året (year), inte fullmäktigeperioden (term).',
  'The duty is fulfilled each calendar year: give the year, not the council term.',
);
const termNeeded = label(
  'Velvoite täytetään valtuustokausittain: anna kausi (term), esimerkiksi 2025-2029, ei vuotta (year).',
  'Skyldigheten uppfylls varje fullmäktigeperiod: ange perioden (term), till exempel 2025-2029, inte året (year).',
  'The duty is fulfilled once a council term: give the term, for example 2025-2029, not the year.',
);
const noSuchTerm = label(
  'Tällaista valtuustokautta ei ole. Esimerkiksi 2025-2029 kelpaa.',
  'Det finns ingen sådan fullmäktigeperiod. Till exempel 2025-2029 duger.',
  'There is no such council term. For example, 2025-2029 will do.',
);
const onceEach = label(
  'Anna jokainen organisaatio kerran.',
  'Ange varje organisation en gång.',
  'Give each organisation once.',
);

function outside(from: CivilDate, to: CivilDate) {
  return label(
    `Päivän on oltava jaksolla ${from}–${to}.`,
    `Dagen ska ligga i perioden ${from}–${to}.`,
    `The day has to lie between ${from} and ${to}.`,
  );
}
