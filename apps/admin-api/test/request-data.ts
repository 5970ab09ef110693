import { askedOfAsikkala } from '../../../test/support/asked-of-asikkala';

/** What the advance assignment asks Asikkala. */
export function requestData(changes: Record<string, unknown> = {}) {
  const question = (id: string, fi: string) => ({
    id,
    text: { fi, sv: `${fi} (sv)`, en: `${fi} (en)` },
    kind: 'text',
    required: false,
  });
  return {
    ...askedOfAsikkala,
    questions: [
      question('efforts', 'Mitkä olivat tärkeimmät toimenne?'),
      question('topics', 'Mistä haluatte neuvotella?'),
    ],
    ...changes,
  };
}
