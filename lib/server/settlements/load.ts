import "server-only";
import { setTimeout as sleep } from "node:timers/promises";

import { askedLately } from "../asked-lately";
import { copyIn, query } from "../db/client";
import { beginLoad, dropLoad, keepWordsAndSums, type Loading, renewLoad } from "./loads";
import { makeReady, noteRefusal, type Outcome } from "./ready";
import { CopyLines, copiedColumns } from "./report/copy-lines";
import { ReportFault } from "./report/fault";
import { type LineSink, readReport } from "./report/read-report";

/**
 * Loads a settlement report as it comes. Its lines are copied in short chunks into a load that nobody sees, and one short statement makes them the settlement's.
 * A `ReportFault` leaves nothing behind, and what was loaded before stands; the same report once more changes nothing.
 */
export async function loadReport(pieces: AsyncIterable<Uint8Array>, loading: Loading): Promise<Loaded> {
  const loadId = await beginLoad(loading);
  const copy = new Copying(loadId, loading);
  try {
    const report = await readReport(pieces, loading.settlementId, copy);
    await copy.end();
    await keepWordsAndSums(loadId, report);
    if (report.rows > many) await query("ANALYZE settlement_lines (load_id, line, account_word, payment)");
    const outcome = await makeReady(loadId, loading, report);
    if (outcome !== "loaded") await dropLoad(loadId);
    return { outcome, settlementId: report.summary.settlementId };
  } catch (error) {
    // What is on its way would arrive after the load was taken away, and stay.
    await copy.settled();
    await dropLoad(loadId);
    if (error instanceof ReportFault) await noteRefusal(loading, { code: "NOT_A_REPORT", line: error.line, column: error.column, reason: error.reason });
    throw error;
  }
}

/** What came of a load, and of which settlement the report is. */
export interface Loaded {
  readonly outcome: Outcome;
  readonly settlementId: string;
}

/** Ends a load that may not go on: its process stops, or another has taken over. */
export class LoadEnded extends Error {}

/** So many bytes of lines are copied at once: a statement of some hundredths of a second. */
const chunk = 2 * 1024 * 1024;
/** So many chunks are on their way at a time: PostgreSQL works at each with a process of its own. */
const atOnce = 2;

/** More lines than this are too many for PostgreSQL to find out by itself: until then it would sort a whole report for each page of it. */
const many = 10_000;

/** Sends lines to the database while the next are read; reading waits where the database is behind. While somebody asks the desk for something it makes room for them. */
class Copying implements LineSink {
  private readonly lines: CopyLines;
  private readonly sending = new Set<Promise<void>>();
  private failure: unknown;

  constructor(
    private readonly loadId: number,
    private readonly loading: Loading,
  ) {
    this.lines = new CopyLines(loadId, loading.environment);
  }

  line(line: Parameters<LineSink["line"]>[0]): void {
    this.lines.add(line);
  }

  rest(): Promise<void> | undefined {
    return this.lines.rows.size < chunk ? undefined : this.send();
  }

  /** Sends what is left, and waits until all has arrived. */
  async end(): Promise<void> {
    await this.send();
    await this.settled();
    this.requireWhole();
  }

  /** Waits until nothing is on its way any more, however that ended. */
  async settled(): Promise<void> {
    await Promise.all(this.sending);
  }

  private async send(): Promise<void> {
    while (this.sending.size >= (askedLately() ? 1 : atOnce)) await Promise.race(this.sending);
    this.requireWhole();
    if (this.loading.holds?.() === false) throw new LoadEnded();
    const sent = this.sendOne(this.lines.rows.take())
      .catch((error: unknown) => {
        this.failure = error;
      })
      .finally(() => this.sending.delete(sent));
    this.sending.add(sent);
  }

  private async sendOne(rows: Buffer): Promise<void> {
    const began = performance.now();
    await copyIn(`COPY settlement_lines (${copiedColumns})`, rows);
    await renewLoad(this.loadId);
    if (askedLately()) await sleep(1.5 * (performance.now() - began));
  }

  private requireWhole(): void {
    if (this.failure !== undefined) throw this.failure;
  }
}
