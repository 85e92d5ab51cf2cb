import { z } from "zod";

import { environments } from "@/lib/klarna/environment";
import { serveDesk } from "@/lib/server/desk";
import { paletteMerchants } from "@/lib/server/merchants/palette";

// In a body, never in an address: what is typed here may be a bank account's number.
const input = z.strictObject({
  environment: z.enum(environments),
  text: z.string().max(10_000).default(""),
  ids: z.array(z.string().max(255)).max(8).default([]),
});

/** The merchants that a typed text finds, or those of some ids: for the command palette. */
export function POST(request: Request) {
  return serveDesk(request, { name: "palette", permission: "merchants:read", input, answer: paletteMerchants });
}
