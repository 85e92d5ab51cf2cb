import { useQuery } from "@tanstack/react-query";

import { FailedRead } from "@/components/operation/failed-read";
import { useFailure } from "@/components/operation/use-failure";
import { Combobox } from "@/components/ui/combobox";
import { SelectField } from "@/components/ui/select-field";
import { LinesSkeleton } from "@/components/ui/skeleton";
import { TextField } from "@/components/ui/text-field";
import type { MerchantCategory } from "@/lib/desk/check";
import type { RunAct } from "@/lib/desk/run";
import type { Tag } from "@/lib/desk/tag";
import type { Environment } from "@/lib/klarna/environment";
import { readDesk } from "@/lib/query/read";
import { send } from "@/lib/query/send";
import { TagChip } from "../tag-chip";
import type { RunDraft } from "./acts";

export interface OrderFieldsProps {
  readonly environment: Environment;
  readonly act: RunAct;
  readonly draft: RunDraft;
  readonly onDraft: (draft: RunDraft) => void;
  /** What the desk has refused of a field. */
  readonly fault: (path: string) => string | undefined;
}

/** What has to be said before something can be done to many: it is the same for each of them. */
export function OrderFields(props: OrderFieldsProps) {
  if (props.act === "suspend") return <SuspensionFields {...props} />;
  if (props.act === "change-category") return <CategoryField {...props} />;
  return props.act === "tag" ? <TagFields {...props} /> : null;
}

function SuspensionFields({ draft, onDraft, fault }: OrderFieldsProps) {
  return (
    <>
      <SelectField
        label="Why"
        value={draft.reason}
        onChange={(event) => onDraft({ ...draft, reason: event.target.value })}
        placeholder="Choose a reason"
        options={reasons}
        error={fault("order.reason")}
      />
      <TextField
        label="Details for Klarna"
        value={draft.details}
        onChange={(event) => onDraft({ ...draft, details: event.target.value })}
        maxLength={255}
        autoComplete="off"
        error={fault("order.details")}
        help="The same for each of them. Klarna keeps it with the product, and your colleagues can read it: name no customers."
      />
    </>
  );
}

const reasons = [
  { value: "FRAUD", label: "Fraud, or the suspicion of it" },
  { value: "VOLUNTARY", label: "Voluntary: closed, paused or leaving" },
];

function CategoryField({ draft, onDraft, fault }: OrderFieldsProps) {
  return (
    <Combobox
      label="New merchant category"
      value={draft.code}
      onChange={(code) => onDraft({ ...draft, code })}
      options={searchCategories}
      placeholder="Type a word or a code: shoes, 5661"
      help="What they sell, as the card schemes class it. It becomes the category of each of their products."
      error={fault("order.code")}
    />
  );
}

async function searchCategories(q: string, signal: AbortSignal) {
  const found = await send<readonly MerchantCategory[]>("/api/desk/categories", { search: { q: q.slice(0, 100) }, signal });
  return found.map(({ code, name }) => ({ value: code, label: name, detail: code }));
}

function TagFields({ environment, draft, onDraft, fault }: OrderFieldsProps) {
  const read = useQuery(readDesk<readonly Tag[]>("tags", { environment }));
  const { data: tags, refetch } = read;
  const unread = useFailure(read);
  // Names that were read once stay to choose from, whatever becomes of another reading.
  if (!tags) return unread ? <FailedRead title="The tags couldn't be read" problem={unread} refetch={refetch} /> : <LinesSkeleton lines={3} />;
  if (tags.length === 0) return <p className="text-muted">There are no tags yet. Select a merchant and press Tag to make the first.</p>;
  const toggle = (id: string) => onDraft({ ...draft, tags: draft.tags.includes(id) ? draft.tags.filter((tag) => tag !== id) : [...draft.tags, id] });
  return (
    <fieldset>
      <legend className="font-medium">Tags to add</legend>
      <ul className="mt-1 grid gap-1">
        {tags.map((tag) => (
          <li key={tag.id}>
            <label className="flex min-h-8 items-center gap-2.5 max-md:min-h-11">
              <input type="checkbox" className="size-4 shrink-0 accent-accent" checked={draft.tags.includes(tag.id)} onChange={() => toggle(tag.id)} />
              <TagChip tag={tag} />
            </label>
          </li>
        ))}
      </ul>
      {fault("order.tags") && <p className="text-wrong text-xs">{fault("order.tags")}</p>}
    </fieldset>
  );
}
