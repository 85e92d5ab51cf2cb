import { Notice } from "@/components/ui/notice";
import { partIn } from "@/lib/klarna/file/parts";

import { useMerchantHere } from "../merchant-context";
import { otherFields } from "./other-fields";
import type { Step } from "./steps";

/** Says which fields that nobody knows stand beside those that are sent whole: the reference lets nobody send them, so Klarna may drop them. */
export function LeftOut({ step: { part, edited, rows } }: { readonly step: Step }) {
  const { account } = useMerchantHere();
  const fields = partIn(account, part);
  if (edited.act !== "update" || !fields) return null;
  const whole = new Set(rows.flatMap(({ name, kind }) => (name.includes(".") || kind === "links" ? [topOf(name)] : [])));
  const left = otherFields(part.resource, fields).filter(({ name }) => whole.has(topOf(name)));
  if (left.length === 0) return null;
  return (
    <Notice tone="waiting" title={`Klarna keeps more here than the desk knows: ${left.map(({ name }) => name).join(", ")}`}>
      What belongs together is sent whole, and this can't be sent with it: Klarna may drop it. Note it down first if it matters; it stands on the page.
    </Notice>
  );
}

function topOf(name: string): string {
  return name.split(".")[0] ?? name;
}
