import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { type Column, Table } from "@/components/ui/table";
import type { PlanTouch, TouchedMerchant } from "@/lib/desk/pricing";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

export interface TouchedListProps {
  readonly environment: Environment;
  readonly pages: readonly PlanTouch[];
  readonly more: { readonly busy: boolean; readonly fetch: () => void } | undefined;
  readonly kind: "price" | "program";
}

/** How much a change brings, and the merchants that it touches. */
export function TouchedList({ environment, pages, more, kind }: TouchedListProps) {
  const [first] = pages;
  if (!first) return null;
  const merchants = pages.flatMap((page) => page.merchants);
  const names = new Map(first.profiles.map(({ id, name }) => [id, name]));
  const thing =
    kind === "price"
      ? first.changes === 1
        ? "price becomes"
        : "prices become"
      : first.changes === 1
        ? "place of a program becomes"
        : "places of programs become";
  const columns: readonly Column<TouchedMerchant>[] = [
    { key: "name", header: "Merchant", cell: ({ account_name, account_reference, account_id }) => account_name || account_reference || account_id },
    { key: "categories", header: "Categories that change", width: "w-[28%]", cell: ({ categories }) => categories.join(", ") || "–" },
    { key: "profiles", header: "Under profile", width: "w-[30%]", cell: ({ profiles }) => profiles.map((id) => names.get(id) ?? id).join(", ") },
  ];
  return (
    <div className="grid grid-cols-1 gap-3">
      <p role="status">
        {first.changes === 0
          ? "Nothing becomes different."
          : `${first.changes.toLocaleString("en")} ${thing} different, in ${categoriesWords(first)}. ${merchantsWords(first.total)}`}
      </p>
      {first.changes > 0 && (
        <Table
          caption="Merchants that the change touches"
          columns={columns}
          rows={merchants}
          rowKey={({ account_id }) => account_id}
          rowHref={({ account_id }) => routes.merchant(environment, account_id)}
          empty={
            <EmptyState title="No merchant of the directory is touched">
              {first.profiles.length === 0 ? "No profile carries this plan." : "None has a product under a profile of this plan, in a category that changes."}
            </EmptyState>
          }
        />
      )}
      {more && (
        <div className="flex flex-wrap items-center gap-3">
          <Button loading={more.busy} onClick={more.fetch}>
            Show more
          </Button>
          <span className="text-muted tabular-nums">
            {merchants.length.toLocaleString("en")} of {first.total.toLocaleString("en")}
          </span>
        </div>
      )}
    </div>
  );
}

function categoriesWords({ categories }: PlanTouch): string {
  if (categories.some(({ code }) => code === "")) return "every category";
  return categories.length === 1 ? `category ${categories[0]?.code}` : `${categories.length} categories`;
}

function merchantsWords(total: number): string {
  if (total === 0) return "";
  return total === 1 ? "1 merchant has a product that it touches." : `${total.toLocaleString("en")} merchants have a product that it touches.`;
}
