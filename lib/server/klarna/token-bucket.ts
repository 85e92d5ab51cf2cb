import "server-only";

/** Fills at `rate` tokens a second up to a small burst. All times from the monotonic clock, so a changed wall clock does no harm. */
export class TokenBucket {
  private tokens: number;
  private filledAt = performance.now();

  constructor(private rate: number) {
    this.tokens = this.burst;
  }

  /** At most this many at once: Klarna counts by the second, so a burst plus a second's filling must stay near its limit. */
  get burst(): number {
    return Math.max(1, this.rate / 5);
  }

  has(count: number): boolean {
    this.fill();
    return this.tokens >= Math.min(count, this.burst);
  }

  take(): void {
    this.tokens -= 1;
  }

  isFull(): boolean {
    this.fill();
    return this.tokens >= this.burst;
  }

  setRate(rate: number): void {
    if (rate === this.rate || rate <= 0) return;
    this.fill();
    this.rate = rate;
    this.tokens = Math.min(this.tokens, this.burst);
  }

  /** Gives nothing for so many milliseconds. */
  pause(milliseconds: number): void {
    this.tokens = 0;
    this.filledAt = performance.now() + milliseconds;
  }

  private fill(): void {
    const now = performance.now();
    if (now <= this.filledAt) return;
    this.tokens = Math.min(this.burst, this.tokens + ((now - this.filledAt) / 1_000) * this.rate);
    this.filledAt = now;
  }
}
