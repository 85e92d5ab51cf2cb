import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { type Options, parse } from "csv-parse";
import Papa from "papaparse";

import { readReport } from "@/lib/server/settlements/report/read-report";

/** All of them get the file in pieces as long as these. */
export const pieceLength = 256 * 1024;

/** Ways of reading a report to its end: ours with every check, the others only take it apart. */
export const readers: Readonly<Record<string, (file: string) => Promise<unknown>>> = {
  ours: (file) => readReport(pieces(file)),
  papa: (file) =>
    new Promise<number>((complete, error) => {
      let rows = 0;
      const chunk = ({ data }: { data: readonly unknown[] }) => {
        rows += data.length;
      };
      Papa.parse(createReadStream(file, { highWaterMark: pieceLength }), { comments: "#", chunk, complete: () => complete(rows), error });
    }),
  "csv-parse": async (file) => {
    const options: Options = { comment: "#", relax_column_count: true };
    let rows = 0;
    for await (const _ of createReadStream(file, { highWaterMark: pieceLength }).pipe(parse(options))) rows += 1;
    return rows;
  },
};

/** As a stream reads, the next piece while the last is worked on, but always into the same bytes: so the memory that is measured is the reader's own. */
async function* pieces(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  let [piece, next] = [Buffer.allocUnsafeSlow(pieceLength), Buffer.allocUnsafeSlow(pieceLength)];
  for (let reading = file.read(piece, 0, pieceLength); ; [piece, next] = [next, piece]) {
    const { bytesRead } = await reading;
    if (bytesRead === 0) break;
    reading = file.read(next, 0, pieceLength);
    yield piece.subarray(0, bytesRead);
  }
  await file.close();
}
