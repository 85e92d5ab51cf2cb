import { History, Truck } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { ListDownload } from "@/components/operation/list-download";
import { PayoutFilters } from "@/components/payouts/payout-filters";
import { PayoutFinder } from "@/components/payouts/payout-finder";
import { PayoutTable } from "@/components/payouts/payout-table";
import { PayoutTotals } from "@/components/payouts/payout-totals";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import type { PayoutFilter } from "@/lib/desk/payout";
import type { Environment } from "@/lib/klarna/environment";
import { can } from "@/lib/klarna/permissions";
import { ProblemError } from "@/lib/klarna/problem";
import { environmentOf, readParams, routes } from "@/lib/routes";
import { allowed, signedInTo, signedInWith } from "@/lib/server/page";
import { payoutFilterIn } from "@/lib/server/payouts/filter";
import { findByText } from "@/lib/server/payouts/find";
import { listPayouts, payoutChoices, totalPayouts } from "@/lib/server/payouts/list";

export const metadata: Metadata = { title: "Payouts" };

export default async function PayoutsPage({ params, searchParams }: PageProps<"/[environment]/payouts">) {
  const { environment } = await signedInTo(environmentOf(await readParams(params)));
  const { role } = await signedInWith("settlements:read");
  const search = await searchParams;
  const missed = await goTo(environment, search.find);
  const filter = payoutFilterIn(search);
  const after = typeof search.after === "string" ? search.after : undefined;
  const [page, totals, choices] = await Promise.all([pageOf(environment, filter, after), totalPayouts(environment, filter), payoutChoices(environment)]);
  const asked = Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value)]));
  return (
    <>
      <PageHeader
        title="Payouts"
        description="What Klarna has transferred to merchants of its Settlements API, each proved by its totals and its lines."
        actions={
          <>
            {can(role, "settlements:export") && <ListDownload path="/api/desk/payouts/csv" search={{ environment, ...asked }} />}
            <ButtonLink href={routes.payoutsInTransit(environment)} icon={<Truck aria-hidden />}>
              In transit
            </ButtonLink>
            <ButtonLink href={routes.payoutReadings(environment)} icon={<History aria-hidden />}>
              Readings
            </ButtonLink>
          </>
        }
      />
      <PayoutFinder key={missed} environment={environment} missed={missed} />
      <PayoutFilters key={JSON.stringify(asked)} environment={environment} asked={filter} choices={choices} />
      <PayoutTotals totals={totals} />
      <PayoutTable environment={environment} payouts={page.payouts} asked={Object.keys(asked).length > 0} nothing={await whatToDo()} />
      <nav aria-label="Pages of the list" className="mt-4 flex gap-2">
        {after !== undefined && <ButtonLink href={routes.payouts(environment, asked)}>The latest</ButtonLink>}
        {page.next !== null && <ButtonLink href={routes.payouts(environment, { ...asked, after: page.next })}>Older</ButtonLink>}
      </nav>
    </>
  );
}

/** Goes to what somebody looks for; answers the text when the desk knows nothing under it. */
async function goTo(environment: Environment, given: unknown): Promise<string | undefined> {
  const text = typeof given === "string" ? given.trim().slice(0, 200) : "";
  if (text === "") return undefined;
  const found = await findByText(environment, text);
  if (!found) return text;
  return redirect("payout" in found ? routes.payout(environment, found.payout) : routes.payoutOrder(environment, found.order));
}

/** A page's address that was cut off or made up leads to the first one. */
function pageOf(environment: Environment, filter: PayoutFilter, after: string | undefined) {
  return listPayouts(environment, filter, after).catch((error: unknown) => {
    if (ProblemError.of(error).problem.status !== 400) throw error;
    return listPayouts(environment, filter);
  });
}

async function whatToDo() {
  const mayConnect = await allowed("payouts:connect");
  if (!mayConnect) return "Once an admin has connected a merchant's payouts, and they were read, they stand here.";
  return (
    <>
      Connect a merchant of the Settlements API, and its payouts are read from then on.{" "}
      <a className="underline" href={routes.payoutConnections}>
        Payout connections
      </a>
    </>
  );
}
