import { appendAudit } from "@/lib/server/audit";
import { serveDesk } from "@/lib/server/desk";
import { tagging } from "@/lib/server/tags/input";
import { tagMerchants } from "@/lib/server/tags/tags";

export function POST(request: Request) {
  return serveDesk(request, {
    name: "tags.give",
    permission: "notes:write",
    input: tagging,
    answer: async ({ environment, account_ids, add, remove }, session) => {
      await appendAudit({
        kind: "merchants-tagged",
        by: session,
        environment,
        ...(account_ids.length === 1 && { accountId: account_ids[0] }),
        detail: { merchants: account_ids.length, added: add, removed: remove },
      });
      return { changed: await tagMerchants(environment, account_ids, add, remove) };
    },
  });
}
