import type { CivilDate } from '../calendar/civil-date';
import type { Body } from '../organisations/register';
import { nameIn, type Language, type Name, type Text } from '../text';
import { withProposal } from './date-messages';
import { shortDate } from './date-words';
import type { FoundOrder } from './handling-order';

/** Two dates of the handling order that follow each other: what comes out of the first is needed for the second. */
export type Link = {
  from: { name: string; on: CivilDate; outOn: CivilDate };
  to: { name: string; on: CivilDate; neededOn: CivilDate };
};

type Named = { date: { name: string }; body: Pick<Body, 'id' | 'name'> };

/** The body does not meet on the day. */
export function notMeetingMessage(
  { name, on }: { name: string; on: CivilDate },
  body: Pick<Body, 'name'>,
  proposal: CivilDate | undefined,
): Text {
  const date = shortDate(on);
  const said = {
    fi: `${name}: toimielimellä ei ole kokousta ${date.fi} (${nameIn(body.name, 'fi')}).`,
    sv: `${name}: organet har inget sammanträde ${date.sv} (${nameIn(body.name, 'sv')}).`,
    en: `${name}: the body has no meeting on ${date.en} (${nameIn(body.name, 'en')}).`,
  };
  return withProposal(said, proposal);
}

/** Says that a step stands before one that must come first. */
export function outOfSequenceMessage(
  first: { name: string; on: CivilDate },
  next: { name: string; on: CivilDate },
): Text {
  const [one, other] = [shortDate(first.on), shortDate(next.on)];
  return {
    fi: `Päivät ovat väärässä järjestyksessä: ${next.name} (${other.fi}) on ennen kuin ${first.name} (${one.fi}). Korjaa toinen niistä.`,
    sv: `Datumen är i fel ordning: ${next.name} (${other.sv}) infaller före ${first.name} (${one.sv}). Rätta det ena av dem.`,
    en: `The dates are in the wrong order: ${next.name} (${other.en}) comes before ${first.name} (${one.en}). Correct one of them.`,
  };
}

/** Says which link of the order breaks, and until when the case has to be ready so that it can hold. */
export function brokenLinkMessage({ from, to }: Link, chain: readonly Named[], latest: FoundOrder | undefined): Text {
  const [one, other, out, needed] = [
    shortDate(from.on),
    shortDate(to.on),
    shortDate(from.outOn),
    shortDate(to.neededOn),
  ];
  const said = {
    fi: `Käsittelyjärjestys katkeaa: ${from.name} (${one.fi}) → ${to.name} (${other.fi}). Asia voi edetä aikaisintaan ${out.fi}, mutta sen pitäisi edetä viimeistään ${needed.fi}.`,
    sv: `Behandlingsordningen bryts: ${from.name} (${one.sv}) → ${to.name} (${other.sv}). Ärendet kan gå vidare tidigast ${out.sv}, men borde göra det senast ${needed.sv}.`,
    en: `The handling order breaks: ${from.name} (${one.en}) → ${to.name} (${other.en}). The case can move on ${out.en} at the earliest, but must move by ${needed.en}.`,
  };
  const way = latest === undefined ? noWay : latestWay(latest, chain);
  return { fi: `${said.fi} ${way.fi}`, sv: `${said.sv} ${way.sv}`, en: `${said.en} ${way.en}` };
}

const noWay: Text = {
  fi: 'Rekisterin kokouspäivistä ei löydy järjestystä, joka toimii.',
  sv: 'Sammanträdesdagarna i registret ger ingen ordning som håller.',
  en: 'The meetings in the register give no order that holds.',
};

function latestWay({ startOn, steps }: FoundOrder, chain: readonly Named[]): Text {
  const start = shortDate(startOn);
  const names = new Map(chain.map(({ body }) => [body.id, body.name]));
  const route = (language: Language) =>
    steps
      .map(
        ({ body, meetingOn }) =>
          `${nameIn(names.get(body) ?? { fi: body, sv: body }, language)} ${shortDate(meetingOn)[language]}`,
      )
      .join(', ');
  return {
    fi: `Asian pitää olla valmis viimeistään ${start.fi}: ${route('fi')}.`,
    sv: `Ärendet ska vara klart senast ${start.sv}: ${route('sv')}.`,
    en: `The case has to be ready on ${start.en} at the latest: ${route('en')}.`,
  };
}

/** Municipal bodies have no meeting between the two days. */
export function noMunicipalMeetingMessage(
  [from, sentOn]: [string, CivilDate],
  [by, dueOn]: [string, CivilDate],
  municipalities: readonly Name[],
  proposal: CivilDate | undefined,
): Text {
  const [sent, due] = [shortDate(sentOn), shortDate(dueOn)];
  const list = (language: Language) => municipalities.map((name) => nameIn(name, language)).join(', ');
  const said = {
    fi: `Käsittelyjärjestys katkeaa: ${from} (${sent.fi}) → ${by} (${due.fi}). Kunnan toimielimellä ei ole välissä kokousta, johon aineisto ehtii: ${list('fi')}.`,
    sv: `Behandlingsordningen bryts: ${from} (${sent.sv}) → ${by} (${due.sv}). Kommunens organ har däremellan inget sammanträde som materialet hinner till: ${list('sv')}.`,
    en: `The handling order breaks: ${from} (${sent.en}) → ${by} (${due.en}). The municipality’s body has no meeting in between that the materials can reach: ${list('en')}.`,
  };
  if (proposal === undefined) return said;
  const start = shortDate(proposal);
  return {
    fi: `${said.fi} ${from} viimeistään ${start.fi}.`,
    sv: `${said.sv} ${from} senast ${start.sv}.`,
    en: `${said.en} ${from} on ${start.en} at the latest.`,
  };
}
