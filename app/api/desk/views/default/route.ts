import { serveDesk } from "@/lib/server/desk";
import { defaultInput } from "@/lib/server/views/input";
import { setOwnDefault, setTeamDefault } from "@/lib/server/views/views";

export function POST(request: Request) {
  return serveDesk(request, {
    name: "views.default",
    permission: "merchants:read",
    input: defaultInput,
    answer: ({ environment, id, for: whom }, session) => (whom === "me" ? setOwnDefault(environment, id, session) : setTeamDefault(environment, id, session)),
  });
}
