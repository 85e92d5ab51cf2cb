import "server-only";
import { sealAndKeepHead } from "../audit-heads";
import { isDatabaseDown } from "../door";
import { logFault } from "../log";
import { rereadDue } from "../merchants/reread-due";
import { lookAtUnknown } from "../operations/look";
import { repeatDue, repeatUnknown } from "../operations/repeat-unknown";
import { settleOnboardings } from "../operations/settle-onboardings";
import { tendRuns } from "../runs/tend";
import { jobs } from "./registry";
import { onWake } from "./wake";
import { Worker } from "./worker";

const lookEvery = 1_000;
/** How many repeats may wait for Klarna's answer at once. */
const repeatsTogether = 4;

/** Starts this process's background work: re-reads, repeats of unknown outcomes, the audit log's seal, and the jobs. Answers a function that stops it in order. */
export function startBackground(): () => Promise<void> {
  const worker = new Worker(jobs, "all");
  const loops = [
    new Loop("re-read", rereadDue),
    new Loop("repeat", repeatUnknown),
    ...Array.from({ length: repeatsTogether - 1 }, () => new Loop("repeat", repeatDue)),
    new Loop("look", look),
    new Loop("seal", sealAndKeepHead),
    new Loop("runs", tendRuns),
    new Loop("jobs", () => worker.look()),
  ];
  onWake(() => {
    for (const loop of loops) loop.wake();
  });
  return async () => {
    await Promise.all(loops.map((loop) => loop.stop()));
    await worker.stop();
  };
}

async function look(): Promise<void> {
  await settleOnboardings();
  await lookAtUnknown();
}

/** Does a job again and again, one round at a time: each second, or at once when woken. */
class Loop {
  private stopped = false;
  private woken = false;
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
    if (this.timer) this.wait(0);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  private wait(milliseconds: number): void {
    clearTimeout(this.timer);
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.woken = false;
      this.round = this.work().finally(() => this.wait(this.woken ? 0 : lookEvery));
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
