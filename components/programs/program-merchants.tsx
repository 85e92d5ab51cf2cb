import { useId } from "react";

import { countryName } from "@/components/operation/country-name";
import { Moment } from "@/components/ui/moment";
import { type Column, Table } from "@/components/ui/table";
import type { ProgramMerchant } from "@/lib/desk/program-plan";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

export interface ProgramMerchantsProps {
  readonly environment: Environment;
  readonly merchants: readonly ProgramMerchant[];
  readonly total: number;
}

/** Who has a program enabled now or will have, as the desk last saw it. */
export function ProgramMerchants({ environment, merchants, total }: ProgramMerchantsProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="border-b pb-2 font-semibold text-base">
        Merchants that have it enabled
      </h2>
      <p className="my-2 max-w-prose text-pretty text-muted">
        {total > merchants.length && `The ${merchants.length} of ${total.toLocaleString("en")} whose enablement ends first. `}
        Where a program is always on nobody enables it, so nobody is listed for it.
      </p>
      <Table
        caption="Merchants that have it enabled"
        columns={columns}
        rows={merchants.map((merchant, index) => ({ ...merchant, key: `${merchant.account_id} ${index}` }))}
        rowKey={({ key }) => key}
        rowHref={({ account_id }) => routes.merchant(environment, account_id, "programs")}
        empty={<p>No merchant that the desk knows has enabled it.</p>}
      />
    </section>
  );
}

type Line = ProgramMerchant & { readonly key: string };

const columns: readonly Column<Line>[] = [
  { key: "merchant", header: "Merchant", cell: ({ merchant }) => merchant },
  { key: "countries", header: "Countries", cell: ({ countries }) => countries?.map(countryName).join(", ") ?? "Every country" },
  { key: "categories", header: "Categories", width: "w-[15%]", least: 8, cell: ({ categories }) => categories?.join(", ") ?? "Every category" },
  { key: "from", header: "From", width: "w-[12%]", least: 6.5, cell: ({ effective_from }) => <Moment at={effective_from} none="Always" /> },
  { key: "to", header: "Until", width: "w-[12%]", least: 6.5, cell: ({ effective_to }) => <Moment at={effective_to} none="Open" /> },
];
