import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { type Options, parse } from "csv-parse";
import Papa from "papaparse";

import { readReport } from "@/lib/server/settlements/report/read-report";

/** Ways of reading a report to its end: ours with every check, the others only take it apart. */
export const readers: Readonly<Record<string, (file: string) => Promise<unknown>>> = {
  ours: (file) => readReport(pieces(file)),
  papa: (file) =>
    new Promise<number>((complete, error) => {
      let rows = 0;
      const chunk = ({ data }: { data: readonly unknown[] }) => {
        rows += data.length;
      };
      Papa.parse(createReadStream(file), { comments: "#", chunk, complete: () => complete(rows), error });
    }),
  "csv-parse": async (file) => {
    const options: Options = { comment: "#", relax_column_count: true };
    let rows = 0;
    for await (const _ of createReadStream(file).pipe(parse(options))) rows += 1;
    return rows;
  },
};

/** One piece at a time in the same bytes: so the memory that is measured is the reader's own. */
async function* pieces(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  const piece = Buffer.allocUnsafeSlow(64 * 1024);
  for (;;) {
    const { bytesRead } = await file.read(piece, 0, piece.length);
    if (bytesRead === 0) break;
    yield piece.subarray(0, bytesRead);
  }
  await file.close();
}
