import "server-only";
import { type Header, headerOf, namesIn, requireRow, summaryColumns } from "./columns";
import { ReportFault } from "./fault";
import { Fingerprint } from "./fingerprint";
import { Line } from "./lines";
import { Scanner } from "./scanner";
import { type ReportSummary, summaryOf } from "./summary";
import { Sums } from "./sums";

/** What was read of a report to its end, and is what a report must be. Whether it adds up is another question. */
export interface ReadReport {
  readonly summary: ReportSummary;
  readonly sums: Sums;
  /** Every text of the transactions that comes again and again, by its number. */
  readonly words: readonly string[];
  readonly rows: number;
  readonly bytes: number;
}

/** And by what the same file is known again. */
export interface Report extends ReadReport {
  readonly sha256: Buffer;
}

/** Where the transactions go while a report is read. */
export interface LineSink {
  /** Called for each, with the row in hand. */
  readonly line: (line: Line) => void;
  /** Called between pieces of the file: the reading goes on when it is over. */
  readonly rest: () => Promise<void> | undefined;
}

/**
 * Reads a settlement report as it comes, piece by piece: never the file. Throws a `ReportFault` for what isn't one, with line, column and reason. Its sums are
 * made as it goes.
 */
export async function readReport(pieces: AsyncIterable<Uint8Array>, settlementId?: string, sink?: LineSink): Promise<Report> {
  const reader = new ReportReader(settlementId, sink);
  const fingerprint = new Fingerprint();
  try {
    for await (const piece of pieces) {
      await fingerprint.push(piece);
      reader.push(piece);
      const rest = sink?.rest();
      if (rest) await rest;
    }
    return { ...reader.end(), sha256: await fingerprint.digest() };
  } finally {
    await fingerprint.close();
  }
}

/** The same, for whoever has the pieces in hand. */
export class ReportReader {
  private readonly scanner = new Scanner(() => this.row());
  private readonly sums = new Sums();
  private bytes = 0;
  private rows = 0;
  private header: Header | undefined;
  private summary: ReportSummary | undefined;
  private lines: Line | undefined;

  constructor(
    private readonly settlementId?: string,
    private readonly sink?: LineSink,
  ) {}

  push(piece: Uint8Array): void {
    this.bytes += piece.length;
    this.scanner.push(piece);
  }

  end(): ReadReport {
    this.scanner.end();
    const { summary, lines, sums, rows, bytes, scanner } = this;
    if (bytes === 0) throw new ReportFault(1, null, "The file is empty");
    if (!summary) throw new ReportFault(scanner.line, null, "The file ends before its summary");
    if (!lines) throw new ReportFault(scanner.line, null, "The file ends before its list of transactions");
    return { summary, sums, words: lines.words.texts, rows, bytes };
  }

  /** Which of the four a row is follows from what came before it. */
  private row(): void {
    if (this.lines) this.line(this.lines);
    else if (this.summary) this.lines = new Line(this.scanner, this.summary);
    else if (this.header) this.summary = this.readSummary(this.header);
    else this.header = this.readHeader();
  }

  private line(line: Line): void {
    line.read();
    this.sums.add(line);
    this.rows += 1;
    this.sink?.line(line);
  }

  private readHeader(): Header {
    const names = namesIn(this.scanner);
    if (names[0]?.startsWith("<")) throw new ReportFault(this.scanner.line, null, "This is a web page, not a report");
    if (names[0]?.startsWith("{")) throw new ReportFault(this.scanner.line, null, "This is JSON, not a report");
    if (names.includes("type") && names.includes("amount"))
      throw new ReportFault(this.scanner.line, null, "The transactions come first: a report begins with its summary");
    if (!names.includes("settlement_id") && !names.includes("settlement_amount"))
      throw new ReportFault(this.scanner.line, null, "This isn't a settlement report: its first row isn't the header of a summary");
    return headerOf(this.scanner, summaryColumns, "summary");
  }

  private readSummary(header: Header): ReportSummary {
    const unnamed = header.names.flatMap((name, at) => (name === "" ? [at] : []));
    requireRow(this.scanner, header, unnamed);
    const summary = summaryOf(this.scanner, header);
    if (this.settlementId !== undefined && summary.settlementId !== this.settlementId)
      throw new ReportFault(this.scanner.line, "settlement_id", "This is the report of another settlement than was asked for");
    return summary;
  }
}
