import { serveDesk } from "@/lib/server/desk";
import { listMerchants } from "@/lib/server/merchants/directory";
import { pageInput } from "@/lib/server/merchants/directory-input";
import { requireSeekable } from "@/lib/server/merchants/seekable";

export function POST(request: Request) {
  return serveDesk(request, {
    name: "directory.list",
    permission: "merchants:read",
    input: pageInput,
    answer: async ({ environment, asked, ...place }, session) => {
      await requireSeekable(session, environment, asked);
      return listMerchants(environment, asked, place);
    },
  });
}
