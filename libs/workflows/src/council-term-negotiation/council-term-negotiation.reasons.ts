import type { CivilDate, Language } from '@app/domain';
import { citationText, citations, longDate, onDate } from '@app/domain';
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
    `Valtuustokausi ${term} päättyi ${onDate(endsOn, 'fi')}. Hyvinvointialueen ja sen kuntien on neuvoteltava vähintään kerran valtuustokaudessa (${act('fi')}), joten myöhemmin pidetty neuvottelu ei enää täytä tämän kauden velvoitetta. Anna ensin toiminto {command:hand-over} ja päätä kausi syineen toiminnolla {command:close-as-missed}; kirjaa neuvottelu seuraavalle kaudelle.`,
    `Fullmäktigeperioden ${term} slutade ${onDate(endsOn, 'sv')}. Välfärdsområdet och dess kommuner ska förhandla minst en gång under fullmäktigeperioden (${act('sv')}), så en senare förhandling uppfyller inte längre periodens skyldighet. Välj först åtgärden {command:hand-over} och avsluta perioden med orsak med åtgärden {command:close-as-missed}; anteckna förhandlingen för nästa period.`,
    `The council term ${term} ended ${onDate(endsOn, 'en')}. The county and its municipalities must negotiate at least once in a council term (${act('en')}), so a later negotiation no longer fulfils this term's duty. Give {command:hand-over} first, close this term and say why with {command:close-as-missed}, and record the negotiation for the next term.`,
  );
}

export function beforeTerm({ term }: TermContext): Reason {
  const { startsOn } = termOf(term);
  return reason(
    'before-term',
    `Valtuustokausi ${term} alkaa vasta ${onDate(startsOn, 'fi')}. Sitä ennen pidetty neuvottelu kuuluu edelliseen kauteen.`,
    `Fullmäktigeperioden ${term} börjar först ${onDate(startsOn, 'sv')}. En förhandling före det hör till föregående period.`,
    `The council term ${term} does not begin until ${longDate(startsOn, 'en')}. A negotiation before that belongs to the term before.`,
  );
}

export function countyNotApproved(): Reason {
  return reason(
    'county-not-approved',
    'Aluevaltuusto ei ole hyväksynyt sopimusta. Kirjaa sen päätös toimielinkäsittelyyn ja merkitse ote lähetetyksi, tai lähetä sopimus uudelleen toiminnolla {command:send-agreement}.',
    'Välfärdsområdesfullmäktige har inte godkänt avtalet. Anteckna beslutet i ärendets behandling och markera utdraget som sänt, eller sänd avtalet på nytt med åtgärden {command:send-agreement}.',
    'The county council has not approved the agreement. Record its decision in the handling and mark the extract as sent, or send the agreement again with {command:send-agreement}.',
  );
}

export function notApprovedBy(organisations: readonly string[]): Reason {
  const missing = organisations.join(', ');
  return reason(
    'not-approved-by-all',
    `Hyväksyntä puuttuu: ${missing}. Kirjaa päätös kunnan toimielinkäsittelyyn, tai kerro kentässä {field:whyWithout}, miksi allekirjoitettiin ilman sitä.`,
    `Godkännande saknas: ${missing}. Anteckna beslutet i behandlingen i kommunens organ, eller berätta i fältet {field:whyWithout} varför avtalet undertecknades utan det.`,
    `Not approved by: ${missing}. Record the decision in the municipality's handling, or say in {field:whyWithout} why it was signed without them.`,
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
    `Asian voi kirjata aikaisintaan ${onDate(from, 'fi')}.`,
    `Saken kan antecknas tidigast ${onDate(from, 'sv')}.`,
    `This can be recorded from ${longDate(from, 'en')} on.`,
  );
}

export function alreadyHandedOver({ on, to }: NonNullable<TermContext['handedOver']>): Reason {
  return reason(
    'already-handed-over',
    `Kauden avoimet asiat siirrettiin jo ${onDate(on, 'fi')} (${to}).`,
    `Periodens öppna ärenden överfördes redan ${onDate(on, 'sv')} (${to}).`,
    `The term's open matters were handed over already ${onDate(on, 'en')} (${to}).`,
  );
}

export function tooEarlyToHandOver(from: CivilDate): Reason {
  return reason(
    'too-early',
    `Avoimet asiat voi siirtää seuraavalle kaudelle aikaisintaan ${onDate(from, 'fi')}.`,
    `Öppna ärenden kan överföras till nästa period tidigast ${onDate(from, 'sv')}.`,
    `Open matters can be handed over to the next term from ${longDate(from, 'en')} on.`,
  );
}

export function handOverFirst({ term }: TermContext): Reason {
  return reason(
    'not-handed-over',
    `Siirrä ensin kauden ${term} avoimet asiat toiminnolla {command:hand-over}.`,
    `Överför först de öppna ärendena från perioden ${term} med åtgärden {command:hand-over}.`,
    `Hand the open matters of the term ${term} over first, with {command:hand-over}.`,
  );
}

export function termStillRuns(endsOn: CivilDate): Reason {
  return reason(
    'too-early',
    `Valtuustokausi päättyy ${onDate(endsOn, 'fi')}. Neuvottelun voi pitää siihen asti.`,
    `Fullmäktigeperioden slutar ${onDate(endsOn, 'sv')}. Förhandlingen kan hållas till och med den dagen.`,
    `The council term ends ${onDate(endsOn, 'en')}. The negotiation can be held until then.`,
  );
}

export function termHasEnded({ term }: TermContext): Reason {
  return reason(
    'too-late',
    `Valtuustokausi ${term} on päättynyt. Päätä asia toiminnolla {command:close-as-missed}.`,
    `Fullmäktigeperioden ${term} har slutat. Avsluta ärendet med åtgärden {command:close-as-missed}.`,
    `The council term ${term} has ended. End the matter with {command:close-as-missed}.`,
  );
}
