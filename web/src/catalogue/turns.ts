/** Lets only so many begin at once; who comes later begins when one of them has ended. */
export class Turns {
  readonly #limit: number;
  readonly #begun = new Set<() => void>();
  readonly #waiting = new Set<() => void>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Calls `begin` at once or later. Returns the way to end, or to wait no longer. */
  ask(begin: () => void): () => void {
    this.#waiting.add(begin);
    this.#next();
    return () => {
      this.#waiting.delete(begin);
      this.#begun.delete(begin);
      this.#next();
    };
  }

  #next(): void {
    for (const begin of this.#waiting) {
      if (this.#begun.size >= this.#limit) return;
      this.#waiting.delete(begin);
      this.#begun.add(begin);
      begin();
    }
  }
}
