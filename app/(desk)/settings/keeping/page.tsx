import type { Metadata } from "next";

import { KeptTable } from "@/components/keeping/kept-table";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { whatIsKept } from "@/lib/server/keeping/kept";
import { signedInWith } from "@/lib/server/page";

export const metadata: Metadata = { title: "Keeping" };

export default async function KeepingPage() {
  await signedInWith("health:read");
  const { kept, last_run_at, erased } = await whatIsKept();
  return (
    <>
      <PageHeader
        title="Keeping"
        description="What the desk keeps for a while, and for how long. Each night what is older goes; what isn't settled or is still needed stays."
      />
      <p className="-mt-3 mb-4 text-muted">
        {last_run_at ? (
          <>
            Last done <RelativeTime at={last_run_at} />
          </>
        ) : (
          "Not done yet: the first time is the coming night, at 03:17 UTC."
        )}
      </p>
      <KeptTable kept={kept} />
      <section aria-labelledby="stays" className="mt-8 max-w-prose">
        <h2 id="stays" className="mb-2 font-semibold text-base">
          What stays
        </h2>
        <p className="text-pretty text-muted">
          The audit log can only be added to, so nothing of it goes. It holds who did what, and what was sent to Klarna but for what is personal: names,
          references and websites of merchants can be in it. Merchants stay in the directory until an admin erases one on its page
          {erased > 0 && ` (${erased === 1 ? "one is" : `${erased} are`} erased)`}.
          {kept.every(({ thing }) => thing !== "logs") && " This desk writes its log to its output, and whatever runs the desk keeps it."}
        </p>
      </section>
    </>
  );
}
