import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { isEnvironment } from "@/lib/klarna/environment";
import { closeDatabase } from "@/lib/server/db/client";
import { importAccountIds } from "@/lib/server/merchants/import";

const usage = `Klarna's API has no list of accounts: those that exist already come into the directory by their ids.
  npm run accounts -- import FILE --environment test      one id a line; - reads from standard input`;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { environment: { type: "string" } } });
const [command, file] = positionals;

if (command === "import" && file !== undefined && isEnvironment(values.environment)) {
  const ids = readFileSync(file === "-" ? process.stdin.fd : file, "utf8").split("\n");
  const { added, known, wrong } = await importAccountIds(values.environment, ids);
  console.log(`${added} added, ${known} known before. The desk reads them from Klarna in the background.`);
  for (const id of wrong) console.error(`Not an account id of ${values.environment.toUpperCase()}: ${id}`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
  await closeDatabase();
} else {
  console.log(usage);
  process.exitCode = command === undefined ? 0 : 1;
}
