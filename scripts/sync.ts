import { closeDatabase } from "@/lib/server/db/client";
import { closeBoss } from "@/lib/server/jobs/boss";
import { leaveLanes } from "@/lib/server/klarna/lanes";
import { syncCommand } from "@/lib/server/payouts/command";

try {
  process.exitCode = await syncCommand(process.argv.slice(2), console);
} finally {
  leaveLanes();
  await closeBoss();
  await closeDatabase();
}
