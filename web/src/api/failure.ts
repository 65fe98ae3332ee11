type Problem = {
  /** The problem's code, as docs/api.md lists them. */
  code?: string;
  /** Seconds after which the service wants to be asked again. */
  retryAfter?: number;
};

/** An answer that is no success, or none at all (`status` 0). */
export class RequestFailed extends Error {
  readonly code: string;
  readonly retryAfter: number;

  constructor(
    readonly status: number,
    readonly detail: string,
    { code = "", retryAfter = 0 }: Problem = {},
  ) {
    super(detail || `HTTP ${status}`);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** Whether the service is there and has more to do than it can. */
export function isBusy(error: unknown): boolean {
  return error instanceof RequestFailed && (error.code === "busy" || error.status === 429);
}
