interface Count {
  received: number;
  /** How many changed something; a repeated answer, a read and a refusal don't. */
  effects: number;
  readonly answers: Record<string, number>;
}

/** What was asked of the emulator since it started or was reset, by operation. */
export class Requests {
  readonly #counts = new Map<string, Count>();
  readonly #effects = new Map<string, Record<string, number>>();

  received(operation: string): void {
    this.#of(operation).received += 1;
  }

  /** Something was changed; of which account, where it names one. */
  effect(operation: string, account: string | undefined): void {
    this.#of(operation).effects += 1;
    if (account === undefined) return;
    const ofEach = this.#effects.get(operation) ?? {};
    ofEach[account] = (ofEach[account] ?? 0) + 1;
    this.#effects.set(operation, ofEach);
  }

  /** How often an operation changed something, by account. */
  effects(operation: string): Readonly<Record<string, number>> {
    return this.#effects.get(operation) ?? {};
  }

  answered(operation: string, status: number): void {
    const { answers } = this.#of(operation);
    answers[status] = (answers[status] ?? 0) + 1;
  }

  list(): Readonly<Record<string, Count>> {
    return Object.fromEntries(this.#counts);
  }

  clear(): void {
    this.#counts.clear();
    this.#effects.clear();
  }

  #of(operation: string): Count {
    const known = this.#counts.get(operation);
    if (known) return known;
    const count: Count = { received: 0, effects: 0, answers: {} };
    this.#counts.set(operation, count);
    return count;
  }
}
