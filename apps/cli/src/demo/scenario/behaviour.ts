/** How a party deals with what it is asked. */
export type Answering =
  /** Answers at some quiet moment before the reply date. */
  | 'early'
  /** Its board answers: the handling is announced first, the answer comes the day after the meeting. */
  | 'board'
  /** Answers early and briefly; is asked to complete the answer, and does. */
  | 'incomplete'
  /** Answers on the reply date, before the office closes. */
  | 'last-day'
  /** Tells its answer on the telephone; the coordinator records it. */
  | 'telephone'
  /** Answers after it was told to be late. */
  | 'late'
  | 'never';

/** Who of the example area does something out of the ordinary when asked, by the planned workflow that asks. */
const special: Readonly<Record<string, Readonly<Record<string, Answering>>>> = {
  'hyte-negotiation': {
    '081': 'never',
    '098': 'last-day',
    '111': 'board',
    '316': 'incomplete',
    '398': 'last-day',
    '576': 'telephone',
    '781': 'late',
    'toimiala-4': 'last-day',
  },
  'wellbeing-report': {
    '142': 'late',
    '398': 'last-day',
    'jarjesto-4': 'never',
    'toimiala-4': 'last-day',
  },
  // Not every contact has something to propose.
  'interface-board-meeting': {
    '081': 'never',
    '098': 'late',
    '316': 'never',
    '398': 'last-day',
    '576': 'never',
    '781': 'never',
  },
  'term-account': { '081': 'never', '142': 'late', '560': 'last-day', '781': 'last-day' },
  'indicator-card': { 'toimiala-1': 'last-day', 'toimiala-3': 'late' },
};

export function answeringOf(asking: string, organisation: string): Answering {
  return special[asking]?.[organisation] ?? 'early';
}

/** Whose missing answers the coordinator takes to the managers: nobody has to propose topics. */
const escalated = new Set(['hyte-negotiation', 'wellbeing-report', 'term-account']);

export function isEscalated(asking: string): boolean {
  return escalated.has(asking);
}

/** When a municipality's body takes up what it is asked to handle. */
export type Handling =
  /** At its first meeting, as an extra item. */
  | 'first-meeting'
  /** At its second meeting: the agenda of the first one had closed. */
  | 'second-meeting'
  /** The first meeting returns the item for preparation, the second one decides. */
  | 'returned-once';

/** By the planned workflow that asks, and the municipality. */
const handlings: Readonly<Record<string, Readonly<Record<string, Handling>>>> = {
  'hyte-negotiation': { '016': 'first-meeting', '111': 'returned-once', '398': 'first-meeting' },
  'council-term-negotiation': { '016': 'first-meeting', '398': 'first-meeting', '560': 'first-meeting' },
};

export function handlingOf(asking: string, organisation: string): Handling {
  return handlings[asking]?.[organisation] ?? 'second-meeting';
}

/** What the bodies decide in the end: the agreement of the council term is approved, a result is noted. */
export function decisionOn(asking: string): string {
  return asking === 'council-term-negotiation' ? 'approve' : 'note-and-forward';
}

/** Parties that were invited and did not come; to take part is a duty of municipalities only. */
const absent = new Set(['jarjesto-2', 'jarjesto-4']);

/** Who of the invited came to a meeting, and how many people from each. */
export function participantsOf(
  invited: readonly { id: string; kind: string }[],
): { organisation: string; people: number }[] {
  const came = invited.filter(({ id }) => !absent.has(id));
  return came.map(({ id, kind }) => ({ organisation: id, people: kind === 'municipality' ? 3 : 2 }));
}
