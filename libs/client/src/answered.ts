import type { components } from './api.generated';

type ProblemBody = components['schemas']['Problem'];

/** The server refused: `problem` says what is wrong and what would be right (RFC 9457), `code` is stable. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly status: number,
    readonly problem: ProblemBody,
  ) {
    super(`${status} ${problem.code}: ${problem.detail}`);
  }

  get code(): ProblemBody['code'] {
    return this.problem.code;
  }
}

/** What came back: the data, and the `ETag` that the next step takes as `If-Match`. */
export type Answer<Data> = { data: Data; etag: string | undefined; response: Response };

/**
 * Waits for an answer and gives its data: `await answered(vuosikello.GET(…))`.
 * @throws ApiProblem where the server refuses
 */
export async function answered<Data>(
  call: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Answer<NonNullable<Data>>> {
  const { data, error, response } = await call;
  if (!response.ok) throw new ApiProblem(response.status, asProblem(error, response));
  return { data: data as NonNullable<Data>, etag: response.headers.get('ETag') ?? undefined, response };
}

/** What stands between (a proxy) may answer without a problem document. */
function asProblem(error: unknown, { status, statusText }: Response): ProblemBody {
  if (typeof error === 'object' && error !== null && 'code' in error) return error as ProblemBody;
  return {
    type: 'about:blank',
    title: statusText,
    status,
    detail: 'No problem document came with the answer.',
    code: 'unknown',
  } as unknown as ProblemBody;
}
