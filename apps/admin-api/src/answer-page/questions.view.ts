import { type Html, html } from '../pages/html';
import { whomToAsk } from '../pages/names';
import type { OpenedPage } from './opened-link';
import { words } from './words';

/** Where questions go; nothing where the county has named nobody. */
export function questionsView({
  language,
  register,
  today,
}: Pick<OpenedPage, 'language' | 'register' | 'today'>): Html | undefined {
  const asked = whomToAsk(register, today);
  if (asked === undefined) return undefined;
  return html`<h2>${words.questions[language]}</h2>
    <p>${words.ask[language]} ${addressView(asked)}</p>`;
}

/** An address as a link that a short line can break after its @. */
function addressView(address: string): Html {
  const [name = '', host = ''] = address.split('@');
  return html`<a href="mailto:${address}">${name}@<wbr />${host}</a>`;
}
