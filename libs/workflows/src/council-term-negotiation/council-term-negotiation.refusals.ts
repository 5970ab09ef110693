import type { Language, Text } from '@app/domain';
import { citations, citationText } from '@app/domain';
import { label } from '../fields';
import type { Fact, Refusal } from '../kernel/definition';
import type { TermContext } from './council-term-negotiation.data';
import { termOf } from './council-term-negotiation.data';
import { endedSteps, handOverFrom, hasApproved } from './council-term-negotiation.dates';
import type { TermFact } from './council-term-negotiation.facts';
import type { CodeOf, Guard } from './council-term-negotiation.reasons';
import { reasonOf, reasons } from './council-term-negotiation.reasons';
import { stepTitles } from './step-titles';

/** What every refusal says of its reason, and what would be right. */
const details: { [G in Guard]: Record<CodeOf<G>, (context: TermContext, fact: Fact) => Text> } = {
  hasHappened: { 'too-early': stillAhead },
  heldInTerm: {
    'too-early': stillAhead,
    'term-exceeded': ({ term }) =>
      label(
        `Valtuustokausi ${term} päättyi ${termOf(term).endsOn}. Hyvinvointialueen ja sen kuntien on neuvoteltava vähintään kerran valtuustokaudessa (${act('fi')}), joten myöhemmin pidetty neuvottelu ei enää täytä tämän kauden velvoitetta. Siirrä avoimet asiat seuraavalle kaudelle (hand-over) ja päätä kausi syineen (close-as-missed); kirjaa neuvottelu seuraavalle kaudelle.`,
        `Fullmäktigeperioden ${term} slutade ${termOf(term).endsOn}. Välfärdsområdet och dess kommuner ska förhandla minst en gång under fullmäktigeperioden (${act('sv')}), så en senare förhandling uppfyller inte längre periodens skyldighet. Överför de öppna ärendena till nästa period (hand-over) och avsluta perioden med orsak (close-as-missed); anteckna förhandlingen för nästa period.`,
        `The council term ${term} ended on ${termOf(term).endsOn}. The county and its municipalities must negotiate at least once in a council term (${act('en')}), so a later negotiation no longer fulfils this term's duty. Hand the open matters over to the next term (hand-over), close this one with the reason (close-as-missed), and record the negotiation for the next term.`,
      ),
    'before-term': ({ term }) =>
      label(
        `Valtuustokausi ${term} alkaa vasta ${termOf(term).startsOn}. Sitä ennen pidetty neuvottelu kuuluu edelliseen kauteen.`,
        `Fullmäktigeperioden ${term} börjar först ${termOf(term).startsOn}. En förhandling före det hör till föregående period.`,
        `The council term ${term} does not begin until ${termOf(term).startsOn}. A negotiation before that belongs to the term before.`,
      ),
  },
  decidedAfterNegotiation: {
    'too-early': stillAhead,
    'before-negotiation': ({ negotiation }) =>
      label(
        `Neuvottelu pidettiin ${negotiation?.heldOn}. Anna kokous, jossa valtuusto käsitteli sopimuksen sen jälkeen.`,
        `Förhandlingen hölls ${negotiation?.heldOn}. Ange det sammanträde efter det där fullmäktige behandlade avtalet.`,
        `The negotiation was held on ${negotiation?.heldOn}. Give the meeting after it in which the council handled the agreement.`,
      ),
  },
  isApproved: {
    'too-early': stillAhead,
    'county-not-approved': () =>
      label(
        'Aluevaltuuston hyväksyntää ei ole kirjattu. Kirjaa se ensin toiminnolla record-approval.',
        'Välfärdsområdesfullmäktiges godkännande har inte antecknats. Anteckna det först med åtgärden record-approval.',
        "The county council's approval has not been recorded. Record it first with record-approval.",
      ),
    'not-approved-by-all': (context) => {
      const missing = context.municipalities.filter((organisation) => !hasApproved(context, organisation)).join(', ');
      return label(
        `Hyväksyntä puuttuu: ${missing}. Kirjaa se toiminnolla record-approval tai kerro kentässä whyWithout, miksi allekirjoitettiin ilman sitä.`,
        `Godkännande saknas: ${missing}. Anteckna det med åtgärden record-approval, eller berätta i fältet whyWithout varför avtalet undertecknades utan det.`,
        `Not approved by: ${missing}. Record it with record-approval, or say in whyWithout why it was signed without them.`,
      );
    },
  },
  canHandOver: {
    'already-handed-over': ({ handedOver }) =>
      label(
        `Kauden avoimet asiat siirrettiin jo ${handedOver?.on} (${handedOver?.to}).`,
        `Periodens öppna ärenden överfördes redan ${handedOver?.on} (${handedOver?.to}).`,
        `The term's open matters were handed over already on ${handedOver?.on} (${handedOver?.to}).`,
      ),
    'too-early': ({ term }) => {
      const from = handOverFrom(termOf(term));
      return label(
        `Avoimet asiat voi siirtää seuraavalle kaudelle ${from} alkaen.`,
        `Öppna ärenden kan överföras till nästa period från och med ${from}.`,
        `Open matters can be handed over to the next term from ${from} on.`,
      );
    },
  },
  isHandedOver: { 'not-handed-over': handOverFirst },
  isMissedAndHandedOver: {
    'too-early': ({ term }) =>
      label(
        `Valtuustokausi päättyy ${termOf(term).endsOn}. Neuvottelun voi pitää siihen asti.`,
        `Fullmäktigeperioden slutar ${termOf(term).endsOn}. Förhandlingen kan hållas till och med den dagen.`,
        `The council term ends on ${termOf(term).endsOn}. The negotiation can be held until then.`,
      ),
    'not-handed-over': handOverFirst,
  },
  termRuns: {
    'too-late': ({ term }) =>
      label(
        `Valtuustokausi ${term} on päättynyt. Päätä asia toiminnolla close-as-missed.`,
        `Fullmäktigeperioden ${term} har slutat. Avsluta ärendet med åtgärden close-as-missed.`,
        `The council term ${term} has ended. End the matter with close-as-missed.`,
      ),
  },
  canMove: {
    'already-happened': (context) => {
      const ended = (language: Language) =>
        endedSteps(context)
          .map((step) => stepTitles[step][language])
          .join(', ');
      return label(
        `Jo tehdyn vaiheen päivää ei voi muuttaa. Tehdyt vaiheet: ${ended('fi')}.`,
        `Datumet för ett steg som redan är utfört kan inte ändras. Utförda steg: ${ended('sv')}.`,
        `The date of a step that has been taken cannot be changed. Taken: ${ended('en')}.`,
      );
    },
    'term-exceeded': ({ term }) =>
      label(
        `Valtuustokausi päättyy ${termOf(term).endsOn}. Anna päivä, joka on viimeistään silloin.`,
        `Fullmäktigeperioden slutar ${termOf(term).endsOn}. Ange en dag senast då.`,
        `The council term ends on ${termOf(term).endsOn}. Give a day no later than that.`,
      ),
    'too-late': () =>
      label('Anna päivä, joka on vielä edessä.', 'Ange en dag som ännu är framför.', 'Give a day that is still ahead.'),
  },
};

/** Why each guard of the chart refuses, and what would be right. */
export const refusals: Record<string, Refusal<TermContext>> = Object.fromEntries(
  (Object.keys(reasons) as Guard[]).map((guard) => {
    const detailOf = details[guard] as Record<string, (context: TermContext, fact: Fact) => Text>;
    const codeOf = (context: TermContext, fact: Fact): string => reasonOf(guard, context, fact as TermFact) ?? '';
    return [
      guard,
      {
        code: { oneOf: Object.keys(detailOf), choose: codeOf },
        detail: (context, fact) => detailOf[codeOf(context, fact)]?.(context, fact) as Text,
      } satisfies Refusal<TermContext>,
    ];
  }),
);

function stillAhead(): Text {
  return label(
    'Päivä on vielä edessä. Kirjaa asia, kun se on tapahtunut.',
    'Dagen har inte kommit ännu. Anteckna saken när den har skett.',
    'The day is still ahead. Record it once it has happened.',
  );
}

function handOverFirst({ term }: TermContext): Text {
  return label(
    `Siirrä ensin kauden ${term} avoimet asiat seuraavalle kaudelle toiminnolla hand-over.`,
    `Överför först de öppna ärendena från perioden ${term} till nästa period med åtgärden hand-over.`,
    `Hand the open matters of the term ${term} over to the next term first, with hand-over.`,
  );
}

function act(language: Language): string {
  return citationText(citations.councilTermNegotiation, language);
}
