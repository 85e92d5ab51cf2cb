import { useState } from "react";

import { fieldMessage, useSubmit } from "@/components/operation/use-submit";
import { Button } from "@/components/ui/button";
import { ProblemNotice } from "@/components/ui/problem";
import { refuseHeld } from "@/components/ui/refuse-held";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { type Tag, type TagColour, tagColours } from "@/lib/desk/tag";
import type { Environment } from "@/lib/klarna/environment";
import { send } from "@/lib/query/send";

export interface TagFormProps {
  readonly environment: Environment;
  /** The tag to change; without one a new one is made. */
  readonly edited: Tag | undefined;
  /** With the tag as it is now; undefined when it was deleted or left as it was. */
  readonly onDone: (tag?: Tag) => Promise<void>;
}

const colours: Readonly<Record<TagColour, string>> = { grey: "Grey", blue: "Blue", green: "Green", amber: "Amber", red: "Red" };

/** Makes a tag, or renames, recolours or deletes one. */
export function TagForm({ environment, edited, onDone }: TagFormProps) {
  const [sure, setSure] = useState(false);
  const address = edited ? `/api/desk/tags/${edited.id}` : "/api/desk/tags";
  const { problem, busy, submit } = useSubmit(async (data) => {
    const body = { environment, name: data.get("name"), colour: data.get("colour") };
    await onDone(await send<Tag>(address, { method: edited ? "PUT" : "POST", body }));
  });
  const remove = useSubmit(async () => {
    await send(address, { method: "DELETE", search: { environment } });
    await onDone();
  });
  const failed = remove.problem ?? (problem?.fields.length === 0 ? problem : undefined);
  return (
    <div className="border-t pt-4">
      <form method="post" onSubmit={submit} className="grid grid-cols-[minmax(0,1fr)_8rem] gap-3">
        <TextField
          label={edited ? `New name of ${edited.name}` : "New tag"}
          name="name"
          defaultValue={edited?.name ?? ""}
          error={fieldMessage(problem, "name")}
          autoComplete="off"
        />
        <SelectField
          label="Colour"
          name="colour"
          defaultValue={edited?.colour ?? "grey"}
          options={tagColours.map((value) => ({ value, label: colours[value] }))}
        />
        <div className="col-span-2 flex flex-wrap gap-2">
          <Button type="submit" loading={busy}>
            {edited ? "Change tag" : "Add tag"}
          </Button>
          {edited && <Button onClick={() => void onDone(edited)}>Leave it</Button>}
        </div>
      </form>
      {edited && (
        <form method="post" onSubmit={remove.submit} className="mt-3">
          {/* Two buttons, not one that changes: that would be a submit button by the end of the press that only asked. */}
          {sure ? (
            // The second press of a double click, and what a held key goes on pressing, were meant for the button before.
            <Button
              key="sure"
              type="submit"
              variant="danger"
              loading={remove.busy}
              autoFocus
              onKeyDown={refuseHeld}
              onClick={(event) => event.detail > 1 && event.preventDefault()}
            >
              Delete {edited.name} from every merchant
            </Button>
          ) : (
            <Button key="ask" variant="ghost" size="sm" onClick={() => setSure(true)}>
              Delete this tag …
            </Button>
          )}
        </form>
      )}
      {failed && <ProblemNotice problem={failed} className="mt-3" />}
    </div>
  );
}
