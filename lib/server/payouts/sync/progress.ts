import "server-only";
import type { SyncFault } from "@/lib/desk/payout";

import { query } from "../../db/client";
import type { Writer } from "./keep-lines";
import type { Kept } from "./keep-payouts";

const mostFaults = 50;
const everySoOften = 1_000;

/** What a run has done, written down every second and at each step that must not be done again. */
export class Progress {
  private counts = { calls: 0, payouts: 0, added: 0, changed: 0, lines: 0 };
  private faults: SyncFault[] = [];
  private writtenAt = performance.now();

  constructor(readonly writer: Writer) {}

  readonly onTry = (): void => {
    this.counts.calls += 1;
  };

  note(fault: SyncFault): void {
    this.faults.push(fault);
  }

  kept(listed: number, { added, changed, faults }: Kept): void {
    this.counts.payouts += listed;
    this.counts.added += added;
    this.counts.changed += changed;
    this.faults.push(...faults);
  }

  async readLines(count: number): Promise<void> {
    this.counts.lines += count;
    if (performance.now() - this.writtenAt > everySoOften) await this.write();
  }

  /** Writes it down; with a moment, also that all payouts until then are listed. */
  async write(listedUntil?: Date): Promise<void> {
    const { calls, payouts, added, changed, lines } = this.counts;
    const faults = this.faults;
    this.counts = { calls: 0, payouts: 0, added: 0, changed: 0, lines: 0 };
    this.faults = [];
    this.writtenAt = performance.now();
    const { sync, fence } = this.writer;
    await query(writeStatement, [sync, fence, calls, payouts, added, changed, lines, JSON.stringify(faults.slice(0, mostFaults)), listedUntil ?? null]);
  }
}

const writeStatement = `
  UPDATE payout_syncs SET calls = calls + $3, payouts = payouts + $4, added = added + $5, changed = changed + $6, lines = lines + $7,
    faults = CASE WHEN jsonb_array_length(faults) < ${mostFaults} THEN faults || $8::jsonb ELSE faults END, listed_until = coalesce($9, listed_until)
  WHERE id = $1 AND fence = $2`;
