import { serveDesk } from "@/lib/server/desk";
import { checkImport } from "@/lib/server/imports/check";
import { importList, mostImportBytes } from "@/lib/server/imports/input";

export function POST(request: Request) {
  return serveDesk(request, {
    name: "imports.check",
    permission: "merchants:write",
    input: importList,
    mostBytes: mostImportBytes,
    answer: ({ environment, text }) => checkImport(environment, text),
  });
}
