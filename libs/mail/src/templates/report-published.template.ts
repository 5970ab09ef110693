import { citations, citationText, type Language } from '@app/domain';
import type { z } from 'zod';
import { closing, pageLine } from '../closing';
import { onDate, shortDate } from '../dates';
import { civilDate, handling, line, link, mailCommon, wordingOrLine } from '../fields';
import { letter, type Letter, paragraph } from '../letter';
import { bodyName, en, fi, inLanguage, plainName, sentenceStart, sv } from '../names';
import { documentLink, reportHandled, reportTitle, toMunicipality } from '../samples';
import { sectionMark } from '../section-mark';
import { subject, titleInSubject } from '../subject';
import { defineTemplate } from '../template';

const schema = mailCommon.extend({
  title: wordingOrLine,
  about: line,
  publishedOn: civilDate,
  report: link,
  /** How the county council handled it, as far as its minutes are known. */
  handling: handling.optional(),
});
type Data = z.output<typeof schema>;

type Words = {
  headline: string;
  lead: (data: Data, title: string) => string;
  read: string;
  why: string;
  handled: (body: string, on: string, section: string) => string;
  next: string;
};

const words: Record<Language, Words> = {
  fi: {
    headline: 'Julkaistu',
    lead: (data, title) =>
      `${plainName(data.county, 'fi')} lähettää ${fi.toYou(data.organisation)} julkaistun asiakirjan: ${title}.`,
    read: 'Lue raportti',
    why:
      'Miksi lähetämme: hyvinvointialue raportoi vuosittain valtuustolleen asukkaiden hyvinvoinnista ja terveydestä ' +
      `(${citationText(citations.countyReports, 'fi')}).`,
    handled: (body, on, section) => `${sentenceStart(body)} käsitteli raportin ${on} (${section}).`,
    next: 'Mitä seuraavaksi: raportti on vuoden hyte-neuvottelun pohjana. Tämä viesti ei vaadi toimia.',
  },
  sv: {
    headline: 'Publicerad',
    lead: (data, title) =>
      `${plainName(data.county, 'sv')} skickar ett publicerat dokument till ${sv.name(data.organisation)}: ${title}.`,
    read: 'Läs rapporten',
    why:
      'Varför vi skickar den: välfärdsområdet rapporterar årligen till sitt fullmäktige om invånarnas välfärd och hälsa ' +
      `(${citationText(citations.countyReports, 'sv')}).`,
    handled: (body, on, section) => `${sentenceStart(body)} behandlade rapporten ${on} (${section}).`,
    next: 'Nästa steg: rapporten är underlag för årets förhandling om främjande av hälsa och välfärd. Detta meddelande kräver inga åtgärder.',
  },
  en: {
    headline: 'Published',
    lead: (data, title) =>
      `${plainName(data.county, 'en')} sends ${en.name(data.organisation)} a published document: ${title}.`,
    read: 'Read the report',
    why:
      'Why we send it: the wellbeing services county reports yearly to its council on the wellbeing and health of its ' +
      `residents (${citationText(citations.countyReports, 'en')}).`,
    handled: (body, on, section) => `${sentenceStart(body)} handled the report ${on} (${section}).`,
    next: "What comes next: the report is the basis of the year's negotiation on health and wellbeing. You need not do anything.",
  },
};

/** Sends a municipality the published wellbeing report: where it is, and how the county council handled it. */
export const reportPublished = defineTemplate({
  audience: 'party',
  schema,
  sample: {
    ...toMunicipality,
    title: reportTitle,
    about: '2025',
    publishedOn: reportHandled.publishedOn,
    report: documentLink,
    handling: reportHandled.handling,
  },
  fi: (data) => write(data, 'fi'),
  sv: (data) => write(data, 'sv'),
  en: (data) => write(data, 'en'),
});

function write(data: Data, language: Language): Letter {
  const { headline, lead, read, why, handled, next } = words[language];
  const title = inLanguage(data.title, language);
  const { handling: council } = data;
  return letter(
    subject(`${headline} ${shortDate(data.publishedOn, language)}: ${titleInSubject(title)}`, data, language),
    lead(data, title),
    pageLine(read, data.report),
    paragraph(
      why,
      council && handled(bodyName(council.body, language), onDate(council.on, language), sectionMark(council.section)),
      next,
    ),
    closing[language](data),
  );
}
