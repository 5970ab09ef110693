import type { Language } from '@app/domain';
import type { MailCommon } from './fields';
import { en, fi, sv } from './names';

type PassOn = Record<Language, (data: Pick<MailCommon, 'organisation' | 'link'>) => string>;

/** How to pass a message on to whoever handles the matter, where answering cannot be handed over on a page. */
export const forwardIt: PassOn = {
  fi: ({ organisation }) => `Jos joku toinen vastaa ${fi.inYours(organisation)} tähän, välitä tämä viesti hänelle.`,
  sv: ({ organisation }) => `Om någon annan i ${sv.yours(organisation)} ska svara kan du vidarebefordra meddelandet.`,
  en: ({ organisation }) =>
    `If somebody else in your ${en.yours(organisation)} answers this, please forward this message.`,
};

const handOn: PassOn = {
  fi: ({ organisation }) =>
    `Jos joku toinen vastaa ${fi.inYours(organisation)} tähän, siirrä vastaaminen hänelle vastaussivulla.`,
  sv: ({ organisation }) =>
    `Om någon annan i ${sv.yours(organisation)} ska svara kan du överföra svarandet på svarssidan.`,
  en: ({ organisation }) =>
    `If somebody else in your ${en.yours(organisation)} answers this, hand it over to them on the answer page.`,
};

/** How whoever is asked passes a request on: on its page, where the mail leads there. */
export const passItOn: PassOn = {
  fi: (data) => (data.link === undefined ? forwardIt : handOn).fi(data),
  sv: (data) => (data.link === undefined ? forwardIt : handOn).sv(data),
  en: (data) => (data.link === undefined ? forwardIt : handOn).en(data),
};

/** How an invitation is passed on to whoever takes part. */
export const forwardInvitation: PassOn = {
  fi: ({ organisation }) => `Jos joku toinen osallistuu ${fi.fromYours(organisation)}, välitä kutsu hänelle.`,
  sv: ({ organisation }) => `Om någon annan deltar från ${sv.yours(organisation)} kan du vidarebefordra inbjudan.`,
  en: ({ organisation }) =>
    `If somebody else takes part from your ${en.yours(organisation)}, please forward the invitation.`,
};

/** How a case is passed on to whoever presents it. */
export const forwardCase: PassOn = {
  fi: () => 'Jos joku toinen esittelee asian, välitä tämä viesti hänelle.',
  sv: () => 'Om någon annan föredrar ärendet kan du vidarebefordra meddelandet.',
  en: () => 'If somebody else presents the matter, please forward this message.',
};

/** A text without the sentences on forwarding a mail: said elsewhere than in one, they would lead nowhere. */
export function withoutForwarding(
  said: string,
  data: Pick<MailCommon, 'organisation' | 'link'>,
  language: Language,
): string {
  return [forwardIt, forwardInvitation, forwardCase]
    .reduce((left, one) => left.replace(one[language](data), ''), said)
    .trim();
}
