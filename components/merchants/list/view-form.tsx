import { type FormEvent, useState } from "react";

import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { TextField } from "@/components/ui/text-field";
import type { SavedView } from "@/lib/desk/view";

export interface ViewFormProps {
  /** The view that gets another name; without one a new view gets its first. */
  readonly edited: SavedView | undefined;
  readonly busy: boolean;
  readonly onSave: (given: Pick<SavedView, "name" | "shared">) => Promise<void>;
  readonly onCancel: () => void;
}

/** What a view is called and who sees it. */
export function ViewForm({ edited, busy, onSave, onCancel }: ViewFormProps) {
  const [name, setName] = useState(edited?.name ?? "");
  const [shared, setShared] = useState(edited?.shared ?? false);
  const [pressed, setPressed] = useState(false);
  const missing = name.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (!missing && !busy) void onSave({ name, shared });
  };
  return (
    <form method="post" onSubmit={submit} className="grid gap-3">
      <TextField
        label="Name of the view"
        value={name}
        maxLength={60}
        autoFocus
        autoComplete="off"
        error={pressed && missing ? "Give the view a name" : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <CheckboxField
        label="For the whole team"
        help="Everybody sees it; you, operations and admins can change it."
        checked={shared}
        onChange={(event) => setShared(event.target.checked)}
      />
      <div className="flex gap-2">
        <Button type="submit" variant="primary" loading={busy}>
          {edited ? `Save ${edited.name}` : "Save view"}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
