import { z } from "zod";

import { serveDesk } from "@/lib/server/desk";
import { merchantAddress } from "@/lib/server/merchants/address";
import { claim, claimOf, releaseClaim, renewClaim } from "@/lib/server/merchants/claim";

type Context = RouteContext<"/api/desk/merchants/[account_id]/claim">;

const claiming = merchantAddress.extend({ over: z.uuid("isn't a person's id").toLowerCase().optional() });

export async function GET(request: Request, { params }: Context) {
  return serveDesk(
    request,
    {
      name: "claims.get",
      permission: "merchants:read",
      input: merchantAddress,
      answer: ({ environment, account_id }) => claimOf(environment, account_id),
    },
    await params,
  );
}

export async function POST(request: Request, { params }: Context) {
  return serveDesk(
    request,
    {
      name: "claims.claim",
      permission: "notes:write",
      input: claiming,
      answer: ({ environment, account_id, over }, { personId }) => claim(environment, account_id, personId, over),
    },
    await params,
  );
}

export async function PUT(request: Request, { params }: Context) {
  return serveDesk(
    request,
    {
      name: "claims.renew",
      permission: "notes:write",
      input: merchantAddress,
      answer: ({ environment, account_id }, { personId }) => renewClaim(environment, account_id, personId),
    },
    await params,
  );
}

export async function DELETE(request: Request, { params }: Context) {
  return serveDesk(
    request,
    {
      name: "claims.release",
      permission: "notes:write",
      input: merchantAddress,
      answer: ({ environment, account_id }, { personId }) => releaseClaim(environment, account_id, personId),
    },
    await params,
  );
}
