import { Check } from "lucide-react";

import { DescriptionList } from "@/components/ui/description-list";
import { MonoId } from "@/components/ui/mono-id";
import { RelativeTime } from "@/components/ui/relative-time";
import type { OperationEvidence } from "@/lib/desk/operation";

/** What names it, and until when it can be asked again. */
export function Facts({ operation }: { readonly operation: OperationEvidence }) {
  const { idempotency_key, key_until, first_sent_at, tries, params } = operation;
  const ids = Object.entries(params).map(([name, value]) => ({ term: name, value: <MonoId value={value} label={name} /> }));
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="mb-2 border-b pb-2 font-semibold text-base">
        About it
      </h2>
      <DescriptionList
        items={[
          { term: "First sent", value: <RelativeTime at={first_sent_at} /> },
          { term: "Tries", value: tries === 1 ? "1" : `${tries}, all with the same key` },
          { term: "Key", value: <MonoId value={idempotency_key} label="idempotency key" /> },
          { term: "Key works", value: key_until ? <RelativeTime at={key_until} /> : "No longer, or not for this" },
          ...ids,
        ]}
      />
    </section>
  );
}

/** What was sent, field by field; what is marked as personal, bank data or a secret is hidden. */
export function Sent({ operation }: { readonly operation: OperationEvidence }) {
  const fields = leaves(operation.sent);
  return (
    <section aria-labelledby="sent">
      <h2 id="sent" className="mb-2 border-b pb-2 font-semibold text-base">
        What was sent
      </h2>
      {operation.sent === undefined ? (
        <p className="text-muted">Only who may do the same sees what was sent.</p>
      ) : fields.length === 0 ? (
        <p className="flex items-center gap-2 text-muted">
          <Check aria-hidden className="size-4" /> It has no content: the address says it all.
        </p>
      ) : (
        <dl className="grid gap-2">
          {fields.map(([path, value]) => (
            <div key={path} className="min-w-0">
              <dt className="wrap-anywhere font-mono text-muted text-xs">{path}</dt>
              <dd className="wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function leaves(value: unknown, path = ""): readonly (readonly [string, string])[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== "object") return [[path, String(value)]];
  return Object.entries(value).flatMap(([name, field]) => leaves(field, path === "" ? name : `${path}.${name}`));
}
