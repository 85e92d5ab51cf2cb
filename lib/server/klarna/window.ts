import "server-only";

/**
 * Lets at most `rate` requests go in any second, and a little longer than one: what was sent evenly arrives unevenly. All times from the
 * monotonic clock, so a changed wall clock does no harm.
 */
export class Window {
  private sent: number[] = [];
  private first = 0;
  private pausedUntil = 0;

  constructor(private rate: number) {}

  /** How many may go now. */
  free(now: number): number {
    if (now < this.pausedUntil) return 0;
    return this.capacity - this.lately(now);
  }

  /** How many went in the last second. */
  lately(now: number): number {
    while (this.first < this.sent.length && (this.sent[this.first] ?? 0) <= now - this.span) this.first += 1;
    if (this.first > 1_000) {
      this.sent = this.sent.slice(this.first);
      this.first = 0;
    }
    return this.sent.length - this.first;
  }

  /** Milliseconds until more than `reserve` may go. */
  wait(now: number, reserve: number): number {
    const missing = this.lately(now) - this.capacity + reserve;
    const freed = missing < 0 ? 0 : (this.sent[this.first + missing] ?? now) + this.span - now;
    return Math.max(freed, this.pausedUntil - now);
  }

  take(now: number): void {
    this.sent.push(now);
  }

  /** Takes note of a rate that can be. */
  setRate(rate: number): void {
    if (rate > 0) this.rate = rate;
  }

  /** Lets nothing go for so many milliseconds. */
  pause(now: number, milliseconds: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, now + milliseconds);
  }

  isPaused(now: number): boolean {
    return now < this.pausedUntil;
  }

  private get capacity(): number {
    return Math.max(1, Math.floor(this.rate));
  }

  private get span(): number {
    return Math.max(1_000, 1_000 / this.rate) + guard;
  }
}

/** How much sooner a request may arrive than one sent before it, compared with when they were sent. */
const guard = 8;
