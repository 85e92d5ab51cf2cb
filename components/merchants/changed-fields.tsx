import clsx from "clsx";

import { isolated } from "@/lib/desk/isolated";
import type { ChangedField } from "@/lib/desk/timeline";

/** Old and new, field by field, where it may be shown; what is personal is only named. */
export function ChangedFields({ fields }: { readonly fields: readonly ChangedField[] }) {
  const [first, rest] = [fields.slice(0, few), fields.slice(few)];
  if (first.length === 0) return null;
  return (
    <div className="mt-1 text-xs">
      <Fields fields={first} />
      {rest.length > 0 && (
        <details>
          <summary className="w-fit cursor-pointer py-0.5 text-muted hover:text-ink max-md:py-3">
            {rest.length} more {rest.length === 1 ? "field" : "fields"}
          </summary>
          <Fields fields={rest} />
        </details>
      )}
    </div>
  );
}

const few = 4;

function Fields({ fields }: { readonly fields: readonly ChangedField[] }) {
  return (
    <dl className="grid gap-0.5">
      {fields.map(({ path, label, ...shown }) => (
        <div key={path} className="flex flex-wrap gap-x-2">
          <dt className={clsx("text-muted", !label && "mono")}>{label ?? path}</dt>
          <dd className="wrap-anywhere min-w-0">
            <Shown {...shown} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Shown({ before, after, masked }: Pick<ChangedField, "before" | "after" | "masked">) {
  if (masked) return <span className="text-muted">{after === null ? "removed" : before === null ? "set" : "changed"}, not shown here</span>;
  return (
    <>
      {before !== null && (
        <>
          <span className="text-muted line-through decoration-muted/60">{isolated(before)}</span>
          <span className="text-muted"> → </span>
        </>
      )}
      {after === null ? <span className="text-muted">nothing</span> : isolated(after)}
    </>
  );
}
