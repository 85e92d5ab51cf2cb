/**
 * The emulator's time. It runs with the machine's, can be moved ahead or held still, and shortens Klarna's waits
 * (set-up, webhook retries, time-outs) by its scale: 0.01 makes ten seconds a tenth.
 */
export class Clock {
  scale: number;
  #ahead = 0;
  #heldAt: number | undefined;

  constructor(scale: number) {
    this.scale = scale;
  }

  /** Milliseconds since 1970, by the emulator's clock. */
  now(): number {
    return this.#heldAt ?? Date.now() + this.#ahead;
  }

  /** The same moment as Klarna writes it: ISO 8601 in UTC. */
  timestamp(): string {
    return new Date(this.now()).toISOString();
  }

  get ahead(): number {
    return this.#ahead;
  }

  get held(): boolean {
    return this.#heldAt !== undefined;
  }

  advance(ms: number): void {
    this.#ahead += ms;
    if (this.#heldAt !== undefined) this.#heldAt += ms;
  }

  /** Holds the clock where it is, so that only `advance` moves it. */
  hold(): void {
    this.#heldAt ??= this.now();
  }

  /** Lets it run on from where it was held. */
  run(): void {
    if (this.#heldAt === undefined) return;
    this.#ahead = this.#heldAt - Date.now();
    this.#heldAt = undefined;
  }

  /** Back to the machine's time. */
  reset(): void {
    this.#ahead = 0;
    this.#heldAt = undefined;
  }
}
