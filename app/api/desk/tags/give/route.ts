import { serveDesk } from "@/lib/server/desk";
import { tagging } from "@/lib/server/tags/input";
import { tagMerchants } from "@/lib/server/tags/tags";

export function POST(request: Request) {
  return serveDesk(request, {
    name: "tags.give",
    permission: "notes:write",
    input: tagging,
    answer: async ({ environment, account_ids, add, remove }, session) => {
      return { changed: await tagMerchants({ environment, accountIds: account_ids, add, remove, by: session }) };
    },
  });
}
