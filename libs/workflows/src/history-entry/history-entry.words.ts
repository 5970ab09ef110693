import type { DutyId } from '@app/domain';
import { duties } from '@app/domain';
import type { Language } from '@app/domain';
import { ended } from '../words/shared.words';
import type { Sentences, Told } from '../words/told';

/** What was recorded of the time before the product, in plain words. */
export const historyEntryWords: Sentences = {
  HistoryRecorded: {
    fi: (t) => `${t.who} kirjasi aiemmin tapahtuneen: ${entry(t, 'fi')}.`,
    sv: (t) => `${t.who} antecknade något som har skett tidigare: ${entry(t, 'sv')}.`,
    en: (t) => `${t.who} recorded what had happened before: ${entry(t, 'en')}.`,
  },
  HistoryCorrected: {
    fi: (t) => `${t.who} korjasi merkinnän aiemmin tapahtuneesta: ${entry(t, 'fi')}${t.why}.`,
    sv: (t) => `${t.who} rättade anteckningen om något som har skett tidigare: ${entry(t, 'sv')}${t.why}.`,
    en: (t) => `${t.who} corrected the record of what had happened before: ${entry(t, 'en')}${t.why}.`,
  },
  HistoryStruck: ended({
    fi: 'poisti virheellisen merkinnän',
    sv: 'strök den felaktiga anteckningen',
    en: 'struck the entry',
  }),
};

/** 'Vuosineuvottelu 2023, to 17.8.2023 (velvoite: …)' */
function entry(told: Told, language: Language): string {
  const duty = duties.find(({ id }) => id === (told.text('duty') as DutyId))?.title[language] ?? told.text('duty');
  const words = { fi: 'velvoite', sv: 'skyldighet', en: 'duty' }[language];
  const whose = told.has('organisation') ? `, ${told.of('organisation').name}` : '';
  const title = told.has('title') ? `${told.text('title')}, ` : '';
  return `${title}${told.day('heldOn')} (${words}: ${duty}${whose})`;
}
