import { isAwaited, standing } from '@app/workflows';
import { text } from '../../language/text';
import { countyName, organisationName } from '../../pages/names';
import type { OpenedPage } from '../opened-link';
import { dueOf } from './due';
import type { Explanation } from './explanation';

const dueWords = {
  by: text('Vastaa viimeistään', 'Svara senast', 'Reply by'),
  was: text('Päivä oli', 'Dagen var', 'The date was'),
  still: text('Tiedot voi vielä antaa.', 'Uppgifterna kan ännu lämnas.', 'It can still be given.'),
};
const asks = text('pyytää teiltä tietoja', 'ber er om uppgifter', 'asks you for information');
const state = text('Tilanne', 'Läge', 'State');
const formHeading = text('Tiedot', 'Uppgifter', 'Information');

/** A request without words of its own: what its definition says of it. No act is quoted, because none may fit. */
export function explainOther(page: OpenedPage): Explanation {
  const { definition, instance, language, link, register } = page;
  const organisation = definition.concerns(instance.context as never)[0] ?? link.county;
  const nearest = Object.values(instance.deadlines)
    .filter(isAwaited)
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt))[0];
  const title = definition.title[language];
  return {
    heading: `${title}: ${organisationName(register, organisation, language)}`,
    lead: `${countyName(register, language)} ${asks[language]}: ${title}.`,
    ...(nearest && dueOf(page, nearest.name, dueWords)),
    beside: [`${state[language]}: ${standing(definition, instance).title[language]}.`],
    sections: [],
    formHeading: formHeading[language],
  };
}
