"use client";

import { type FormEvent, useState } from "react";

import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { isRole, type Role } from "@/lib/klarna/permissions";

import { roleOptions } from "./role-words";

export interface RoleFormProps {
  readonly role: Role;
  /** Why it can't be changed here, in words. */
  readonly fixed: string | undefined;
  readonly busy: boolean;
  readonly onChange: (role: Role) => void;
}

/** What somebody may do here, and a way to change it. */
export function RoleForm({ role, fixed, busy, onChange }: RoleFormProps) {
  const [chosen, setChosen] = useState<string>(role);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isRole(chosen) && chosen !== role && !busy) onChange(chosen);
  };
  return (
    <form method="post" onSubmit={submit} className="flex max-w-xl flex-wrap items-end gap-2">
      <SelectField
        className="min-w-64 flex-1"
        label="Role"
        value={chosen}
        disabled={fixed !== undefined}
        onChange={(event) => setChosen(event.target.value)}
        options={roleOptions}
      />
      <Button type="submit" loading={busy} unavailable={fixed ?? (chosen === role ? "Choose another role first." : undefined)}>
        Change role
      </Button>
      <p className="w-full text-muted text-xs">{fixed ?? "A new role counts at once: sessions with the old one end, and they sign in again."}</p>
    </form>
  );
}
