import { hintsOn } from "@/lib/server/checks/hints";
import { checkInput } from "@/lib/server/checks/input";
import { serveDesk } from "@/lib/server/desk";

export function POST(request: Request) {
  return serveDesk(request, { name: "checks", permission: "merchants:write", input: checkInput, answer: hintsOn });
}
