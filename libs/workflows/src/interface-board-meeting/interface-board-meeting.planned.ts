import type { CivilDate, Finding, PlanEntry, Register, Text } from '@app/domain';
import { interfaceContacts, isValidOn } from '@app/domain';
import { partiesOn } from '../collecting/collected-parties';
import { label } from '../fields';
import type { Json } from '../kernel/command';
import { datesOfPlan, lacking, missingDate } from '../planned-entry';
import type { BoardInput, Topic } from './interface-board-meeting.data';
import { boardInput } from './interface-board-meeting.data';

const boardId = 'yhdyspintaneuvottelukunta';

/**
 * Start data of a planned meeting: its dates, its topics as the register names them, and the municipalities of the day on which
 * topics are asked for. Findings say what the plan or the register lacks.
 */
export function boardFromPlan(entry: PlanEntry, register: Register): { data: Json } | { findings: Finding[] } {
  const read = boardInput.shape.dates.safeParse(datesOfPlan(entry.dates));
  if (!read.success) return { findings: read.error.issues.map(({ path }) => missingDate(entry.id, path)) };
  const asked = read.data.topicsAsked.on;
  const parties = partiesOn(register, ['municipality'], asked);
  const known = (id: string) => register.interfaces.some((one) => one.id === id);
  const wanted = entry.topics ?? [];
  const lacks = [
    ...(hasBoard(register, read.data.meeting.on) ? [] : [noBoard]),
    ...(wanted.length === 0 ? [noTopics] : []),
    ...wanted.filter((id) => !known(id)).map(unknownTopic),
    ...(parties.length === 0 ? [nobodyToAsk] : []),
  ];
  if (lacks.length > 0) return { findings: lacks.map((message) => lacking(entry.id, message)) };
  const data: BoardInput = {
    topics: wanted.flatMap((id) => topicOf(id, register, asked)),
    parties,
    dates: read.data,
    closes: register.county.closes,
  };
  return { data: data as Json };
}

function hasBoard({ bodies, county }: Register, on: CivilDate): boolean {
  return bodies.some((body) => body.id === boardId && body.of === county.code && isValidOn(body, on));
}

/** The English name of an interface may be missing. */
function topicOf(id: string, { interfaces, contacts, county }: Register, on: CivilDate): Topic[] {
  const ofCounty = interfaceContacts(contacts, county.code, id, on).length > 0;
  return interfaces
    .filter((one) => one.id === id)
    .map(({ name: { fi, sv, en = fi } }) => ({ id, name: { fi, sv, en }, ofCounty }));
}

const noBoard = label(
  `Rekisterissä ei ole toimielintä ${boardId}.`,
  `Registret saknar organet ${boardId}.`,
  `The register lacks the body ${boardId}.`,
);

const noTopics = label(
  'Kokoukselta puuttuvat aiheet. Anna kentässä topics yksi tai useampi yhdyspinta.',
  'Sammanträdet saknar ämnen. Ange en eller flera kontaktytor i fältet topics.',
  'The meeting has no topics. Give one or more interfaces in topics.',
);

const nobodyToAsk = label(
  'Rekisterissä ei ole kuntia, joiden yhteyshenkilöiltä aiheet pyydetään.',
  'Registret saknar kommuner vars kontaktpersoner kunde ombes ge ämnen.',
  'The register has no municipalities whose contacts could be asked for topics.',
);

function unknownTopic(id: string): Text {
  return label(
    `Yhdyspintaa ”${id}” ei ole rekisterissä. Korjaa aihe (topics) tai lisää yhdyspinta rekisteriin.`,
    `Kontaktytan ”${id}” finns inte i registret. Rätta ämnet (topics) eller lägg till kontaktytan i registret.`,
    `The interface “${id}” is not in the register. Correct the topic (topics), or add the interface to the register.`,
  );
}
