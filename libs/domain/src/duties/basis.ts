/**
 * Why a date is what it is. Act 150/1930 moves only `statutory` dates; a `statutory-period-end` (the end of a term or of
 * a calendar year) never moves; the other three are not law and are never passed off as law.
 */
export const bases = ['statutory', 'statutory-period-end', 'decided', 'agreed', 'requested'] as const;

export type Basis = (typeof bases)[number];
