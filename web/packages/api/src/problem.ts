/** The body of every refused request: `application/problem+json` with a stable code. */
export interface ProblemBody {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  code?: string;
  parameters?: Record<string, string | number | boolean | null>;
  errors?: { field: string; code: string; parameters?: Record<string, string | number> }[];
  /** What the server has now, when ours was stale (409 `revision.stale`). */
  current?: unknown;
  [extension: string]: unknown;
}

/** Code of a request that never got an answer. */
export const networkCode = 'network';

/** What a call throws when the server says no, or is not there. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly body: ProblemBody;

  /** @param status HTTP status; 0 when there was no answer */
  constructor(status: number, body: ProblemBody) {
    super(body.title ?? body.code ?? `status ${status}`);
    this.name = 'Problem';
    this.status = status;
    this.code = body.code ?? (status === 0 ? networkCode : `http.${status}`);
    this.body = body;
  }

  get parameters() {
    return this.body.parameters ?? {};
  }
}

export function isProblem(error: unknown, code?: string): error is Problem {
  return error instanceof Problem && (code === undefined || error.code === code);
}
