import { type CivilDate, isCivilDate, type Language } from '@app/domain';
import { longDate } from '../page-dates';
import { z } from 'zod';
import { text } from '../../language/text';
import { countyName, organisationName } from '../names';
import type { OpenedPage } from '../opened-link';
import { dueOf } from './due';
import type { Explanation } from './explanation';

const day = z.custom<CivilDate>((value) => typeof value === 'string' && isCivilDate(value));
const handlingFacts = z.object({
  subject: z.literal('acknowledgement'),
  organisation: z.string(),
  about: z.string(),
  bodyNo: z.number(),
  bodies: z.array(
    z.object({
      name: z.object({ fi: z.string(), sv: z.string(), en: z.string().optional() }),
      meetings: z.array(day),
    }),
  ),
  due: z.object({ on: day }).nullable(),
});
type HandlingFacts = z.infer<typeof handlingFacts>;

const dueWords = {
  by: text('Ilmoita käsittelystä viimeistään', 'Meddela uppgifterna om behandlingen senast', 'Report the handling by'),
  was: text('Vastauspäivä oli', 'Svarsdagen var', 'The reply date was'),
  still: text(
    'Tiedon käsittelystä voi vielä antaa.',
    'Uppgifterna om behandlingen kan ännu lämnas.',
    'The handling can still be reported.',
  ),
};
const heading = text('Neuvottelun tulos', 'Resultatet av förhandlingen', 'Result of the negotiation');
const why = text('Miksi pyydämme', 'Varför vi ber om detta', 'Why we ask');
const use = text('Mitä tiedolla tehdään', 'Så används uppgifterna', 'What happens with it');
const formHeading = text('Käsittely toimielimessä', 'Behandlingen i organet', 'Handling in the body');

const asks: Record<Language, (county: string, body: string) => string> = {
  fi: (county, body) =>
    `${county} pyytää, että toimielimenne (${body}) käsittelee hyvinvoinnin ja terveyden edistämisen vuosineuvottelun tuloksen ja että käsittelyn päivä, pykälä ja päätös ilmoitetaan.`,
  sv: (county, body) =>
    `${county} ber att ert organ (${body}) behandlar resultatet av den årliga förhandlingen om främjande av hälsa och välfärd och att dagen, paragrafen och beslutet meddelas.`,
  en: (county, body) =>
    `${county} asks that your body (${body}) handle the result of the yearly negotiation on promoting health and wellbeing, and that the date, the section and the decision be reported.`,
};

const used = text(
  'Seuraamme, miten tulos on käsitelty kunnissa, ja valmistelemme seuraavan neuvottelun sen pohjalta.',
  'Vi följer hur resultatet har behandlats i kommunerna och bereder nästa förhandling utifrån det.',
  'We follow how the result has been handled in the municipalities and prepare the next negotiation on that basis.',
);

/** How a municipality's body handled the result of the negotiation. No act asks for it. Undefined for any other handling. */
export function explainAcknowledgement(page: OpenedPage): Explanation | undefined {
  const parsed = handlingFacts.safeParse(page.instance.context);
  const body = parsed.data?.bodies[parsed.data.bodyNo];
  if (!parsed.success || !body) return undefined;
  const { language, register } = page;
  const { organisation, about } = parsed.data;
  const { fi, sv, en = fi } = body.name;
  const due = dueOf(page, 'handling', dueWords);
  return {
    heading: `${heading[language]}: ${organisationName(register, organisation, language)}`,
    lead: asks[language](countyName(register, language), { fi, sv, en }[language]),
    ...due,
    // Once the case has been handled, the meetings before the date matter no more.
    beside: due.due ? meetingsSentence(page, parsed.data) : [],
    sections: [
      { heading: why[language], says: [whySentence(about, language)] },
      { heading: use[language], says: [used[language]] },
    ],
    formHeading: formHeading[language],
    mainCommand: 'record-decision',
  };
}

function whySentence(about: string, language: Language): string {
  return text(
    `Tulos on tarkoitettu otettavaksi huomioon vuoden ${about} toiminnassa ja talousarviossa. Tiedon antaminen käsittelystä on vapaaehtoista.`,
    `Avsikten är att resultatet beaktas i verksamheten och budgeten för år ${about}. Att lämna uppgifter om behandlingen är frivilligt.`,
    `The result is meant to be taken into account in the activities and budget for ${about}. Reporting the handling is voluntary.`,
  )[language];
}

function meetingsSentence({ today, language }: OpenedPage, { bodies, bodyNo, due }: HandlingFacts): string[] {
  const ahead = bodies[bodyNo]?.meetings.filter((on) => on >= today && (!due || on <= due.on)) ?? [];
  if (ahead.length === 0) return [];
  const days = ahead.map((on) => longDate(on, language)).join(', ');
  return [
    text(
      `Toimielimen kokoukset vastauspäivään mennessä: ${days}.`,
      `Organets sammanträden fram till svarsdagen: ${days}.`,
      `Meetings of the body up to the reply date: ${days}.`,
    )[language],
  ];
}
