import { type CivilDate, isCivilDate, type Language } from '@app/domain';
import { handledMatter, handledMatterWords, sentenceStart } from '@app/mail';
import { closingSentence } from '../board-guide/agenda-closing';
import { longDate } from '../../pages/page-dates';
import { z } from 'zod';
import { text } from '../../language/text';
import { countyName, organisationName } from '../../pages/names';
import type { OpenedPage } from '../opened-link';
import { dueOf } from './due';
import type { Explanation } from './explanation';

const day = z.custom<CivilDate>((value) => typeof value === 'string' && isCivilDate(value));
/** What the page knows of a matter that a municipality's bodies handle. */
export const handlingFacts = z.object({
  preparedBy: z.literal('respondent'),
  subject: z
    .string()
    .transform((subject) => `${subject}-handling`)
    .pipe(handledMatter),
  organisation: z.string(),
  about: z.string(),
  title: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
  document: z.string().nullable(),
  onAgenda: z.boolean(),
  bodyNo: z.number(),
  bodies: z.array(
    z.object({
      name: z.object({ fi: z.string(), sv: z.string(), en: z.string().optional() }),
      meetings: z.array(day),
      meetingOn: day.nullable(),
      materialsDaysBefore: z.number(),
    }),
  ),
  due: z.object({ on: day }).nullable(),
});
export type HandlingFacts = z.infer<typeof handlingFacts>;

const dueWords = {
  by: text('Ilmoita käsittelystä viimeistään', 'Meddela uppgifterna om behandlingen senast', 'Report the handling by'),
  was: text('Vastauspäivä oli', 'Svarsdagen var', 'The reply date was'),
  still: text(
    'Tiedon käsittelystä voi vielä antaa.',
    'Uppgifterna om behandlingen kan ännu lämnas.',
    'The handling can still be reported.',
  ),
};
const why = text('Miksi pyydämme', 'Varför vi ber om detta', 'Why we ask');
const use = text('Mitä tiedolla tehdään', 'Så används uppgifterna', 'What happens with it');
const formHeading = text('Käsittely toimielimessä', 'Behandlingen i organet', 'Handling in the body');

const asks: Record<Language, (county: string, body: string, matter: string) => string> = {
  fi: (county, body, matter) =>
    `${county} pyytää, että toimielimenne (${body}) käsittelee ${matter} ja että käsittelyn päivä, pykälä ja päätös ilmoitetaan.`,
  sv: (county, body, matter) =>
    `${county} ber att ert organ (${body}) behandlar ${matter} och att dagen, paragrafen och beslutet meddelas.`,
  en: (county, body, matter) =>
    `${county} asks that your body (${body}) handle ${matter}, and that the date, the section and the decision be reported.`,
};

const voluntary = text(
  'Tiedon antaminen käsittelystä on vapaaehtoista.',
  'Att lämna uppgifter om behandlingen är frivilligt.',
  'Reporting the handling is voluntary.',
);

/** How a municipality's bodies handle a matter, one after another. No act asks that it be told. Undefined for any other workflow. */
export function explainAcknowledgement(page: OpenedPage): Explanation | undefined {
  const parsed = handlingFacts.safeParse(page.instance.context);
  const body = parsed.data?.bodies[parsed.data.bodyNo];
  if (!parsed.success || !body) return undefined;
  const { language, register } = page;
  const { organisation, about, subject } = parsed.data;
  const { label, object, why: whyAsked, use: used } = handledMatterWords[language][subject];
  const due = dueOf(page, 'handling', dueWords);
  return {
    heading: `${label}: ${organisationName(register, organisation, language)}`,
    lead: asks[language](countyName(register, language), nameIn(body, language), object),
    ...due,
    // Once the case has been handled, the meetings before the date matter no more.
    beside: due.due ? [...meetingsSentence(page, parsed.data), ...laterBodies(page, parsed.data)] : [],
    sections: [
      { heading: why[language], says: [`${sentenceStart(whyAsked(about))} ${voluntary[language]}`] },
      { heading: use[language], says: [sentenceStart(used)] },
    ],
    formHeading: formHeading[language],
    mainCommand: 'record-decision',
  };
}

type NamedBody = { name: { fi: string; sv: string; en?: string | undefined } };

/** The body's name in the language, or in Finnish. */
export function nameIn({ name: { fi, sv, en = fi } }: NamedBody, language: Language): string {
  return { fi, sv, en }[language];
}

/** Each body's decision is told for itself. */
function laterBodies({ language }: OpenedPage, { bodies, bodyNo }: HandlingFacts): string[] {
  const later = bodies.slice(bodyNo + 1).map((body) => nameIn(body, language));
  if (later.length === 0) return [];
  const names = later.join(', ');
  return [
    text(
      `Sen jälkeen asian käsittelevät: ${names}. Ilmoita jokaisen toimielimen päätös erikseen.`,
      `Därefter behandlas ärendet av: ${names}. Meddela varje organs beslut för sig.`,
      `After it, the matter is handled by: ${names}. Please report the decision of each body separately.`,
    )[language],
  ];
}

function meetingsSentence(page: OpenedPage, { bodies, bodyNo, due }: HandlingFacts): string[] {
  const { today, language } = page;
  const body = bodies[bodyNo];
  const ahead = body?.meetings.filter((on) => on >= today && (!due || on <= due.on)) ?? [];
  const last = ahead.at(-1);
  if (!body || last === undefined) return [];
  const closing = due ? [lastMeetingSentence(last, page), closingSentence(last, body, page)].join(' ') : undefined;
  const days = ahead.map((on) => longDate(on, language)).join(', ');
  return [
    text(
      `Toimielimen kokoukset vastauspäivään mennessä: ${days}.`,
      `Organets sammanträden fram till svarsdagen: ${days}.`,
      `Meetings of the body up to the reply date: ${days}.`,
    )[language],
    ...(closing === undefined ? [] : [closing]),
  ];
}

function lastMeetingSentence(on: CivilDate, { language }: OpenedPage): string {
  const date = longDate(on, language);
  return text(
    `Viimeinen kokous ennen vastauspäivää on ${date}.`,
    `Det sista sammanträdet före svarsdagen är ${date}.`,
    `The last meeting before the reply date is ${date}.`,
  )[language];
}
