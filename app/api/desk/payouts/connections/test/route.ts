import { serveDesk } from "@/lib/server/desk";
import { credentialIn, testedConnection } from "@/lib/server/payouts/connections/input";
import { testAccess } from "@/lib/server/payouts/connections/test";

/** Tries a credential that isn't kept yet. */
export function POST(request: Request) {
  return serveDesk(request, {
    name: "payoutConnections.try",
    permission: "payouts:connect",
    input: testedConnection,
    answer: ({ environment, region, ...typed }) => testAccess({ environment, region, credential: credentialIn({ environment, ...typed }) }),
  });
}
