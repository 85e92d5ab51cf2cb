"use client";

import { RelativeTime } from "@/components/ui/relative-time";

import { gapWords } from "./gap-words";
import { useSettlementHere } from "./settlement-context";

/** Who has accepted what of it, and why. */
export function Acceptances() {
  const { settlement } = useSettlementHere();
  const { acceptances, currency } = settlement;
  if (acceptances.length === 0) return null;
  return (
    <section aria-labelledby="accepted" className="mt-8">
      <h2 id="accepted" className="border-b pb-2 font-semibold text-base">
        Accepted differences
      </h2>
      <ul>
        {acceptances.map(({ person, accepted_at, reason, current, ...gaps }) => (
          <li key={accepted_at} className="border-b py-3 last:border-0">
            <p>
              <span className="font-medium">{person}</span> accepted {currency && gapWords(gaps, currency)}{" "}
              <span className="text-muted">
                <RelativeTime at={accepted_at} />
              </span>
            </p>
            <p className="wrap-anywhere mt-1 whitespace-pre-wrap">{reason ?? "The reason was kept under a data key that this desk no longer has."}</p>
            {!current && <p className="mt-1 text-muted">That was of an earlier report, or of another debt, and doesn't count for what stands here now.</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
