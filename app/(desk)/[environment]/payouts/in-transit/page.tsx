import type { Metadata } from "next";

import { TransitTable } from "@/components/payouts/transit-table";
import { TransitTotals } from "@/components/payouts/transit-totals";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { TextField } from "@/components/ui/text-field";
import { environmentOf, readParams, routes } from "@/lib/routes";
import { signedInTo, signedInWith } from "@/lib/server/page";
import { payoutFilterIn } from "@/lib/server/payouts/filter";
import { inTransit, knowledge } from "@/lib/server/payouts/lines";

export const metadata: Metadata = { title: "In transit" };

export default async function InTransitPage({ params, searchParams }: PageProps<"/[environment]/payouts/in-transit">) {
  const { environment } = await signedInTo(environmentOf(await readParams(params)));
  await signedInWith("settlements:read");
  const { to: day = lastMonthEnd() } = payoutFilterIn(await searchParams);
  const cutOff = `${day}T23:59:59.999Z`;
  const [rows, { pending_at, listed_until, due }] = await Promise.all([inTransit(environment, cutOff), knowledge(environment)]);
  return (
    <>
      <PageHeader
        title="In transit"
        breadcrumb={<Breadcrumb items={[{ label: "Payouts", href: routes.payouts(environment) }, { label: "In transit" }]} />}
        description="What was captured by the end of a day and paid out only after it, or not at all yet: the balance of a clearing account."
      />
      <form method="get" action={routes.payoutsInTransit(environment)} className="mb-4 flex flex-wrap items-end gap-2" aria-label="Cut-off date">
        <TextField label="At the end of (UTC)" name="to" type="date" defaultValue={day} />
        <Button type="submit">Show</Button>
      </form>
      {due > 0 && (
        <Notice tone="waiting" className="mb-4" title={`The lines of ${due.toLocaleString("en")} ${due === 1 ? "payout are" : "payouts are"} still to be read`}>
          What they hold isn't in these sums yet.
        </Notice>
      )}
      {listed_until && (pending_at === null || pending_at < cutOff) && (
        <Notice tone="waiting" className="mb-4" title="What was captured lately may be missing">
          {pending_at
            ? `What is in no payout yet was last looked for on ${inWords(pending_at)}: what was captured after that is in these sums only once a payout brings it.`
            : "Of one connection at least, what is in no payout yet hasn't been looked through to its end, so it isn't in these sums."}{" "}
          A reading of everything looks for it anew.
        </Notice>
      )}
      <TransitTotals rows={rows} />
      <TransitTable environment={environment} rows={rows} />
      <p className="mt-3 max-w-prose text-pretty text-muted text-xs">
        {listed_until ? `Payouts are known until ${inWords(listed_until)}. ` : "Nothing has been read yet. "}
        What is in no payout yet is looked for with each reading of everything, once a week or when asked for
        {pending_at ? `: last on ${inWords(pending_at)}.` : "."}
      </p>
    </>
  );
}

/** Whoever opens this looks at the last month that is over. */
function lastMonthEnd(): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 0)).toISOString().slice(0, 10);
}

function inWords(moment: string): string {
  return `${moment.slice(0, 16).replace("T", " ")} UTC`;
}
