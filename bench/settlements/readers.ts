import type { Readable } from "node:stream";
import { type Options, parse } from "csv-parse";
import Papa from "papaparse";

import { readReport } from "@/lib/server/settlements/report/read-report";

/** Ways of reading a report to its end: ours with every check, the others only take it apart. */
export const readers: Readonly<Record<string, (stream: Readable) => Promise<unknown>>> = {
  ours: (stream) => readReport(stream),
  papa: (stream) =>
    new Promise<number>((complete, error) => {
      let rows = 0;
      const chunk = ({ data }: { data: readonly unknown[] }) => {
        rows += data.length;
      };
      Papa.parse(stream, { comments: "#", chunk, complete: () => complete(rows), error });
    }),
  "csv-parse": async (stream) => {
    const options: Options = { comment: "#", relax_column_count: true };
    let rows = 0;
    for await (const _ of stream.pipe(parse(options))) rows += 1;
    return rows;
  },
};
