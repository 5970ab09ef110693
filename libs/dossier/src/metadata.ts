import { type Instant, languages, nameIn } from '@app/domain';
import { definitionOf } from '@app/workflows';
import { titleOf } from './facts';
import type { Member } from './family';
import type { Names } from './names';

/** How strict a class is: of several the strictest holds for the whole. */
const strictness = ['public', null, 'partly-secret', 'secret'] as const;

type MetadataHead = Names & { madeAt: Instant };

/** What a case-management system needs of a dossier. Field names are ours and plain; docs/records.md says what each means. */
export function metadataOf(members: readonly Member[], head: MetadataHead) {
  const { county, language, madeAt } = head;
  const [first] = members;
  if (!first) throw new Error('A matter has at least one workflow');
  const { instance } = first;
  const records = members.flatMap(({ instance: { id, life } }) =>
    (life.records ?? []).map((record) => ({ workflow: id, ...record })),
  );
  const classes = records.map(({ publicity }) => publicity);
  const strictest = strictness.filter((one) => classes.includes(one)).at(-1);
  return {
    format: 'vuosikello-dossier/1',
    identifier: instance.id,
    title: Object.fromEntries(languages.map((one) => [one, titleOf(instance, { ...head, language: one })])),
    language,
    organisation: { code: county.code, name: nameIn(county.name, language) },
    createdAt: madeAt,
    createdBy: 'Vuosikello',
    definition: instance.definition,
    basis: definitionOf(instance.definition).basis,
    status: instance.status,
    startedOn: instance.startedOn,
    endedOn: instance.endedOn,
    caseNumbers: [...new Set(records.flatMap(({ caseNumber }) => caseNumber ?? []))],
    publicity: strictest === undefined ? 'public' : strictest,
    grounds: [...new Set(records.flatMap(({ ground }) => ground ?? []))],
    retention: longest(records.map(({ retention }) => retention)),
    records,
    workflows: members.map(({ instance: { id, definition, status, startedOn, endedOn, parent } }) => ({
      ...{ id, definition, status, startedOn, endedOn, parent },
    })),
  };
}

function longest(retentions: readonly ('permanent' | { years: number })[]): 'permanent' | { years: number } | null {
  const years = retentions.map((one) => (one === 'permanent' ? Infinity : one.years));
  if (years.length === 0) return null;
  const most = Math.max(...years);
  return most === Infinity ? 'permanent' : { years: most };
}
