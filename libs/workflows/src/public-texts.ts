/**
 * The texts of events that are part of a public decision or of the agenda it was made on: by definition, event type and JSON Pointer within
 * the event's data, `*` standing for any place in a list. Names of officials in them stay when a person is erased: the decision has been
 * given notice of, and minutes and register have to say the same (Act 621/1999; Act 611/2021, section 145).
 */
export const publicTexts: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'board-handling': {
    ItemPrepared: ['/title', '/reasons', '/proposal', '/competence', '/extractsTo', '/appealNote'],
    DecisionRecorded: ['/wording', '/minutes', '/extractsTo', '/appealNote'],
    DecisionReported: ['/minutes', '/extractsTo'],
    LastDecisionReported: ['/minutes', '/extractsTo'],
  },
  'history-entry': {
    HistoryRecorded: [
      '/handlings/*/body',
      '/handlings/*/decisionText',
      '/handlings/*/minutes',
      '/handlings/*/extractsTo/*',
    ],
    HistoryCorrected: [
      '/handlings/*/body',
      '/handlings/*/decisionText',
      '/handlings/*/minutes',
      '/handlings/*/extractsTo/*',
    ],
  },
  'council-term-negotiation': { AgreementSent: ['/proposal'] },
};

/** Whether a text of an event stays as part of a public decision; `pointer` is a JSON Pointer within the event's data. */
export function isPublicText(definition: string, type: string, pointer: string): boolean {
  const parts = pointer.split('/');
  return (publicTexts[definition]?.[type] ?? []).some((pattern) => {
    const wanted = pattern.split('/');
    return wanted.length === parts.length && wanted.every((part, index) => part === '*' || part === parts[index]);
  });
}
