import "server-only";

/** Where a report is not what a report must be. The reason says so in words that hold no value of the file. */
export class ReportFault extends Error {
  constructor(
    readonly line: number,
    readonly column: string | null,
    readonly reason: string,
  ) {
    super("A settlement report was refused.");
  }
}
