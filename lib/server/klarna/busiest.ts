import "server-only";

const span = 10;

/** How many there were in the busiest second of the last ten. */
export class Busiest {
  private readonly seconds = new Map<number, number>();

  note(now: number): void {
    const second = Math.floor(now / 1_000);
    this.seconds.set(second, (this.seconds.get(second) ?? 0) + 1);
  }

  peak(now: number): number {
    const oldest = Math.floor(now / 1_000) - span;
    for (const second of this.seconds.keys()) if (second < oldest) this.seconds.delete(second);
    return this.seconds.size === 0 ? 0 : Math.max(...this.seconds.values());
  }
}
