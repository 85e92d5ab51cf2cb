import { chmodSync, createWriteStream, existsSync, renameSync, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { dump } from "./dump.mjs";
import { checkBackup } from "./load.mjs";
import { withClient } from "./with-client.mjs";

/** Writes a backup of the database at `url` to a file that only its owner may read, reads it once more, and says what is in it. A file that is there is whole. */
export async function writeBackup(url, file, facts = {}) {
  if (existsSync(file)) throw new Error(`There is a file ${file} already: name another.`);
  const partial = `${file}.${process.pid}.partial`;
  try {
    await withClient(url, (client) =>
      pipeline(Readable.from(dump(client, facts)), createGzip({ level: 6 }), createWriteStream(partial, { mode: 0o600, flush: true })),
    );
    chmodSync(partial, 0o600);
    const found = await checkBackup(partial);
    renameSync(partial, file);
    return found;
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}
