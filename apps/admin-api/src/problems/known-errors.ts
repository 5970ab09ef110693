import { HttpException } from '@nestjs/common';
import { DatabaseAwayError, ErasedPersonError } from '@app/store';
import { OlderSoftwareError } from '@app/workflows';
import { Problem } from './problem';
import type { ProblemKind } from './problem-kinds';

/** Seconds after which a client may try again when the database is away, or another server may answer. */
const retryAfter = '5';

const kindsByStatus: Partial<Record<number, ProblemKind>> = {
  400: 'malformed-request',
  404: 'unknown-route',
  413: 'body-too-large',
  415: 'unsupported-media-type',
};

/** The problem that an error is to the one who asked; undefined for an error that is ours. */
export function knownProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof DatabaseAwayError)
    return new Problem('database-away', { headers: { 'Retry-After': retryAfter } });
  if (error instanceof ErasedPersonError) return new Problem('person-erased');
  if (error instanceof OlderSoftwareError)
    return new Problem('older-software', {
      headers: { 'Retry-After': retryAfter },
      notable: { event: 'older-software', fields: { ...error.definition } },
    });
  const kind = kindsByStatus[statusOf(error) ?? 0];
  return kind && new Problem(kind);
}

/** The framework's errors and those of the body reader carry an HTTP status. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : undefined;
}
