import "server-only";
import { copyIn } from "../db/client";
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
  try {
    const copy = new Copying(loadId, loading);
    const report = await readReport(pieces, loading.settlementId, copy);
    await copy.end();
    await keepWordsAndSums(loadId, report);
    const outcome = await makeReady(loadId, loading, report);
    if (outcome !== "loaded") await dropLoad(loadId);
    return { outcome, settlementId: report.summary.settlementId };
  } catch (error) {
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

/** Sends lines to the database while the next are read: one chunk is on its way at a time, and reading waits for it when the next is full. */
class Copying implements LineSink {
  private readonly lines: CopyLines;
  private sending: Promise<void> = Promise.resolve();
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

  async end(): Promise<void> {
    await this.send();
    await this.sent();
  }

  private async send(): Promise<void> {
    await this.sent();
    if (this.loading.holds?.() === false) throw new LoadEnded();
    this.sending = this.sendOne(this.lines.rows.take()).catch((error: unknown) => {
      this.failure = error;
    });
  }

  private async sendOne(rows: Buffer): Promise<void> {
    await copyIn(`COPY settlement_lines (${copiedColumns})`, rows);
    await renewLoad(this.loadId);
  }

  private async sent(): Promise<void> {
    await this.sending;
    if (this.failure !== undefined) throw this.failure;
  }
}
