import "server-only";

/** Spreads what may wait: fills at `rate` tokens a second up to a small burst, which makes up for a moment in which the process was busy. */
export class TokenBucket {
  private tokens = 1;
  private filledAt = performance.now();

  constructor(private rate: number) {}

  has(now: number): boolean {
    this.fill(now);
    // A hair less than one: timers are whole milliseconds.
    return this.tokens >= 0.999;
  }

  take(): void {
    this.tokens -= 1;
  }

  /** Milliseconds until there is a token. */
  wait(now: number): number {
    this.fill(now);
    return Math.max(0, ((1 - this.tokens) / this.rate) * 1_000);
  }

  setRate(rate: number): void {
    if (rate > 0) this.rate = rate;
  }

  private fill(now: number): void {
    this.tokens = Math.min(Math.max(1, this.rate / 10), this.tokens + ((now - this.filledAt) / 1_000) * this.rate);
    this.filledAt = now;
  }
}
