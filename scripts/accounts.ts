import { readFileSync } from "node:fs";
import { text as textOf } from "node:stream/consumers";
import { parseArgs } from "node:util";

import { importFaultWords } from "@/lib/desk/import-words";
import { isEnvironment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { closeDatabase } from "@/lib/server/db/client";
import { checkImport } from "@/lib/server/imports/check";
import { startImport } from "@/lib/server/imports/start";
import { closeBoss } from "@/lib/server/jobs/boss";

const usage = `Klarna's API has no list of accounts: those that exist already come into the directory by their ids.
  npm run accounts -- import FILE --environment test      one id a line, or a CSV with them; - reads from standard input`;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { environment: { type: "string" } } });
const [command, file] = positionals;

if (command === "import" && file !== undefined && isEnvironment(values.environment)) {
  try {
    // Read as it comes: whoever writes it may take their time.
    const text = file === "-" ? await textOf(process.stdin) : readFileSync(file, "utf8");
    const { known, examples, ...check } = await checkImport(values.environment, text);
    for (const { line, fault } of examples) console.error(`Line ${line}: ${importFaultWords(fault)}`);
    if (check.new > 0) await startImport(values.environment, text, undefined);
    console.log(`${check.new} to be read, ${known} known before. The desk reads them from Klarna in the background.`);
    process.exitCode = examples.length > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  } finally {
    await closeBoss();
    await closeDatabase();
  }
} else {
  console.log(usage);
  process.exitCode = command === undefined ? 0 : 1;
}
