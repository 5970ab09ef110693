import type { CivilDate, Language } from '@app/domain';
import { citations, citationText } from '@app/domain';
import { label } from '../fields';
import type { Reason } from '../kernel/definition';
import type { TermContext } from './council-term-negotiation.data';
import { termOf } from './council-term-negotiation.data';

/** Why something of a council term is refused, and what would be right. */

function reason(code: string, fi: string, sv: string, en: string): Reason {
  return { code, detail: label(fi, sv, en) };
}

/** What the act requires of the term can no longer be done in it. */
export function termExceeded({ term }: TermContext): Reason {
  const { endsOn } = termOf(term);
  const act = (language: Language) => citationText(citations.councilTermNegotiation, language);
  return reason(
    'term-exceeded',
    `Valtuustokausi ${term} päättyi ${endsOn}. Hyvinvointialueen ja sen kuntien on neuvoteltava vähintään kerran valtuustokaudessa (${act('fi')}), joten myöhemmin pidetty neuvottelu ei enää täytä tämän kauden velvoitetta. Siirrä avoimet asiat seuraavalle kaudelle (hand-over) ja päätä kausi syineen (close-as-missed); kirjaa neuvottelu seuraavalle kaudelle.`,
    `Fullmäktigeperioden ${term} slutade ${endsOn}. Välfärdsområdet och dess kommuner ska förhandla minst en gång under fullmäktigeperioden (${act('sv')}), så en senare förhandling uppfyller inte längre periodens skyldighet. Överför de öppna ärendena till nästa period (hand-over) och avsluta perioden med orsak (close-as-missed); anteckna förhandlingen för nästa period.`,
    `The council term ${term} ended on ${endsOn}. The county and its municipalities must negotiate at least once in a council term (${act('en')}), so a later negotiation no longer fulfils this term's duty. Hand the open matters over to the next term (hand-over), close this one with the reason (close-as-missed), and record the negotiation for the next term.`,
  );
}

export function beforeTerm({ term }: TermContext): Reason {
  const { startsOn } = termOf(term);
  return reason(
    'before-term',
    `Valtuustokausi ${term} alkaa vasta ${startsOn}. Sitä ennen pidetty neuvottelu kuuluu edelliseen kauteen.`,
    `Fullmäktigeperioden ${term} börjar först ${startsOn}. En förhandling före det hör till föregående period.`,
    `The council term ${term} does not begin until ${startsOn}. A negotiation before that belongs to the term before.`,
  );
}

export function countyNotApproved(): Reason {
  return reason(
    'county-not-approved',
    'Aluevaltuusto ei ole hyväksynyt sopimusta. Kirjaa sen päätös toimielinkäsittelyyn ja merkitse ote lähetetyksi, tai lähetä sopimus uudelleen (send-agreement).',
    'Välfärdsområdesfullmäktige har inte godkänt avtalet. Anteckna beslutet i ärendets behandling och markera utdraget som sänt, eller sänd avtalet på nytt (send-agreement).',
    'The county council has not approved the agreement. Record its decision in the handling and mark the extract as sent, or send the agreement again (send-agreement).',
  );
}

export function notApprovedBy(organisations: readonly string[]): Reason {
  const missing = organisations.join(', ');
  return reason(
    'not-approved-by-all',
    `Hyväksyntä puuttuu: ${missing}. Kirjaa päätös kunnan toimielinkäsittelyyn, tai kerro kentässä whyWithout, miksi allekirjoitettiin ilman sitä.`,
    `Godkännande saknas: ${missing}. Anteckna beslutet i behandlingen i kommunens organ, eller berätta i fältet whyWithout varför avtalet undertecknades utan det.`,
    `Not approved by: ${missing}. Record the decision in the municipality's handling, or say in whyWithout why it was signed without them.`,
  );
}

export function nobodyToAsk(): Reason {
  return reason(
    'nobody-to-ask',
    'Sopimus on jo jokaisen valtuuston käsiteltävänä tai hyväksymä.',
    'Varje fullmäktige har redan avtalet till behandling eller har godkänt det.',
    'Every council has the agreement before it already, or has approved it.',
  );
}

export function noSuchInput(): Reason {
  return reason(
    'not-in-force',
    'Sopimus ei ole silloin voimassa niin, että siitä annettaisiin vuosittaisia näkemyksiä. Tarkista vuosi ja puolivuosi.',
    'Avtalet gäller inte då så att årliga synpunkter ges. Kontrollera året och halvåret.',
    'The agreement is not in force then so that it would give a yearly input. Check the year and the half-year.',
  );
}

export function inputSettled(year: number): Reason {
  return reason(
    'already-recorded',
    `Vuoden ${year} asia on jo kirjattu tai ohitettu.`,
    `Saken för år ${year} har redan antecknats eller hoppats över.`,
    `The input of ${year} has been recorded or skipped already.`,
  );
}

export function inputTooEarly(from: CivilDate): Reason {
  return reason(
    'too-early',
    `Asian voi kirjata ${from} alkaen.`,
    `Saken kan antecknas från och med ${from}.`,
    `This can be recorded from ${from} on.`,
  );
}

export function alreadyHandedOver({ on, to }: NonNullable<TermContext['handedOver']>): Reason {
  return reason(
    'already-handed-over',
    `Kauden avoimet asiat siirrettiin jo ${on} (${to}).`,
    `Periodens öppna ärenden överfördes redan ${on} (${to}).`,
    `The term's open matters were handed over already on ${on} (${to}).`,
  );
}

export function tooEarlyToHandOver(from: CivilDate): Reason {
  return reason(
    'too-early',
    `Avoimet asiat voi siirtää seuraavalle kaudelle ${from} alkaen.`,
    `Öppna ärenden kan överföras till nästa period från och med ${from}.`,
    `Open matters can be handed over to the next term from ${from} on.`,
  );
}

export function handOverFirst({ term }: TermContext): Reason {
  return reason(
    'not-handed-over',
    `Siirrä ensin kauden ${term} avoimet asiat seuraavalle kaudelle toiminnolla hand-over.`,
    `Överför först de öppna ärendena från perioden ${term} till nästa period med åtgärden hand-over.`,
    `Hand the open matters of the term ${term} over to the next term first, with hand-over.`,
  );
}

export function termStillRuns(endsOn: CivilDate): Reason {
  return reason(
    'too-early',
    `Valtuustokausi päättyy ${endsOn}. Neuvottelun voi pitää siihen asti.`,
    `Fullmäktigeperioden slutar ${endsOn}. Förhandlingen kan hållas till och med den dagen.`,
    `The council term ends on ${endsOn}. The negotiation can be held until then.`,
  );
}

export function termHasEnded({ term }: TermContext): Reason {
  return reason(
    'too-late',
    `Valtuustokausi ${term} on päättynyt. Päätä asia toiminnolla close-as-missed.`,
    `Fullmäktigeperioden ${term} har slutat. Avsluta ärendet med åtgärden close-as-missed.`,
    `The council term ${term} has ended. End the matter with close-as-missed.`,
  );
}
