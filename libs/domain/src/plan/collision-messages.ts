import type { CivilDate } from '../calendar/civil-date';
import { nameIn, type Language, type Name, type Text } from '../text';
import type { Meeting } from './attendance';
import { withProposal } from './date-messages';
import { shortDate } from './date-words';

/** Who is in two rooms at once. */
export type DoubleBooked = { people: readonly { name: string; as: Text }[]; bodies: readonly Name[] };

type Collision = {
  on: CivilDate;
  meetings: readonly Meeting[];
  /** The meeting that the proposal would move. */
  later: Meeting;
  /** Undefined without a register. */
  booked: DoubleBooked | undefined;
  proposal: CivilDate | undefined;
};

/** More names than these help nobody. */
const mostNames = 8;

/** Says which dates fall on one day, who would have to be in both rooms, and where the later one could go. */
export function collisionMessage({ on, meetings, later, booked, proposal }: Collision): Text {
  const date = shortDate(on);
  const list = meetings.map(({ entry, date: { name } }) => `${entry.id ?? '?'} (${name})`).join(', ');
  const said = {
    fi: `Samana päivänä ${date.fi}: ${list}.${bookedSentence(booked, 'fi')} Onko tämä tarkoitus?`,
    sv: `Samma dag, ${date.sv}: ${list}.${bookedSentence(booked, 'sv')} Är det avsikten?`,
    en: `On one day, ${date.en}: ${list}.${bookedSentence(booked, 'en')} Is that meant?`,
  };
  if (proposal === undefined) return said;
  const moved = {
    fi: `${said.fi} Siirrä ${later.entry.id ?? '?'} (${later.date.name}).`,
    sv: `${said.sv} Flytta ${later.entry.id ?? '?'} (${later.date.name}).`,
    en: `${said.en} Move ${later.entry.id ?? '?'} (${later.date.name}).`,
  };
  return withProposal(moved, proposal);
}

const twice: Text = { fi: 'Kahdessa paikassa yhtä aikaa', sv: 'På två ställen samtidigt', en: 'In two places at once' };
const nobody: Text = {
  fi: 'Rekisterin mukaan kenenkään ei tarvitse olla molemmissa.',
  sv: 'Enligt registret behöver ingen vara på båda.',
  en: 'By the register nobody has to be in both.',
};
const andMore: Text = { fi: 'ja muita', sv: 'med flera', en: 'and others' };

function bookedSentence(booked: DoubleBooked | undefined, language: Language): string {
  if (booked === undefined) return '';
  const names = [
    ...booked.bodies.map((name) => nameIn(name, language)),
    ...booked.people.map(({ name, as }) => `${name}, ${as[language]}`),
  ];
  if (names.length === 0) return ` ${nobody[language]}`;
  const shown = names.slice(0, mostNames).join('; ');
  return ` ${twice[language]}: ${shown}${names.length > mostNames ? ` ${andMore[language]}` : ''}.`;
}
