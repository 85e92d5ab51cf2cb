"use client";

import { Ban, RotateCcw, Tags } from "lucide-react";
import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";

import { Button } from "@/components/ui/button";
import type { DirectoryProduct } from "@/lib/desk/merchant";
import type { ProductChange } from "@/lib/desk/product";
import { type ProductAct, productActs, whyNot } from "@/lib/klarna/product-change";

import { useMerchantHere } from "../merchant-context";
import { actMeanings, actVerbs } from "./order-words";
import type { ProductAccess } from "./product-access";

// Whoever only reads needn't load the forms.
const SuspendDialog = dynamic(() => import("./suspend-dialog").then((module) => module.SuspendDialog));
const ReactivateDialog = dynamic(() => import("./reactivate-dialog").then((module) => module.ReactivateDialog));
const CategoryDialog = dynamic(() => import("./category-dialog").then((module) => module.CategoryDialog));

export interface ProductActsProps {
  readonly product: DirectoryProduct;
  readonly details: string | undefined;
  readonly access: ProductAccess;
  readonly suspension: ProductChange | undefined;
}

/** What somebody is asked about, and all that they were told as that began: it doesn't change while they read it. */
interface Asked extends Pick<ProductActsProps, "details" | "suspension"> {
  readonly act: ProductAct;
  readonly product: DirectoryProduct & { readonly product_id: string };
}

/** What can be done with a product, and for what can't, why. */
export function ProductActs({ product, details, access, suspension }: ProductActsProps) {
  const { merchant } = useMerchantHere();
  const [asking, setAsking] = useState<Asked>();
  const { product_id } = product;
  // Suspending what is off, and reactivating what isn't, needs no words: the other one is offered.
  const offered = productActs.filter((act) => act === "change-category" || (act === "reactivate") === isOff(product));
  const reasons = offered.flatMap((act) => {
    const reason = whyNot({ act }, merchant, product);
    return reason ? [{ act, reason }] : [];
  });
  const ask = (act: ProductAct) => product_id !== undefined && setAsking({ act, product: { ...product, product_id }, details, suspension });
  // Its words may be read only after it was opened.
  if (asking && asking.details === undefined && details !== undefined) setAsking({ ...asking, details });
  const given = asking && { product: asking.product, details: asking.details, now: product, onClose: () => setAsking(undefined) };
  return (
    <div className="mb-3 grid gap-2">
      <div className="flex flex-wrap gap-2">
        {offered
          .filter((act) => access.may.includes(act))
          .map((act) => (
            // One in the place of the other, so that the focus stays where it was.
            <Button
              key={act === "change-category" ? act : "on-off"}
              data-command={act}
              icon={icons[act]}
              unavailable={reasons.find((one) => one.act === act)?.reason}
              onClick={() => ask(act)}
            >
              {actVerbs[act]} …
            </Button>
          ))}
      </div>
      {sentences(reasons).map(({ title, reason }) => (
        <p key={title} className="max-w-prose text-pretty text-muted">
          <span className="font-medium text-ink">{title}:</span> {reason}
        </p>
      ))}
      {offered
        .filter((act) => access.askInstead[act] && !reasons.some((one) => one.act === act))
        .map((act) => (
          <p key={act} className="text-muted">
            Your role can't {actMeanings[act]}: ask somebody in {access.askInstead[act]}.
          </p>
        ))}
      {given && asking.act === "suspend" && <SuspendDialog {...given} />}
      {given && asking.act === "reactivate" && <ReactivateDialog {...given} suspension={asking.suspension} />}
      {given && asking.act === "change-category" && <CategoryDialog {...given} />}
    </div>
  );
}

function isOff({ state }: DirectoryProduct): boolean {
  return state !== undefined && state !== "ENABLED";
}

/** One sentence for all that can't be done for the same reason. */
function sentences(reasons: readonly { readonly act: ProductAct; readonly reason: string }[]): readonly { readonly title: string; readonly reason: string }[] {
  const texts = [...new Set(reasons.map(({ reason }) => reason))];
  return texts.map((reason) => {
    const acts = reasons.filter((one) => one.reason === reason).map(({ act }) => actVerbs[act]);
    const [first, ...others] = acts;
    return { title: `${[first, ...others.map((act) => act.toLowerCase())].join(" and ")} ${others.length > 0 ? "aren't" : "isn't"} offered`, reason };
  });
}

const icons: Readonly<Record<ProductAct, ReactNode>> = {
  suspend: <Ban aria-hidden />,
  reactivate: <RotateCcw aria-hidden />,
  "change-category": <Tags aria-hidden />,
};
