"use client";

import { useQuery } from "@tanstack/react-query";
import { FailedRead } from "@/components/operation/failed-read";
import { useFailure } from "@/components/operation/use-failure";
import { Badge } from "@/components/ui/badge";
import { LinesSkeleton } from "@/components/ui/skeleton";
import type { Tone } from "@/components/ui/tone";
import type { CategoryFit, EnablementFit } from "@/lib/desk/product";
import type { Environment } from "@/lib/klarna/environment";
import { readDesk } from "@/lib/query/read";

import { Consequence } from "./order-dialog";

export interface CategoryTouchesProps {
  readonly environment: Environment;
  readonly accountId: string;
  readonly productId: string;
  readonly code: string;
}

/** The payment programs that were enabled for the product, each with whether it fits another category. */
export function CategoryTouches({ environment, accountId, productId, code }: CategoryTouchesProps) {
  const read = useQuery({
    ...readDesk<CategoryFit>(`merchants/${encodeURIComponent(accountId)}/products/fit`, { environment, product_id: productId, code }),
    staleTime: 60_000,
    retry: false,
  });
  const { data, refetch } = read;
  const problem = useFailure(read);
  const touched = data?.enablements.filter(({ fits }) => fits !== "yes") ?? [];
  return (
    <>
      {problem && <FailedRead title="Which enabled programs it touches couldn't be read" stale={data !== undefined} problem={problem} refetch={refetch} />}
      {(data || !problem) && (
        <Consequence title="Enabled programs">
          <p role="status">{data ? sentence(data, touched.length) : "Being read from Klarna …"}</p>
          {!data && <LinesSkeleton lines={2} />}
          {data && data.enablements.length > 0 && (
            <ul className="mt-2 grid gap-2">
              {data.enablements.map((enablement) => (
                <Enablement key={enablement.payment_program_enablement_id} enablement={enablement} />
              ))}
            </ul>
          )}
        </Consequence>
      )}
    </>
  );
}

function Enablement({ enablement: { program, countries, effective_to, fits, because } }: { readonly enablement: EnablementFit }) {
  const [tone, label] = looks[fits];
  return (
    <li className="rounded border px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="wrap-anywhere min-w-0 font-medium text-ink">{program}</span>
        <Badge tone={tone}>{label}</Badge>
      </div>
      <p className="text-xs">
        {countries.length > 0 ? countries.join(", ") : "Every country"}
        {effective_to && `, until ${effective_to.slice(0, 10)}`}
      </p>
      {because && <p className="text-ink">{because}</p>}
    </li>
  );
}

const looks: Readonly<Record<EnablementFit["fits"], readonly [Tone, string]>> = {
  yes: ["good", "Fits"],
  partly: ["waiting", "Fits in part"],
  no: ["wrong", "Doesn't fit"],
  unknown: ["off", "Can't be told"],
};

function sentence({ code, enablements }: CategoryFit, touched: number): string {
  if (enablements.length === 0) return "No payment program was enabled for this product by choice, so none is touched.";
  if (touched === 0) return `All ${enablements.length} fit ${code}.`;
  return `${touched} of ${enablements.length} ${touched === 1 ? "doesn't" : "don't"} fit ${code} as made. What Klarna does with ${touched === 1 ? "it" : "them"} isn't known: look at ${touched === 1 ? "it" : "them"} afterwards.`;
}
