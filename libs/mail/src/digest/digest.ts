import type { CivilDate, Language } from '@app/domain';
import type { MailCommon, Names } from '../fields';
import { htmlBody } from '../html/html-body';
import type { Letter, Paragraph } from '../letter';
import { plainName } from '../names';
import type { MailData, TemplateName } from '../registry';
import { letterOf, parseMailData, previewOf, render } from '../render';
import type { Mail } from '../template';
import { textBody } from '../text-body';
import { digestWords, type FirstDue } from './digest-words';
import { dueDayOf } from './due-day';

/** What one of several mails says; `data` is all that its template must be told. */
export type DigestItem = { template: TemplateName; data: unknown };

type Written = { letter: Letter; dueOn: CivilDate | undefined; organisation: Names };

/** So many organisations are named in a subject; of more it is said how many. */
const named = 2;

/**
 * Writes what several mails to one person say as one mail: first what it holds, then each under a heading of its own, whole, with its own
 * link and whom to ask. The most urgent comes first: what was due, then by the day on which it is due, then what asks for nothing by a
 * day, each as given. A single item is written as its own mail. `common` says who sends; `on` is the day of sending, in Helsinki.
 * @throws MailDataError where an item's data does not fit its template
 */
export function renderDigest(
  language: Language,
  { county }: Pick<MailCommon, 'county'>,
  items: readonly DigestItem[],
  on: CivilDate,
): Mail {
  const [only, ...others] = items;
  if (only === undefined) throw new Error('A digest holds at least one mail');
  if (others.length === 0) return render(only.template, language, only.data as MailData[TemplateName]);
  return set(items.map((item) => written(item, language)).sort(byUrgency), { county, on, language });
}

function written({ template, data }: DigestItem, language: Language): Written {
  const told = parseMailData(template, data);
  return {
    letter: letterOf(template, language, told),
    dueOn: dueDayOf(template, told),
    organisation: told.organisation,
  };
}

/** Days are compared as they are written, YYYY-MM-DD; what has none comes last. */
function byUrgency(a: Written, b: Written): number {
  const [first, second] = [a.dueOn ?? '9999', b.dueOn ?? '9999'];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

function set(items: readonly Written[], facts: { county: Names; on: CivilDate; language: Language }): Mail {
  const { county, on, language } = facts;
  const words = digestWords[language];
  const sender = plainName(county, language);
  const first = firstDue(items, on);
  const subject = `${words.headline(items.length, first)} – ${forWhom(items, language)}`;
  const opening: Paragraph[] = [[words.opening(sender, items.length, first), words.each]];
  const contents = items.map(({ letter }) => letter.subject);
  const { own, shared } = sharedEnd(items.map(({ letter }) => withoutSender(letter.paragraphs, sender)));
  const parts = items.map(({ letter }, index) => ({
    heading: `${index + 1}. ${letter.subject}`,
    paragraphs: own[index] ?? [],
  }));
  const text = textBody([
    ...opening,
    contents.map((what, index) => `${index + 1}. ${what}`),
    ...parts.flatMap(({ heading, paragraphs }) => [['————————', heading], ...paragraphs]),
    ['————————'],
    ...shared,
    [sender],
  ]);
  const html = htmlBody(
    {
      title: subject,
      preview: previewOf(opening),
      parts: [{ paragraphs: opening, contents }, ...parts, { paragraphs: [...shared, [sender]] }],
    },
    language,
  );
  return { subject, text, html };
}

function firstDue(items: readonly Written[], on: CivilDate): FirstDue | undefined {
  const due = items[0]?.dueOn;
  return due && { on: due, passed: due < on };
}

function forWhom(items: readonly Written[], language: Language): string {
  const names = [...new Set(items.map(({ organisation }) => plainName(organisation, language)))];
  const left = names.length - named;
  if (left <= 0) return names.join(', ');
  return `${names.slice(0, named).join(', ')} ${digestWords[language].others(left)}`;
}

/** Every mail ends with who sends it; in a digest that is said once, at its end. */
function withoutSender(paragraphs: readonly Paragraph[], sender: string): readonly Paragraph[] {
  const last = paragraphs.at(-1);
  return last?.length === 1 && last[0] === sender ? paragraphs.slice(0, -1) : paragraphs;
}

/** What every mail ends with word for word, as whom to ask, is said once at the end; what is to be done stays with its mail. */
function sharedEnd(mails: readonly (readonly Paragraph[])[]): {
  own: readonly (readonly Paragraph[])[];
  shared: readonly Paragraph[];
} {
  const last = mails[0]?.at(-1);
  const asWritten = JSON.stringify(last);
  const isShared =
    last?.every((line) => typeof line === 'string') === true &&
    mails.every((paragraphs) => paragraphs.length > 1 && JSON.stringify(paragraphs.at(-1)) === asWritten);
  return isShared
    ? { own: mails.map((paragraphs) => paragraphs.slice(0, -1)), shared: [last] }
    : { own: mails, shared: [] };
}
