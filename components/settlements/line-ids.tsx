import type { SettlementLine } from "@/lib/desk/settlement";

/** Which capture, refund, dispute and chargeback of its payment a transaction belongs to, by id and reference; and what its report says of it in columns that nobody here knows. */
export function LineIds({ line }: { readonly line: SettlementLine }) {
  const { payment_id, capture_id, capture_reference, refund_id, refund_reference, dispute_id, chargeback_id, rest } = line;
  const parts = [
    ["Capture", capture_id, capture_reference],
    ["Refund", refund_id, refund_reference],
    ["Dispute", dispute_id, null],
    ["Chargeback", chargeback_id, null],
    ...Object.entries(rest ?? {}).map(([name, value]) => [name, value, null] as const),
  ] as const;
  const named = parts.filter(([, id, reference]) => id || reference);
  if (named.length === 0) return <span className="text-muted">–</span>;
  return (
    <ul className="grid gap-0.5">
      {named.map(([name, id, reference]) => (
        <li key={name} className="wrap-anywhere">
          <span className="text-muted">{name}</span>{" "}
          <span className="mono" title={id ?? undefined}>
            {[shorter(id, payment_id), reference].filter(Boolean).join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What an id has behind that of its payment, which stands above all of them. */
function shorter(id: string | null, paymentId: string): string | null {
  return id !== null && paymentId !== "" && id !== paymentId && id.startsWith(paymentId) ? `…${id.slice(paymentId.length)}` : id;
}
