import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { Debt } from "@/components/payouts/debt";
import { Equation } from "@/components/payouts/equation";
import { LineProof } from "@/components/payouts/line-proof";
import { LineTable } from "@/components/payouts/line-table";
import { OtherFields } from "@/components/payouts/other-fields";
import { PayoutActs } from "@/components/payouts/payout-acts";
import { PayoutFacts } from "@/components/payouts/payout-facts";
import { ProofBadge } from "@/components/payouts/proof-badge";
import { Sums } from "@/components/payouts/sums";
import { TypeLinks } from "@/components/payouts/type-links";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { ProblemError } from "@/lib/klarna/problem";
import { environmentOf, readParams, routes } from "@/lib/routes";
import { allowed, signedInTo, signedInWith } from "@/lib/server/page";
import { titleById } from "@/lib/server/page-title";
import { findPayout } from "@/lib/server/payouts/find";
import { type LineQuestion, listLines } from "@/lib/server/payouts/lines";
import { totalsIn } from "@/lib/server/payouts/sync/payout-row";

type Props = PageProps<"/[environment]/payouts/[payment_reference]">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return titleById(params, "payment_reference", "Payout");
}

export default async function PayoutPage({ params, searchParams }: Props) {
  const given = await readParams(params);
  const { environment } = await signedInTo(environmentOf(given));
  await signedInWith("settlements:read");
  const reference = given?.payment_reference ?? "";
  const search = await searchParams;
  const [type, after] = [search.type, search.after].map((one) => (typeof one === "string" && one !== "" ? one : undefined));
  const payout = await findPayout(environment, reference);
  // Where it can be asked for at Klarna.
  if (!payout) redirect(routes.payouts(environment, { find: reference }));
  const { lines, next } = await linesOf({ environment, reference, type }, after);
  const totals = totalsIn(payout.content);
  const address = (more: Readonly<Record<string, string>>) => `${routes.payout(environment, reference, { ...(type && { type }), ...more })}#lines`;
  return (
    <>
      <PageHeader
        title={reference}
        aside={<ProofBadge payout={payout} />}
        breadcrumb={<Breadcrumb items={[{ label: "Payouts", href: routes.payouts(environment) }, { label: reference }]} />}
        actions={
          <PayoutActs
            environment={environment}
            reference={reference}
            mayExport={await allowed("settlements:export")}
            {...(!payout.connected && { unavailable: "The connection that it was read by was removed" })}
          />
        }
      />
      <PayoutFacts payout={payout} />
      <Equation payout={payout} totals={totals} />
      <LineProof payout={payout} />
      <Sums payout={payout} />
      <Debt environment={environment} payout={payout} totals={totals} />
      <OtherFields content={payout.content} />
      <section aria-labelledby="lines" className="mt-8">
        <h2 id="lines" className="mb-2 font-semibold text-base">
          Lines
        </h2>
        <TypeLinks environment={environment} payout={payout} chosen={type} />
        <LineTable
          environment={environment}
          caption="Lines by when they were booked"
          lines={lines}
          empty={payout.lines_due ? "Its lines are still to be read" : "There is no such line"}
        />
        <nav aria-label="Pages of the lines" className="mt-4 flex gap-2">
          {after !== undefined && <ButtonLink href={address({})}>The first</ButtonLink>}
          {next !== null && <ButtonLink href={address({ after: next })}>More</ButtonLink>}
        </nav>
      </section>
    </>
  );
}

function linesOf(question: LineQuestion, after: string | undefined) {
  return listLines(question, after).catch((error: unknown) => {
    if (ProblemError.of(error).problem.status !== 400) throw error;
    return listLines(question);
  });
}
