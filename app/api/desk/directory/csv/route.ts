import { answerCsv } from "@/lib/server/csv";
import { serveDesk } from "@/lib/server/desk";
import { directoryInput } from "@/lib/server/merchants/directory-input";
import { exportColumns, exportPages, recordExport } from "@/lib/server/merchants/export";
import { requireSeekable } from "@/lib/server/merchants/seekable";

export function POST(request: Request) {
  return serveDesk(request, {
    name: "directory.export",
    permission: "merchants:read",
    input: directoryInput,
    answer: async ({ environment, asked }, session) => {
      await requireSeekable(session, environment, asked);
      await recordExport(session, environment, asked);
      return answerCsv(`merchants-${environment}-${new Date().toISOString().slice(0, 10)}.csv`, exportColumns, exportPages(environment, asked));
    },
  });
}
