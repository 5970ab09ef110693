import { datesChanged, ended, partiesChanged } from '../words/shared.words';
import type { Sentences } from '../words/told';

/** What happened to the yearly reports of the municipalities, in plain words. */
export const yearlyMunicipalReportWords: Sentences = {
  DatesChanged: datesChanged,
  ReportsPlanned: {
    fi: (t) =>
      `${t.who} aloitti kuntien vuosittaisten raporttien seurannan (vuosi ${t.text('year')}; kuntia ${t.list('municipalities').length})${t.basis}.`,
    sv: (t) =>
      `${t.who} inledde uppföljningen av kommunernas årliga rapporter (år ${t.text('year')}; antal kommuner ${t.list('municipalities').length})${t.basis}.`,
    en: (t) =>
      `${t.who} started following the yearly reports of the municipalities (year ${t.text('year')}; municipalities: ${t.list('municipalities').length})${t.basis}.`,
  },
  ReportRecorded: {
    fi: (t) =>
      `${t.who} kirjasi ${t.of('organisation').genitive} raportin valtuustolleen (${t.day('meetingOn')}, ${t.text('section')} §).`,
    sv: (t) =>
      `${t.who} antecknade rapporten ${t.of('organisation').from} till dess fullmäktige (${t.day('meetingOn')}, ${t.text('section')} §).`,
    en: (t) =>
      `${t.who} recorded the report ${t.of('organisation').from} to its council (${t.day('meetingOn')}, section ${t.text('section')}).`,
  },
  MunicipalitiesChanged: partiesChanged,
  ReportsClosed: {
    fi: (t) =>
      `${t.who} päätti kuntien raporttien seurannan${t.where('whyWithout', (why) => ` (osa puuttuu: ${why})`)}.`,
    sv: (t) =>
      `${t.who} avslutade uppföljningen av kommunernas rapporter${t.where('whyWithout', (why) => ` (en del saknas: ${why})`)}.`,
    en: (t) =>
      `${t.who} closed the reports of the municipalities${t.where('whyWithout', (why) => ` (some are missing: ${why})`)}.`,
  },
  ReportsCancelled: ended({
    fi: 'perui virheellisen aloituksen',
    sv: 'återtog den felaktiga starten',
    en: 'cancelled what was started by mistake',
  }),
};
