import { serveDesk } from "@/lib/server/desk";
import { countMerchants } from "@/lib/server/merchants/counts";
import { directoryInput } from "@/lib/server/merchants/directory-input";
import { requireSeekable } from "@/lib/server/merchants/seekable";

export function POST(request: Request) {
  return serveDesk(request, {
    name: "directory.counts",
    permission: "merchants:read",
    input: directoryInput,
    answer: async ({ environment, asked }, session) => {
      await requireSeekable(session, environment, asked);
      return countMerchants(environment, asked);
    },
  });
}
