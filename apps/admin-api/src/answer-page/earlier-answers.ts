import { addDays } from '@app/domain';
import type { EarlierAnswer, Store } from '@app/store';
import { definitionOf } from '@app/workflows';
import { type Field, formShape, type FormShape } from '../pages/form-shape';
import { type FormValues, valuesIn } from '../pages/form-values';
import type { OpenedPage } from './opened-link';
import { labelIn } from '../pages/form-fields.view';
import { schemaIn } from './taken-steps.view';

/** Answers are offered again for a year and a half: also the one of the year before. */
const offeredDays = 548;

/** What the same organisation has answered to other requests: what asked the same first, then the same subject, then the latest. */
export async function earlierAnswers(store: Store, page: OpenedPage): Promise<EarlierAnswer[]> {
  const { link, today, instance } = page;
  if (link.organisation === null || instance.definition.name !== 'information-request') return [];
  const all = await store.answers.earlier(link.county, link.organisation, addDays(today, -offeredDays));
  const others = all.filter((earlier) => earlier.instance.id !== instance.id);
  return others.sort((a, b) => likeness(page, b) - likeness(page, a));
}

type Asking = { asksFor?: string; subject?: string };

function likeness({ instance }: OpenedPage, earlier: EarlierAnswer): number {
  const [own, other] = [instance.context as Asking, earlier.instance.context as Asking];
  const sameKind =
    own.asksFor?.split('/')[0] !== undefined && own.asksFor.split('/')[0] === other.asksFor?.split('/')[0];
  return (sameKind ? 2 : 0) + (own.subject === other.subject ? 1 : 0);
}

/**
 * What of an earlier answer fits the form: the answers to questions of the same name and kind. How a body handled the earlier answer
 * is not carried over. `left` names what was answered and does not fit.
 */
export function carriedOver(
  page: OpenedPage,
  shape: FormShape,
  { instance }: EarlierAnswer,
): { values: FormValues; left: string[] } {
  const { language } = page;
  const command = definitionOf(instance.definition).commands['correct-answer'];
  if (!command) return { values: new Map(), left: [] };
  const { answer } = instance.context as { answer: { answers: object } };
  const given = { answers: answer.answers };
  const earlier = formShape(schemaIn(command, instance.context), language, given);
  const written = valuesIn(earlier, given, language);
  const fits = (field: Field) => shape.fields.some((own) => own.name === field.name && isSameKind(own, field, written));
  const answered = earlier.fields.filter(({ name }) => written.has(name));
  return {
    values: new Map(answered.filter(fits).map(({ name }) => [name, written.get(name) ?? ''])),
    left: [...new Set(answered.filter((field) => !fits(field)).map(labelIn))],
  };
}

/** A choice fits only where the same can still be chosen. */
function isSameKind(own: Field, earlier: Field, written: FormValues): boolean {
  if (own.kind !== earlier.kind) return false;
  return own.kind !== 'choice' || own.options.some(({ value }) => value === written.get(earlier.name));
}
