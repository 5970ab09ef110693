import { handlingSteps, handlingEnded, handlingKey, meetingsMoved } from '../board-handling/county-order';
import type { Text } from '@app/domain';
import { plannedFor, countyHandling } from '../board-handling/handling-child';
import { municipalityCard } from '../cards/municipality-card';
import { ngoCard } from '../cards/ngo-card';
import { sectorCard } from '../cards/sector-card';
import type { CollectedParty } from '../collecting/asked-requests';
import { freshKey, partyAsked } from '../collecting/asked-requests';
import type { SomeDates } from '../dated-steps/moved-steps';
import { withDates } from '../dated-steps/moved-steps';
import { dateWithoutReminders, stepDeadline } from '../dated-steps/step-deadlines';
import { isTaken } from '../dated-steps/taken-steps';
import { label } from '../fields';
import { requestFor } from '../information-request/request-child';
import type { ChildIntent, DeadlineIntent, PublishIntent, TellChildIntent } from '../kernel/intents';
import { reportTopic } from '../wellbeing-reports';
import type { ReportContext, ReportStep } from './wellbeing-report.data';

/** What the coordinator has to do in each step, as the deadlines and the reminders call it. */
export const stepTitles: Record<ReportStep, Text> = {
  designStarts: label('Aloita tiedonkeruun suunnittelu', 'Inled planeringen', 'Start designing the collection'),
  requestsSent: label('Pyydä kortit', 'Be om korten', 'Ask for the cards'),
  cardsDue: label('Kortit saatu', 'Korten har kommit', 'Cards received'),
  indicatorsReady: label('Kokoa indikaattorit', 'Sammanställ indikatorerna', 'Gather the indicators'),
  cardsCompiled: label('Kokoa kortit', 'Sammanställ korten', 'Compile the cards'),
  reportReady: label('Viimeistele raportti', 'Färdigställ rapporten', 'Finish the report'),
  hyteBoard: label('Hyte-lautakunta käsittelee', 'Hyte-nämnden behandlar', 'The board handles it'),
  countyExecutive: label('Aluehallitus käsittelee', 'Välfärdsområdesstyrelsen behandlar', 'The executive handles it'),
  countyCouncil: label('Aluevaltuusto käsittelee', 'Välfärdsområdesfullmäktige behandlar', 'The council handles it'),
  published: label('Julkaise ja lähetä kunnille', 'Publicera och skicka till kommunerna', 'Publish and send it'),
  delivered: label(
    'Varmista, että kunnat ovat saaneet raportin',
    'Säkerställ att kommunerna har fått rapporten',
    'See that every municipality has it',
  ),
};

export function reportTitle({ about }: Pick<ReportContext, 'about'>): Text {
  return label(`Hyvinvointiraportti ${about}`, `Välfärdsrapport ${about}`, `Wellbeing report ${about}`);
}

const cards = { 'municipality-card': municipalityCard, 'sector-card': sectorCard, 'ngo-card': ngoCard };
const cardTitles = {
  'municipality-card': label('Kuntakortti', 'Kommunkort', 'Municipality card'),
  'sector-card': label('Toimialakortti', 'Sektorkort', 'Sector card'),
  'ngo-card': label('Järjestökortti', 'Organisationskort', 'NGO card'),
};

/** Which card a party fills in: a municipality its own, the county's sectors theirs, everybody else the one of the NGOs. */
function cardOf({ sectors }: ReportContext, { organisation, kind }: CollectedParty): keyof typeof cards {
  if (kind === 'municipality') return 'municipality-card';
  return sectors.includes(organisation) ? 'sector-card' : 'ngo-card';
}

/** One party is asked for its card. To report is the county's own duty (612/2021 § 7); to fill in a card is nobody's. */
export function cardRequest(context: ReportContext, party: CollectedParty): ChildIntent {
  const { about, dates, closes } = context;
  const card = cardOf(context, party);
  const name = cardTitles[card];
  return requestFor(
    partyAsked(party),
    {
      subject: card,
      about,
      asksFor: `${card}/${about}`,
      title: label(`${name.fi} ${about}`, `${name.sv} ${about}`, `${name.en} ${about}`),
      questions: cards[card](about),
      dueOn: dates.cardsDue.on,
      closes,
      basis: dates.cardsDue.basis,
      citation: 'countyReports',
      voluntary: true,
      lastOn: dates.cardsCompiled.on,
      next: {
        ...dates.hyteBoard,
        title: label('Raportti lautakunnassa', 'Rapporten i nämnden', 'The report in the board'),
      },
    },
    freshKey(context, party),
  );
}

export function cardRequests(context: ReportContext): ChildIntent[] {
  return context.parties.map((party) => cardRequest(context, party));
}

/** What the open requests hear of dates that move. */
export function datesOfRequests(
  context: ReportContext,
  { cardsDue, cardsCompiled, hyteBoard }: SomeDates<ReportStep>,
): object {
  if (isTaken(context, 'cardsCompiled')) return {};
  return {
    ...(cardsDue && { dueOn: cardsDue.on, basis: cardsDue.basis }),
    ...(cardsCompiled && { lastOn: cardsCompiled.on }),
    ...(hyteBoard && { next: hyteBoard }),
  };
}

/** The report goes to the board, the executive and the council, in the meetings of the plan. */
export function reportHandling(context: ReportContext): ChildIntent {
  const { about, bodies, dates, report, closes, county } = context;
  return countyHandling(handlingKey(context), county, {
    subject: 'wellbeing-report',
    about,
    title: reportTitle(context),
    // Where a planned meeting has gone, the handling tells in which one the body takes the report up.
    bodies: handlingSteps.map((step) => plannedFor(bodies[step], dates[step].on)),
    proposal: report?.proposal ?? null,
    document: report?.document ?? null,
    closes,
  });
}

/** The bodies' meetings that move while they handle the report. */
export function handlingMoved(
  context: ReportContext,
  changed: SomeDates<ReportStep>,
  reason: string,
): TellChildIntent[] {
  return isTaken(context, 'reportReady') ? meetingsMoved(context, changed, reason) : [];
}

/** Nothing of the report goes on in the bodies. */
export function handlingWithdrawn(context: ReportContext, reason: string): TellChildIntent[] {
  return isTaken(context, 'reportReady') ? handlingEnded(context, reason) : [];
}

/** The published report, for the negotiation of the year: the council's decision, and where it can be read. */
export function publishedReport(
  { about, bodies, decisions }: ReportContext,
  { link }: NonNullable<ReportContext['publication']>,
): PublishIntent[] {
  const council = decisions.findLast(({ body }) => body === bodies.countyCouncil.id);
  if (!council?.meetingOn || council.section === null) return [];
  const data = { handledOn: council.meetingOn, section: council.section, document: link };
  return [{ topic: reportTopic(Number(about)), data }];
}

/** The deadlines that run now. The requests and the bodies' own handling remind of theirs. */
export function deadlinesNow(context: ReportContext): DeadlineIntent[] {
  const own = (step: ReportStep) => stepDeadline(context, step);
  const waiting = (steps: readonly ReportStep[]) => steps.filter((step) => !isTaken(context, step));
  if (!isTaken(context, 'designStarts')) return [own('designStarts')];
  if (!isTaken(context, 'requestsSent')) return [own('requestsSent')];
  if (!isTaken(context, 'cardsCompiled'))
    return [dateWithoutReminders(context, 'cardsDue'), ...waiting(['indicatorsReady', 'cardsCompiled']).map(own)];
  if (!isTaken(context, 'reportReady')) return waiting(['indicatorsReady', 'reportReady']).map(own);
  if (!isTaken(context, 'countyCouncil'))
    return waiting(handlingSteps).map((step) => dateWithoutReminders(context, step));
  return waiting(['published', 'delivered']).slice(0, 1).map(own);
}

/** The running deadlines whose date moves. */
export function movedDeadlines(context: ReportContext, changed: SomeDates<ReportStep>): DeadlineIntent[] {
  const after = { ...context, dates: withDates(context, changed) };
  return deadlinesNow(after).filter(({ name }) => changed[name as ReportStep]);
}
