import { z } from "zod";

import { environments } from "@/lib/klarna/environment";
import { actOnCredential, credentialAct } from "@/lib/server/credentials/act";
import { listCredentials } from "@/lib/server/credentials/list";
import { serveDesk } from "@/lib/server/desk";

const input = z.strictObject({ environment: z.enum(environments) });

export function GET(request: Request) {
  return serveDesk(request, { name: "credentials.known", permission: "credentials:write", input, answer: ({ environment }) => listCredentials(environment) });
}

export function POST(request: Request) {
  return serveDesk(request, { name: "credentials.act", permission: "credentials:write", input: credentialAct, answer: actOnCredential });
}
