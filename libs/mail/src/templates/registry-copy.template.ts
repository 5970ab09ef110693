import { helsinkiDate, type Language } from '@app/domain';
import { z } from 'zod';
import { answerWay, answerWayWords } from '../answer-ways';
import { closing, linkLine } from '../closing';
import { dateAndTime, longDate, shortDate } from '../dates';
import {
  civilDate,
  handling,
  line,
  link,
  mailCommon,
  moment,
  prose,
  subjectMatter,
  whichRequest,
  wording,
  wordingOrLine,
} from '../fields';
import { filingWords } from '../filing-words';
import { type Letter, letter, paragraph, sentences, type Part } from '../letter';
import { bodyName, en, fi, inLanguage, plainName, sentenceStart, sv } from '../names';
import { cardTitle, compilingOfCards, hyteBoard, receivedAt, toMunicipality } from '../samples';
import { sectionMark } from '../section-mark';
import { subject } from '../subject';
import { inSentence, wordsOf } from '../subject-matter';
import { defineTemplate } from '../template';

const document = z.object({
  id: line,
  /** Read when the mail leaves; a link has none, and it may have been erased. */
  name: line.optional(),
  title: line.optional(),
  publicity: z.enum(['public', 'restricted']),
  kind: line.optional(),
  link: link.optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

const said = z.union([prose, z.object({ fi: prose, sv: prose, en: prose })]);

const schema = mailCommon.extend({
  subjectMatter,
  ...whichRequest,
  workflowId: line,
  receivedAt: moment,
  /** The day on which it came, where the county recorded it later. */
  receivedOn: civilDate.optional(),
  onBehalf: z.boolean().default(false),
  way: answerWay.optional(),
  late: z.boolean(),
  /** A copy has gone before; this one takes its place. */
  corrected: z.boolean(),
  handled: handling.partial().extend({ decision: wordingOrLine.nullable().optional() }).optional(),
  minutes: link.optional(),
  caseNumber: line.optional(),
  documents: z.array(document),
  answers: z.array(z.object({ question: wording, answer: z.array(said) })),
  /** It goes to the coordinator, because the county has no registry to send it to. */
  withoutRegistry: z.boolean().default(false),
});
type Data = z.output<typeof schema>;

const heads: Record<Language, { new: string; corrected: string }> = {
  fi: { new: 'Kirjattavaksi', corrected: 'Kirjattavaksi korjattuna' },
  sv: { new: 'För registrering', corrected: 'Rättad för registrering' },
  en: { new: 'For registration', corrected: 'Corrected, for registration' },
};

const first: Record<Language, (data: Data, received: (whose: object) => string) => string> = {
  fi: (data, received) =>
    `${plainName(data.county, 'fi')} on saanut ${received({ from: fi.fromThem(data.organisation) })}.`,
  sv: (data, received) => `${plainName(data.county, 'sv')} har av ${sv.name(data.organisation)} fått ${received({})}.`,
  en: (data, received) =>
    `${plainName(data.county, 'en')} has received ${received({ from: en.name(data.organisation) })}.`,
};

const copy: Record<Language, string> = {
  fi: 'Tämä on jäljennös kirjaamista varten.',
  sv: 'Detta är en kopia för registrering.',
  en: 'This is a copy for registration.',
};

const senders: Record<Language, (data: Data) => string> = {
  fi: ({ organisation }) => fi.label(organisation),
  sv: ({ organisation }) => sv.name(organisation),
  en: ({ organisation }) => sentenceStart(en.name(organisation)),
};

/** One piece of metadata on a line of its own. */
function item(label: string, value: string | undefined): string | undefined {
  return value === undefined ? undefined : `– ${label}: ${value}`;
}

function whenReceived({ receivedAt: at, receivedOn }: Data, language: Language): string {
  return receivedOn === undefined ? dateAndTime(at, language, longDate) : longDate(receivedOn, language);
}

function howItCame({ onBehalf, way }: Data, language: Language): string {
  const words = filingWords[language];
  if (!onBehalf) return words.onPage;
  return way === undefined ? words.byCounty : `${answerWayWords[way][language]}, ${words.byCounty}`;
}

function handledLines({ handled }: Data, language: Language): (string | undefined)[] {
  const words = filingWords[language];
  const { body, on, section, decision } = handled ?? {};
  return [
    item(words.body, body && bodyName(body, language)),
    item(words.meeting, on && longDate(on, language)),
    item(words.section, section && sectionMark(section)),
    item(words.decision, decision ? inLanguage(decision, language) : undefined),
  ];
}

function documentLines({ documents }: Data, language: Language): Part {
  const words = filingWords[language];
  if (documents.length === 0) return item(words.documents, words.noDocuments);
  const about = ({ id, name, title, publicity, kind, sha256 }: z.output<typeof document>) =>
    [
      title !== undefined && name !== undefined && name !== title ? `${title} (${name})` : (title ?? name ?? id),
      kind,
      words[publicity],
      sha256 === undefined ? undefined : `${words.hash} ${sha256}`,
    ]
      .filter((part) => part !== undefined)
      .join(', ');
  return paragraph(
    `${words.documents}:`,
    ...documents.map((one) => {
      const label = `– ${about(one)}`;
      return linkLine(label, one.link) ?? label;
    }),
  );
}

function contentParts({ answers }: Data, language: Language): Part[] {
  if (answers.length === 0) return [];
  const words = filingWords[language];
  const written = (text: z.output<typeof said>) => (typeof text === 'string' ? text : text[language]);
  return [
    `${words.content}:`,
    ...answers.map(({ question, answer }) =>
      paragraph(inLanguage(question, language), ...answer.map((text) => `– ${written(text)}`)),
    ),
  ];
}

function write(data: Data, language: Language): Letter {
  const words = filingWords[language];
  const about = wordsOf(data, language);
  const on = shortDate(data.receivedOn ?? helsinkiDate(data.receivedAt), language);
  const head = heads[language][data.corrected ? 'corrected' : 'new'];
  return letter(
    subject(`${head}: ${inSentence(about)}, ${about.receipt} ${on}`, data, language),
    sentences(first[language](data, about.received), copy[language]),
    data.withoutRegistry ? words.withoutRegistry : undefined,
    data.corrected ? words.corrected : undefined,
    paragraph(
      item(words.from, senders[language](data)),
      item(words.matter, data.title === undefined ? about.label : inLanguage(data.title, language)),
      item(words.request, data.workflowId),
      item(words.received, whenReceived(data, language)),
      item(words.way, howItCame(data, language)),
      ...handledLines(data, language),
      linkLine(`– ${words.minutes}`, data.minutes),
      item(words.caseNumber, data.caseNumber ?? words.notRegistered),
      item(words.publicity, words.byRegistry),
      item(words.retention, words.byRegistry),
    ),
    data.late ? words.late : undefined,
    documentLines(data, language),
    ...contentParts(data, language),
    closing[language](data),
  );
}

/** An official answer in copy to the registry: the record's metadata, its documents by name and hash, and what it says. */
export const registryCopy = defineTemplate({
  audience: 'registry',
  schema,
  sample: {
    ...toMunicipality,
    recipientName: undefined,
    subjectMatter: 'municipality-card',
    about: '2026',
    title: cardTitle,
    lastOn: compilingOfCards,
    workflowId: '09.wellbeing-report-2026.card-016',
    receivedAt,
    onBehalf: false,
    late: false,
    corrected: false,
    handled: { body: hyteBoard, on: civilDate.parse('2026-08-11'), section: '36' },
    minutes: 'https://asikkala.example.invalid/poytakirjat/2026-08-11',
    documents: [
      {
        id: 'd1',
        name: 'kortti.pdf',
        title: 'Kuntakortti 2026',
        publicity: 'public',
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      },
    ],
    answers: [
      {
        question: { fi: 'Tärkeimmät toimet', sv: 'De viktigaste åtgärderna', en: 'The most important measures' },
        answer: ['Liikuntaneuvonta alkoi kaikissa kouluissa.'],
      },
    ],
    withoutRegistry: false,
  },
  fi: (data) => write(data, 'fi'),
  sv: (data) => write(data, 'sv'),
  en: (data) => write(data, 'en'),
});
