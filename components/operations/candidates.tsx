import { Link } from "@/components/ui/link";

import { MonoId } from "@/components/ui/mono-id";
import { RelativeTime } from "@/components/ui/relative-time";
import type { OperationEvidence } from "@/lib/desk/operation";
import { routes } from "@/lib/routes";

/** The accounts that the desk knows by the reference that was sent: one of them may be what it made. */
export function Candidates({ operation: { candidates, environment } }: { readonly operation: OperationEvidence }) {
  return (
    <section aria-labelledby="candidates">
      <h2 id="candidates" className="mb-2 border-b pb-2 font-semibold text-base">
        Merchants with the reference that was sent
      </h2>
      <ul className="grid gap-3">
        {candidates.map(({ account_id, account_name, first_seen_at, taken }) => (
          <li key={account_id}>
            <Link href={routes.merchant(environment, account_id)} className="font-medium hover:underline">
              {account_name ?? "Without a name"}
            </Link>
            <div className="text-muted text-xs">
              Known to the desk since <RelativeTime at={first_seen_at} />
              {taken && " · made by another operation"}
            </div>
            <MonoId value={account_id} label="account id" />
          </li>
        ))}
      </ul>
    </section>
  );
}
