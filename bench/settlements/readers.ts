import { closeSync, createReadStream, openSync, read } from "node:fs";
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
  const file = openSync(path, "r");
  let [piece, next] = [Buffer.allocUnsafeSlow(pieceLength), Buffer.allocUnsafeSlow(pieceLength)];
  for (let reading = into(piece, file); ; [piece, next] = [next, piece]) {
    const length = await reading;
    if (length === 0) break;
    reading = into(next, file);
    yield length === pieceLength ? piece : piece.subarray(0, length);
  }
  closeSync(file);
}

/** How many of a file's next bytes were put into a piece. */
function into(piece: Uint8Array, file: number): Promise<number> {
  return new Promise((resolve, reject) => read(file, piece, 0, piece.length, null, (error, length) => (error ? reject(error) : resolve(length))));
}
