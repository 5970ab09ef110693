import type { AnyDefinition, Effects, Json } from '@app/workflows';
import { definitionOf } from '@app/workflows';
import type { Given } from './given';
import { given } from './given';
import { path } from './path';

const request: AnyDefinition = definitionOf({ name: 'information-request', version: 1 });

/** A request that takes another one's answer for its own, gets its correction, and is completed here in the end. */
export function sharedRequest(data: Json): Given[] {
  const asked = { ...(data as object), asksFor: 'efforts/2027' };
  const first = given(request, asked, { id: '09.first' });
  const share = (by: Given, at: string) => (so: Given) => {
    const { topic, data: told } = by.effects.publications[0] as Effects['publications'][number];
    return so.when(
      'share-answer',
      { topic, from: by.instance.id, data: told },
      { role: 'workflow', by: by.instance.id, at },
    );
  };
  const answered = first.when(
    'record-answer',
    { answers: { efforts: 'Liikunta.' } },
    { at: '2026-06-10T10:00:00+03:00' },
  );
  const completed = answered
    .when('return-for-completion', { reason: 'Kesken.', dueOn: '2026-08-19' })
    .when('record-answer', { answers: { efforts: 'Liikunta ja ravitsemus.' } }, { at: '2026-06-11T10:00:00+03:00' });
  return path(
    given(request, asked),
    share(answered, '2026-06-10T10:00:00+03:00'),
    share(completed, '2026-06-11T10:00:00+03:00'),
    (so) => so.when('return-for-completion', { reason: 'Kesken.', dueOn: '2026-08-20' }),
    (so) => so.when('record-answer', { answers: { efforts: 'Muutakin.' } }, { at: '2026-06-12T10:00:00+03:00' }),
  );
}
