import { createHash } from 'node:crypto';
import { type Contact, InvalidAddressError, type Language, parseAddress, type Register } from '@app/domain';
import type { Store } from '@app/store';
import { isLanguage } from '../language/accept-language';
import { text } from '../language/text';
import { Problem } from '../problems/problem';
import { commandIdOf, requestHashOf } from '../workflows/command-identity';
import type { HandOverError, HandOverSent } from './hand-over.view';
import { whomToAsk } from '../pages/names';
import type { OpenedPage } from './opened-link';
import type { Submission } from './submission';

const longestName = 100;
const tries = 5;
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** What became of it: `says` is why the request cannot be handed over now. */
export type HandedOver =
  { outcome: 'done' } | { outcome: 'again'; sent: HandOverSent } | { outcome: 'refused'; says: string };

type Wanted = { name: string; email: string; language: Language; formId: string };

/**
 * Hands the request over to a colleague at an address of the same organisation. Sent twice it is done once. Nothing of the colleague
 * goes into the log but the id of the contact. @throws Problem for what no form of ours sends
 */
export async function handOver(store: Store, page: OpenedPage, submission: Submission): Promise<HandedOver> {
  const wanted = wantedIn(submission);
  const errors = [...nameErrors(wanted, page), ...addressErrors(wanted, page)];
  if (errors.length > 0) return { outcome: 'again', sent: { ...wanted, errors } };
  return give(store, page, { ...wanted, email: parseAddress(wanted.email) });
}

const ownFields = ['name', 'email', 'language'];

function wantedIn({ values, formId }: Submission): Wanted {
  const read = (name: string) => (values.get(name) ?? '').trim();
  const language = read('language');
  if (!isLanguage(language) || [...values.keys()].some((name) => !ownFields.includes(name)))
    throw new Problem('malformed-request');
  return { name: read('name'), email: read('email'), language, formId };
}

function nameErrors({ name }: Wanted, { language }: OpenedPage): HandOverError[] {
  if (name !== '' && name.length <= longestName && !invisible.test(name)) return [];
  const message = text(
    `Anna nimi yhdelle riville, enintään ${longestName} merkkiä.`,
    `Ange namnet på en rad, högst ${longestName} tecken.`,
    `Give the name on one line, ${longestName} characters at most.`,
  );
  return [{ field: 'name', message: message[language] }];
}

function addressErrors({ email }: Wanted, page: OpenedPage): HandOverError[] {
  const { language, register, link, today } = page;
  const says = (message: { fi: string; sv: string; en: string }): HandOverError[] => [
    { field: 'email', message: message[language] },
  ];
  try {
    const domain = parseAddress(email).split('@')[1] ?? '';
    const known = domainsOf(register, link.organisation ?? '');
    if (known.includes(domain)) return [];
    const ask = whomToAsk(register, today) ?? '';
    return says(
      text(
        `Anna organisaationne osoite, jonka lopussa on ${known.join(' / ') || '–'}. Jos vastaajalla ei ole sellaista, pyydä koordinaattoria vaihtamaan vastaaja: ${ask}.`,
        `Ange en adress i er organisation som slutar på ${known.join(' / ') || '–'}. Om den som svarar inte har en sådan, be koordinatorn byta den som svarar: ${ask}.`,
        `Give an address of your organisation, ending in ${known.join(' / ') || '–'}. If whoever answers has none, ask the coordinator to change who answers: ${ask}.`,
      ),
    );
  } catch (error) {
    if (!(error instanceof InvalidAddressError)) throw error;
    return says(
      text(
        'Anna yksi sähköpostiosoite, esimerkiksi etunimi.sukunimi@kunta.fi.',
        'Ange en e-postadress, till exempel fornamn.efternamn@kommun.fi.',
        'Give one e-mail address, such as first.last@municipality.fi.',
      ),
    );
  }
}

/** Where the organisation's own people get their mail, as the register knows: a link is not sent to a stranger. */
function domainsOf({ organisations, contacts }: Register, id: string): string[] {
  const organisation = organisations.find((one) => one.id === id);
  const ids = [id, organisation?.of];
  const addresses = [
    ...contacts.filter(({ of }) => ids.includes(of)).map(({ email }) => email),
    ...organisations.filter((one) => ids.includes(one.id)).flatMap(({ registry }) => registry ?? []),
  ];
  return [...new Set(addresses.map((address) => (address.split('@')[1] ?? '').toLowerCase()))].filter(Boolean).sort();
}

async function give(store: Store, page: OpenedPage, { formId: form, ...wanted }: Wanted): Promise<HandedOver> {
  const { link, register, language } = page;
  const { county, workflow, organisation } = link;
  const id = `link:${link.id}`;
  const known = contactAt(register, organisation ?? '', wanted.email);
  const contact = known?.id ?? colleagueId(id, form);
  const data = { contact, ...(link.contact !== null && { from: link.contact }) };
  for (let attempt = 1; ; attempt += 1) {
    const answer = await store.answers.handOver({
      county,
      workflow,
      name: 'hand-over',
      data,
      actor: { id, role: 'respondent' },
      commandId: commandIdOf({ id, county }, form),
      // Whatever else is written into the same form sent again, it has been handed over to whom it said first.
      requestHash: requestHashOf({ workflow, name: 'hand-over', data: { form } }),
      ...(known ? {} : { colleague: { id: contact, of: organisation ?? '', ...wanted } }),
    });
    if (answer.outcome === 'accepted') return { outcome: 'done' };
    if (answer.outcome === 'not-found') throw new Problem('unknown-id');
    if (answer.outcome === 'refused') return { outcome: 'refused', says: answer.refused.detail[language] };
    if (attempt === tries || answer.outcome === 'key-reused') throw new Problem('malformed-request');
  }
}

function contactAt({ contacts }: Register, organisation: string, email: string): Contact | undefined {
  return contacts.find((one) => one.of === organisation && one.email.toLowerCase() === email.toLowerCase());
}

/** Of the form alone, so that it says nothing of the person and is the same when the form is sent again. */
function colleagueId(link: string, form: string): string {
  return `colleague-${createHash('sha256').update(`${link} ${form}`).digest('hex').slice(0, 16)}`;
}
