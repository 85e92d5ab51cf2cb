import { z } from "zod";

import { environments } from "@/lib/klarna/environment";
import { checkPathParam } from "@/lib/klarna/identifier";
import { wholeNumber } from "@/lib/klarna/query";
import { serveDesk } from "@/lib/server/desk";
import { touched } from "@/lib/server/pricing/touched";

const input = z.strictObject({
  environment: z.enum(environments),
  kind: z.enum(["price", "program"]),
  plan: z.string().refine((id) => checkPathParam("price_plan_id", id) === undefined, "isn't one of Klarna's identifiers"),
  before: wholeNumber(0),
  version: wholeNumber(0),
  after: z.string().max(6_000).optional(),
});

export function GET(request: Request) {
  return serveDesk(request, { name: "prices.touched", permission: "merchants:read", input, answer: touched });
}
