/**
 * Fields in which people write what they like. Whatever stands in one, or within one, is a text, be it a telephone number or a name in
 * lower case; elsewhere it goes by how it looks. A name is never taken off this list: hashes of stored events would be others.
 */
export const freeTextFields: ReadonlySet<string> = new Set([
  ...['note', 'reason', 'reasons', 'whyNone', 'whyWithout', 'ground', 'text', 'title', 'summary', 'source'],
  ...[
    'answer',
    'answers',
    'question',
    'item',
    'findings',
    'experience',
    'status',
    'outcome',
    'outcomes',
    'effects',
    'plan',
  ],
  ...['decision', 'decisionText', 'proposal', 'wording', 'minutes', 'extractsTo', 'recipients', 'quorumRule', 'owner'],
  ...['goal', 'measure', 'indicator', 'baseline', 'target', 'value', 'place', 'forum', 'competence', 'structures'],
  ...['divisionOfWork', 'hyteCoefficient', 'informationFlow', 'operatingModels'],
]);
