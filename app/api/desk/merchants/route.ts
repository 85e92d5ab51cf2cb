import { z } from "zod";

import { environments } from "@/lib/klarna/environment";
import { serveDesk } from "@/lib/server/desk";
import { listMerchants } from "@/lib/server/merchants/directory";

const input = z.strictObject({ environment: z.enum(environments), after: z.string().max(600).optional() });

export function GET(request: Request) {
  return serveDesk(request, {
    name: "merchants.list",
    permission: "merchants:read",
    input,
    answer: ({ environment, after }) => listMerchants(environment, after),
  });
}
