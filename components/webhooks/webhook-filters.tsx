"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useTransition } from "react";

import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { WebhookFilter } from "@/lib/desk/webhook";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

import { eventWords } from "./words";

export interface WebhookFiltersProps {
  readonly filter: WebhookFilter;
  readonly environments: readonly Environment[];
  readonly types: readonly string[];
}

/** What of all that came is shown. A plain form whose answer is the page's address, so that a view can be kept and sent on. */
export function WebhookFilters({ filter, environments, types }: WebhookFiltersProps) {
  const router = useRouter();
  const [busy, startTransition] = useTransition();
  const show = (form: HTMLFormElement) => {
    const given = [...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" && value.trim() !== "" ? [[name, value.trim()]] : []));
    startTransition(() => router.replace(routes.webhooks(Object.fromEntries(given)), { scroll: false }));
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    show(event.currentTarget);
  };
  const chosen = Object.values(filter).some((value) => value !== undefined);
  return (
    <form
      key={JSON.stringify(filter)}
      action={routes.webhooks()}
      onSubmit={onSubmit}
      onChange={(event) => event.target instanceof HTMLSelectElement && show(event.currentTarget)}
      aria-label="Show only"
      aria-busy={busy}
      className="flex flex-wrap items-end gap-3 max-md:grid max-md:grid-cols-2"
    >
      <SelectField
        id="environment"
        name="environment"
        label="Environment"
        className="md:w-32"
        optional="quietly"
        defaultValue={filter.environment ?? ""}
        options={[{ value: "", label: "Both" }, ...environments.map((value) => ({ value, label: value.toUpperCase() }))]}
      />
      <SelectField
        id="type"
        name="type"
        label="Event"
        className="md:w-52"
        optional="quietly"
        defaultValue={filter.type ?? ""}
        options={[{ value: "", label: "Any" }, ...types.map((value) => ({ value, label: eventWords(value) }))]}
      />
      <SelectField
        id="verdict"
        name="verdict"
        label="Standing"
        className="md:w-40"
        optional="quietly"
        defaultValue={filter.verdict ?? ""}
        options={[
          { value: "", label: "Any" },
          { value: "waiting", label: "Waiting" },
          { value: "late", label: "Late" },
          { value: "duplicate", label: "Came twice or more" },
          { value: "refused", label: "Refused" },
        ]}
      />
      <TextField
        id="account"
        name="account"
        label="Account id"
        className="min-w-0 flex-1 md:max-w-sm"
        optional="quietly"
        mono
        maxLength={255}
        defaultValue={filter.account ?? ""}
      />
      <Button type="submit" loading={busy}>
        Show
      </Button>
      {chosen && (
        <Button variant="ghost" onClick={() => startTransition(() => router.replace(routes.webhooks(), { scroll: false }))}>
          Show all
        </Button>
      )}
    </form>
  );
}
