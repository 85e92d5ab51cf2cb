import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";

export const formatName = "partner-desk-backup";
export const formatVersion = 1;

/**
 * Reads a backup to its end and holds everything in it against its checksums. `open` is told of each table and may answer something that takes
 * its rows (`write`, `end`). Answers the head, the tables with their counts, and the sequences; throws one sentence for a file that is damaged,
 * of another kind, or of a newer version.
 */
export async function readBackup(file, open = () => undefined) {
  const state = { whole: createHash("sha256"), tables: [], take: takeHead };
  const bytes = createGunzip();
  const source = createReadStream(file).on("error", (error) => bytes.destroy(error));
  try {
    for await (const line of linesIn(source.pipe(bytes))) await state.take(state, line, open);
  } catch (error) {
    if (error.code === "ENOENT") throw new Error(`There is no file ${file}.`);
    if (String(error.code).startsWith("Z_") || error instanceof SyntaxError || error instanceof Damage) throw notWhole(file, state, error);
    throw error;
  } finally {
    source.destroy();
  }
  if (!state.ended) throw notWhole(file, state, new Damage("it ends too early"));
  return { head: state.head, tables: state.tables, sequences: state.sequences };
}

class Damage extends Error {}

function notWhole(file, { head }, error) {
  if (error instanceof Damage && error.foreign) return new Error(`${file} ${error.message}`);
  const why = error instanceof Damage ? error.message : "it can't be read";
  return new Error(
    head ? `${file} is damaged: ${why}. Nothing was changed; take another backup.` : `${file} is no backup of Partner Desk, or its beginning is damaged.`,
  );
}

function takeHead(state, line) {
  const head = JSON.parse(line);
  if (head?.format !== formatName) throw new Damage("isn't one");
  state.head = head;
  if (head.version > formatVersion)
    throw Object.assign(new Damage("was made by a newer version of Partner Desk than this one. Update this one first."), { foreign: true });
  state.whole.update(line);
  state.take = takeSection;
}

function takeSection(state, line, open) {
  const given = JSON.parse(line);
  if (given.end) {
    if (given.sha256 !== state.whole.digest("hex")) throw new Damage("its checksum doesn't fit");
    state.ended = true;
    state.take = takeNothing;
    return undefined;
  }
  state.whole.update(line);
  if (given.sequences) {
    state.sequences = given.sequences;
    return undefined;
  }
  if (!given.table) throw new Damage("a table has no name");
  state.section = { ...given, rows: 0, hash: createHash("sha256"), batch: [], size: 0 };
  state.take = takeRow;
  return begin(state, open);
}

async function begin(state, open) {
  state.sink = await open(state.section, state.head);
}

async function takeRow(state, line) {
  const { section } = state;
  state.whole.update(line);
  if (line.length === 3 && line[0] === 0x5c && line[1] === 0x2e) {
    await flush(state);
    await state.sink?.end();
    state.take = takeCount;
    return;
  }
  section.hash.update(line);
  section.rows += 1;
  section.size += line.length;
  if (state.sink) section.batch.push(line);
  if (section.size > 65_536) await flush(state);
}

async function flush({ section, sink }) {
  if (sink && section.batch.length > 0) await sink.write(Buffer.concat(section.batch));
  section.batch = [];
  section.size = 0;
}

function takeCount(state, line) {
  const { rows, sha256 } = JSON.parse(line);
  const { section } = state;
  if (rows !== section.rows || sha256 !== section.hash.digest("hex")) throw new Damage(`the table ${section.table} isn't what it was`);
  state.tables.push({ table: section.table, rows });
  state.whole.update(line);
  state.take = takeSection;
}

function takeNothing() {
  throw new Damage("there is something after its end");
}

/** Whole lines, each with its end. */
async function* linesIn(chunks) {
  let rest = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      const piece = chunk.subarray(from, at + 1);
      yield rest.length > 0 ? Buffer.concat([...rest, piece]) : piece;
      rest = [];
      from = at + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) throw new Damage("it ends in the middle of a line");
}
