import "server-only";
import { sealAndKeepHead } from "../audit-heads";
import { rereadDue } from "../merchants/reread-due";
import { lookAtUnknown } from "../operations/look";
import { repeatDue, repeatUnknown } from "../operations/repeat-unknown";
import { settleOnboardings } from "../operations/settle-onboardings";
import { tendRuns } from "../runs/tend";
import { Loop } from "./loop";
import { jobs } from "./registry";
import { onWake } from "./wake";
import { Worker } from "./worker";

/** How many repeats may wait for Klarna's answer at once. */
const repeatsTogether = 4;
/** How many rounds of re-reads may wait for Klarna's answers at once. */
const rereadsTogether = 3;

/** Starts this process's background work: re-reads, repeats of unknown outcomes, the audit log's seal, and the jobs. Answers a function that stops it in order. */
export function startBackground(): () => Promise<void> {
  const worker = new Worker(jobs, "all");
  const woken = [
    new Loop("re-read", rereadDue),
    new Loop("repeat", repeatUnknown),
    ...Array.from({ length: repeatsTogether - 1 }, () => new Loop("repeat", repeatDue)),
    new Loop("look", look),
    new Loop("seal", sealAndKeepHead),
    new Loop("runs", tendRuns),
    new Loop("jobs", () => worker.look()),
  ];
  // These only go on where the first is held up: nobody wakes them, or each change would cost their looks too.
  const loops = [...woken, ...Array.from({ length: rereadsTogether - 1 }, () => new Loop("re-read", rereadDue))];
  onWake(() => {
    for (const loop of woken) loop.wake();
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
