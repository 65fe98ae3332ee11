/** An answer that is no success, or none at all (`status` 0). */
export class RequestFailed extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
  ) {
    super(detail || `HTTP ${status}`);
  }
}
