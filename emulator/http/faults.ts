/** What can be made to go wrong. The first six happen before a request is applied, the others after it is committed. */
export const faultKinds = ["403", "429", "500", "503", "hang", "cut-before", "slow", "cut-after", "half", "garbage", "500-after"] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  /** The operation's name, or `*` for all. */
  readonly operation: string;
  readonly kind: FaultKind;
  /** How long `slow` waits before the request is applied, in milliseconds. */
  readonly ms?: number | undefined;
  /** How many requests it strikes; without it, all. */
  readonly times?: number | undefined;
  /** How likely it strikes, between 0 and 1; without it, always. */
  readonly probability?: number | undefined;
}

/** The faults that were ordered at the control door; one strikes a request at most, the oldest first. */
export class Faults {
  #ordered: { fault: Fault; left: number }[] = [];
  readonly #chance: () => number;

  constructor(chance: () => number) {
    this.#chance = chance;
  }

  order(fault: Fault): void {
    this.#ordered.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
  }

  /** Takes back the faults of one operation, or all. */
  lift(operation?: string): void {
    this.#ordered = operation === undefined ? [] : this.#ordered.filter(({ fault }) => fault.operation !== operation);
  }

  list(): readonly Fault[] {
    return this.#ordered.map(({ fault, left }) => (Number.isFinite(left) ? { ...fault, times: left } : fault));
  }

  /** The fault that strikes this request, if any. */
  strike(operation: string): Fault | undefined {
    if (this.#ordered.length === 0) return undefined;
    const struck = this.#ordered.find(({ fault }) => concerns(fault, operation) && this.#chance() < (fault.probability ?? 1));
    if (!struck) return undefined;
    struck.left -= 1;
    if (struck.left <= 0) this.#ordered = this.#ordered.filter((ordered) => ordered !== struck);
    return struck.fault;
  }
}

function concerns(fault: Fault, operation: string): boolean {
  return fault.operation === "*" || fault.operation === operation;
}
