import { serveDesk } from "@/lib/server/desk";
import { directoryFacets } from "@/lib/server/merchants/facets";
import { viewsInput } from "@/lib/server/views/input";

export function GET(request: Request) {
  return serveDesk(request, {
    name: "directory.facets",
    permission: "merchants:read",
    input: viewsInput,
    answer: ({ environment }) => directoryFacets(environment),
  });
}
