import { z } from "zod";

import { environments } from "@/lib/klarna/environment";
import { can } from "@/lib/klarna/permissions";
import { serveDesk } from "@/lib/server/desk";
import { findMoney } from "@/lib/server/finance/find-money";
import { paletteMerchants } from "@/lib/server/merchants/palette";

// In a body, never in an address: what is typed here may be a bank account's number.
const input = z.strictObject({
  environment: z.enum(environments),
  text: z.string().max(10_000).default(""),
  ids: z.array(z.string().max(255)).max(8).default([]),
});

/** The merchants that a typed text finds, or those of some ids, and the money that it is the id of: for the command palette. */
export function POST(request: Request) {
  return serveDesk(request, {
    name: "palette",
    permission: "merchants:read",
    input,
    answer: async (asked, session) => {
      const maySettlements = can(session.role, "settlements:read");
      const [merchants, money] = await Promise.all([paletteMerchants(asked, session), maySettlements ? findMoney(asked.environment, asked.text) : []]);
      return { merchants, money };
    },
  });
}
