import { serveDesk } from "@/lib/server/desk";
import { importReport } from "@/lib/server/settlements/import";
import { settlementImport } from "@/lib/server/settlements/input";

export function POST(request: Request) {
  return serveDesk(request, {
    name: "settlements.import",
    permission: "settlements:accept",
    streams: true,
    input: settlementImport,
    answer: ({ environment }, session) => importReport(environment, request.body, session),
  });
}
