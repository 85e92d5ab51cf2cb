import { existsSync } from "node:fs";
import { parseArgs } from "node:util";

import { chainState, sealAudit, walkChain } from "@/lib/server/audit-chain";
import { checkHeads, writeHead } from "@/lib/server/audit-heads";
import { closeDatabase } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";

const usage = `Proves that the audit log is whole:
  npm run audit                    walks the chain and tells the first link that doesn't hold;
                                   holds it against the heads in DESK_AUDIT_HEADS too, if that is set
  npm run audit -- against FILE    and against the heads in FILE: notices what was taken away at the end, or laid anew
  npm run audit -- heads FILE      adds the chain's head to FILE; keep it where nobody reaches who reaches the database`;

const [command, file] = parseArgs({ allowPositionals: true }).positionals;

try {
  if (command === undefined) await prove(env().DESK_AUDIT_HEADS);
  else if (command === "against" && file !== undefined) await prove(file);
  else if (command === "heads" && file !== undefined) await keep(file);
  else fail(usage);
} finally {
  await closeDatabase();
}

async function prove(heads: string | undefined): Promise<void> {
  const { links, broken } = await walkChain();
  const { unsealed, hash } = await chainState();
  if (broken !== undefined) return fail(`The chain is broken at link ${broken}: that entry was changed, taken out or put in after it was sealed.`);
  console.log(
    `The chain holds: ${links} entries, from the first to the last${unsealed > 0 ? `; ${unsealed} more aren't sealed yet` : ""}. Head: ${hash ?? "none"}`,
  );
  if (heads === undefined)
    return console.log("No heads were kept outside, so nobody can tell whether the newest entries were taken away (see: npm run audit -- help).");
  if (!existsSync(heads)) return fail(`There is no file ${heads}. Without the heads nobody can tell whether the newest entries were taken away.`);
  await hold(heads, links);
}

async function hold(file: string, links: number): Promise<void> {
  const { heads, missing, proven } = await checkHeads(file);
  if (missing && missing.link > links)
    return fail(`The newest entries are gone: there was a link ${missing.link}, and the chain ends at ${links}. What is missing begins at link ${links + 1}.`);
  if (missing)
    return fail(`The chain was laid anew: at link ${missing.link} it isn't the one that was kept. Up to link ${proven < missing.link ? proven : 0} it is.`);
  console.log(`It fits all ${heads} heads that were kept outside: nothing up to link ${proven} was changed or taken away since.`);
}

async function keep(file: string): Promise<void> {
  await sealAudit();
  const head = await writeHead(file);
  console.log(head ? `Link ${head.link} is kept in ${file}.` : "There is nothing in the log yet.");
}

function fail(words: string): void {
  console.error(words);
  process.exitCode = 1;
}
