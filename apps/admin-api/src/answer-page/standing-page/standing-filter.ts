import type { Request } from 'express';

/** What the standing page can be narrowed to. */
export const standingFilters = ['all', 'open', 'done', 'coming'] as const;
export type StandingFilter = (typeof standingFilters)[number];

/** What the reader has chosen to see; everything unless they have. */
export function filterIn({ query }: Pick<Request, 'query'>): StandingFilter {
  return standingFilters.find((filter) => filter === query.show) ?? 'all';
}
