import "server-only";
import { isDatabaseDown } from "../door";
import { logFault } from "../log";

const lookEvery = 1_000;
/** Rounds begin so far apart: of many changes a second each wakes all loops, and one round looks after all of them. */
const roundsApart = 100;

/** Does a job again and again, one round at a time: each second, or soon when woken. */
export class Loop {
  private stopped = false;
  private woken = false;
  private begunAt = Number.NEGATIVE_INFINITY;
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();

  constructor(
    private readonly name: string,
    private readonly job: () => Promise<void>,
  ) {
    this.wait(0);
  }

  wake(): void {
    this.woken = true;
    if (this.timer) this.waitForNext();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  private waitForNext(): void {
    this.wait(this.woken ? Math.max(0, this.begunAt + roundsApart - performance.now()) : lookEvery);
  }

  private wait(milliseconds: number): void {
    clearTimeout(this.timer);
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.woken = false;
      this.begunAt = performance.now();
      this.round = this.work().finally(() => this.waitForNext());
    }, milliseconds);
    this.timer.unref();
  }

  // A database that is away comes back; anything else is a bug, and neither may end the loop.
  private async work(): Promise<void> {
    try {
      await this.job();
    } catch (error) {
      if (!isDatabaseDown(error)) logFault(`background ${this.name} failed`, error);
    }
  }
}
