import { addDays, civilDate } from '../calendar/civil-date';
import type { Finding } from '../finding';
import { comesAfter, type Ladder, type LadderName, type Rung, type RungAudience } from './ladder';
import { ladderMessages as say } from './ladder-messages';
import { ladders, reachRung, reachTemplate } from './ladders';
import { rungDates } from './rung-dates';

/** More would be a nuisance to whoever is reminded. */
export const mostRungs = 10;

/** The mail in which the coordinator hears that the date has passed and the matter can go to the manager. */
export const escalationTemplate = 'escalation-proposed';

/** How far from its date a rung may be, by its direction: in the days that it counts, or in months. */
const bounds: Record<Rung['direction'], readonly [number, number]> = {
  before: [1, 366],
  'working-days-before': [1, 250],
  on: [0, 0],
  'before-agenda': [0, 60],
  'days-after': [1, 90],
  'working-days-after': [1, 60],
  'months-before': [1, 48],
};

type Use = { audiences: readonly RungAudience[]; sides: readonly Side[] };
type Side = 'before' | 'after';

/**
 * What is wrong with a ladder for a kind of deadline; empty when it will do. Each finding is an error, names the rung (`entry`) and where
 * it stands (`path`), and says what would be right. Which mails a kind of deadline can be reminded with, to whom and on which side of
 * the date, is what its default ladder shows.
 */
export function ladderFindings(name: LadderName, ladder: Ladder): Finding[] {
  return [
    ...(ladder.length > mostRungs ? [finding(null, 'too-many-rungs', [], say.tooMany(ladder.length, mostRungs))] : []),
    ...ladder.flatMap((rung, place) => [...rungFindings(name, rung, place), ...duplicate(ladder, rung, place)]),
    ...reachFindings(name, ladder),
    ...sameDays(ladder),
    ...afterEscalation(ladder),
  ];
}

/** The mails that a ladder of this kind can send: by template, to whom, and before or after the date. */
export function ladderTemplates(name: LadderName): ReadonlyMap<string, Use> {
  const uses = new Map<string, { audiences: Set<RungAudience>; sides: Set<Side> }>();
  for (const rung of ladders[name]) {
    const use = uses.get(rung.template) ?? { audiences: new Set(), sides: new Set() };
    for (const audience of alike(rung.audience)) use.audiences.add(audience);
    use.sides.add(sideOf(rung));
    uses.set(rung.template, use);
  }
  return new Map(
    [...uses].map(([template, { audiences, sides }]) => [template, { audiences: [...audiences], sides: [...sides] }]),
  );
}

/** Whoever can be written to, can be written to together with the deputy. */
function alike(audience: RungAudience): RungAudience[] {
  return audience === 'respondent' || audience === 'respondent-and-deputy'
    ? ['respondent', 'respondent-and-deputy']
    : [audience];
}

function sideOf(rung: Rung): Side {
  return comesAfter(rung) ? 'after' : 'before';
}

function rungFindings(name: LadderName, rung: Rung, place: number): Finding[] {
  const { key, template, audience, direction } = rung;
  const [least, most] = bounds[direction];
  const offset = rung.direction === 'months-before' ? rung.months : rung.days;
  const field = rung.direction === 'months-before' ? 'months' : 'days';
  const isWithin = offset >= least && offset <= most;
  return [
    ...(isWithin
      ? []
      : [finding(key, 'offset-out-of-bounds', [place, field], say.outOfBounds(key, offset, least, most))]),
    ...templateFindings(name, rung, place),
    ...(rung.escalates !== undefined && template !== escalationTemplate
      ? [finding(key, 'not-an-escalation', [place, 'escalates'], say.notAnEscalation(key, escalationTemplate))]
      : []),
    ...(audience === 'respondent-and-deputy' && !comesAfter(rung)
      ? [finding(key, 'deputy-before-date', [place, 'audience'], say.deputyBefore(key))]
      : []),
  ];
}

function templateFindings(name: LadderName, rung: Rung, place: number): Finding[] {
  const { key, template, audience } = rung;
  const known = ladderTemplates(name);
  const use = known.get(template);
  if (!use)
    return [
      finding(key, 'unknown-template', [place, 'template'], say.unknownTemplate(key, template, [...known.keys()])),
    ];
  if (!use.audiences.includes(audience))
    return [finding(key, 'wrong-audience', [place, 'audience'], say.wrongAudience(key, template, use.audiences))];
  if (use.sides.includes(sideOf(rung))) return [];
  return template === escalationTemplate
    ? [finding(key, 'escalation-before-date', [place, 'direction'], say.escalationBefore(key))]
    : [finding(key, 'wrong-side', [place, 'direction'], say.wrongSide(key, template, use.sides[0] ?? 'before'))];
}

function duplicate(ladder: Ladder, { key }: Rung, place: number): Finding[] {
  return ladder.findIndex((rung) => rung.key === key) < place
    ? [finding(key, 'duplicate-rung', [place, 'key'], say.duplicate(key))]
    : [];
}

/**
 * Where the default ladder asks who has been reached, a county's own asks it too, once. The kernel and the shell know the question by its
 * key: under that key nothing else can stand, and under another it would take the place of reminders.
 */
function reachFindings(name: LadderName, ladder: Ladder): Finding[] {
  const isAsked = ladders[name].some(({ key }) => key === reachRung);
  const isQuestion = ({ key, template }: Rung) => key === reachRung && template === reachTemplate;
  const misused = ladder.flatMap((rung, place) => {
    if (rung.key === reachRung && (!isAsked || rung.template !== reachTemplate))
      return [finding(rung.key, 'reach-misused', [place, 'key'], say.reachKey(reachRung, reachTemplate, isAsked))];
    return isAsked && rung.template === reachTemplate && rung.key !== reachRung
      ? [finding(rung.key, 'reach-misused', [place, 'key'], say.reachElsewhere(rung.key, reachTemplate, reachRung))]
      : [];
  });
  return isAsked && misused.length === 0 && !ladder.some(isQuestion)
    ? [finding(null, 'reach-missing', [], say.reachMissing(reachRung, reachTemplate))]
    : misused;
}

/** Due dates that show whether two rungs fall on one day whatever the date: a whole year and more, with its holidays. */
const samples = Array.from({ length: 61 }, (_, number) => addDays(civilDate('2026-03-02'), number * 7 + (number % 5)));

/** Of two rungs that always fall on one day only one would ever go out; the question who has been reached shares its day. */
function sameDays(ladder: Ladder): Finding[] {
  const within = ladder.map((rung) => (isBounded(rung) && rung.key !== reachRung ? daysOf(rung) : null));
  return ladder.flatMap((rung, place) => {
    const other = ladder.findIndex(
      (_, earlier) => earlier < place && within[place] !== null && within[earlier] === within[place],
    );
    const first = ladder[other];
    return first ? [finding(rung.key, 'same-day', [place], say.sameDay(rung.key, first.key), [first.key])] : [];
  });
}

function isBounded(rung: Rung): boolean {
  const [least, most] = bounds[rung.direction];
  const offset = rung.direction === 'months-before' ? rung.months : rung.days;
  return offset >= least && offset <= most;
}

function daysOf({ silentMonth: _silent, caughtUp: _caughtUp, ...rung }: Rung): string {
  return samples
    .map((dueOn) => {
      const body = { meetingOn: addDays(dueOn, -14), materialsDaysBefore: 7 };
      return rungDates([rung], dueOn, { body })[0]?.on ?? '';
    })
    .join();
}

/** Once the matter is with the manager, nobody below is reminded. */
function afterEscalation(ladder: Ladder): Finding[] {
  const escalation = ladder.find((rung) => rung.template === escalationTemplate && comesAfter(rung) && isBounded(rung));
  if (!escalation) return [];
  return ladder.flatMap((rung, place) =>
    rung !== escalation && comesAfter(rung) && isBounded(rung) && isLater(rung, escalation)
      ? [
          finding(rung.key, 'after-escalation', [place], say.afterEscalation(rung.key, escalation.key), [
            escalation.key,
          ]),
        ]
      : [],
  );
}

function isLater(rung: Rung, escalation: Rung): boolean {
  return samples.some((dueOn) => {
    const [one, other] = [rungDates([rung], dueOn)[0]?.on, rungDates([escalation], dueOn)[0]?.on];
    return one !== undefined && other !== undefined && one > other;
  });
}

function finding(
  entry: string | null,
  code: string,
  path: readonly (string | number)[],
  message: Finding['message'],
  others?: string[],
): Finding {
  return { code, severity: 'error', entry, date: null, message, path: ['rungs', ...path], ...(others && { others }) };
}
