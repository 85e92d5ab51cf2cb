import { serveDesk } from "@/lib/server/desk";
import { importEnvironment, importList, mostImportBytes } from "@/lib/server/imports/input";
import { listImports } from "@/lib/server/imports/standing";
import { startImport } from "@/lib/server/imports/start";

export function GET(request: Request) {
  return serveDesk(request, {
    name: "imports.list",
    permission: "merchants:write",
    input: importEnvironment,
    answer: ({ environment }) => listImports(environment),
  });
}

export function POST(request: Request) {
  return serveDesk(request, {
    name: "imports.start",
    permission: "merchants:write",
    input: importList,
    mostBytes: mostImportBytes,
    answer: ({ environment, text }, session) => startImport(environment, text, session),
  });
}
