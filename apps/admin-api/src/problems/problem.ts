import type { Finding, Language, Text } from '@app/domain';
import type { Issue } from '@app/workflows';
import { problemKinds, type ProblemKind } from './problem-kinds';

export type ProblemMore = {
  /** A closer code than the kind's own: a workflow's refusal, `<workflow>/<reason>`. */
  code?: string;
  detail?: Text;
  errors?: readonly Issue[];
  /** What would be allowed instead. */
  allowed?: readonly string[];
  /** What is wrong with a plan. */
  findings?: readonly Finding[];
  headers?: Readonly<Record<string, string>>;
  /** A key, a token or a secret address was shown that is nobody's: it counts against the address that sent it. */
  wrongSecret?: boolean;
  /** What the log is told of it. */
  notable?: Notable;
};

/** `often`: whoever sends the request can bring it about as often as they like, so that the log is told once a minute. */
type Notable = { event: string; fields: Readonly<Record<string, unknown>>; often?: true };

/** Why a request was not done. Thrown anywhere on its way; the filter turns it into problem details (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly more: ProblemMore = {},
  ) {
    super(more.code ?? kind);
    this.name = 'Problem';
  }

  get status(): number {
    return problemKinds[this.kind].status;
  }
}

/** Problem details as they go out: `code` is stable, the texts are for people. */
export type ProblemDetails = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  instance: string;
  requestId?: string;
  errors?: { path: string; code: string; message: string }[];
  allowed?: string[];
  findings?: readonly Finding[];
};

/** The problem in the reader's language; `instance` is the path that was asked for, `requestId` what the log knows the request by. */
export function problemDetails(
  { kind, more }: Problem,
  language: Language,
  instance: string,
  requestId?: string,
): ProblemDetails {
  const { status, title, detail } = problemKinds[kind];
  const code = more.code ?? kind;
  return {
    type: `urn:problem-type:vuosikello:${code}`,
    title: title[language],
    status,
    code,
    detail: (more.detail ?? detail)[language],
    instance,
    ...(requestId !== undefined && { requestId }),
    ...(more.errors && {
      errors: more.errors.map((error) => ({ ...error, message: error.message[language] })),
    }),
    ...(more.allowed && { allowed: [...more.allowed] }),
    ...(more.findings && { findings: more.findings }),
  };
}
