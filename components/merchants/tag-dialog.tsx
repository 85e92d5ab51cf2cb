"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { FailedRead } from "@/components/operation/failed-read";
import { useFailure } from "@/components/operation/use-failure";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNotice } from "@/components/ui/problem";
import { LinesSkeleton } from "@/components/ui/skeleton";
import type { DirectoryMerchant } from "@/lib/desk/merchant";
import { spokenName } from "@/lib/desk/merchant";
import type { Tag } from "@/lib/desk/tag";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { readDesk } from "@/lib/query/read";
import { send } from "@/lib/query/send";
import { TagChip } from "./tag-chip";
import { TagForm } from "./tag-form";

export interface TagDialogProps {
  readonly environment: Environment;
  readonly merchants: readonly DirectoryMerchant[];
  readonly onClose: () => void;
}

/** Which tags some merchants have. A tag that only some of them have is left as it is until it is ticked or unticked. */
export function TagDialog({ environment, merchants, onClose }: TagDialogProps) {
  const client = useQueryClient();
  const read = useQuery(readDesk<readonly Tag[]>("tags", { environment }));
  const { data: tags, refetch } = read;
  const unread = useFailure(read);
  const [wanted, setWanted] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [edited, setEdited] = useState<Tag>();
  // The new tag's form begins anew after a tag that was made with it, and never because a list came, an edit was begun, or the next name is typed already.
  const [made, setMade] = useState(0);
  const newTag = useRef<HTMLDivElement>(null);
  const sentName = useRef<string>(undefined);
  const typedName = () => newTag.current?.querySelector("input")?.value;
  const share = (id: string) => merchants.filter((merchant) => merchant.tags.some((tag) => tag.id === id)).length / merchants.length;
  const refresh = () => Promise.all(["merchants", "tags"].map((key) => client.invalidateQueries({ queryKey: [key] })));
  const ticked = (value: boolean) => [...wanted].filter(([, want]) => want === value).map(([id]) => id);
  const save = useMutation({
    mutationFn: () =>
      send("/api/desk/tags/give", {
        method: "POST",
        body: { environment, account_ids: merchants.map(({ account_id }) => account_id), add: ticked(true), remove: ticked(false) },
      }),
    onSuccess: async () => {
      await refresh();
      onClose();
    },
  });
  const [only] = merchants;
  return (
    <Dialog
      open
      onClose={onClose}
      asks={!save.isPending}
      title={merchants.length === 1 && only ? `Tags of ${spokenName(only)}` : `Tags of ${merchants.length.toLocaleString("en")} merchants`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            loading={save.isPending}
            unavailable={wanted.size === 0 ? "Tick or untick a tag first." : undefined}
            onClick={() => save.mutate()}
          >
            Save tags
          </Button>
        </>
      }
    >
      {save.error && <ProblemNotice problem={ProblemError.of(save.error).problem} title="The tags weren't saved" className="mb-4" />}
      {unread && <FailedRead title="The tags couldn't be read" className="mb-4" problem={unread} refetch={refetch} />}
      {tags?.length === 0 && <p className="mb-4 text-muted">There are no tags yet. Make the first.</p>}
      {tags ? (
        <ul className="mb-4 grid gap-1 empty:hidden">
          {tags.map((tag) => (
            <li key={tag.id} className="flex items-center gap-2">
              <label className="flex min-h-8 min-w-0 flex-1 items-center gap-2.5 max-md:min-h-11">
                <input
                  type="checkbox"
                  className="size-4 shrink-0 accent-accent"
                  checked={wanted.get(tag.id) ?? share(tag.id) === 1}
                  ref={(box) => {
                    if (box) box.indeterminate = !wanted.has(tag.id) && share(tag.id) > 0 && share(tag.id) < 1;
                  }}
                  onChange={(event) => setWanted(new Map(wanted).set(tag.id, event.target.checked))}
                />
                <TagChip tag={tag} />
              </label>
              <Button variant="ghost" size="sm" aria-label={`Edit ${tag.name}`} onClick={() => setEdited(tag)}>
                Edit
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        !unread && <LinesSkeleton lines={3} />
      )}
      {/* Hidden and not taken away under an edit: what is typed in it stays, and what becomes of a tag on its way is told there. */}
      <div
        ref={newTag}
        hidden={edited !== undefined}
        onSubmit={() => {
          sentName.current = typedName();
        }}
      >
        <TagForm
          key={made}
          environment={environment}
          edited={undefined}
          onDone={async (tag) => {
            void refresh();
            if (typedName() === sentName.current) setMade((before) => before + 1);
            if (tag) setWanted((before) => new Map(before).set(tag.id, true));
          }}
        />
      </div>
      {edited && (
        <TagForm
          key={edited.id}
          environment={environment}
          edited={edited}
          onDone={async () => {
            void refresh();
            // Another may be edited by the time of the answer.
            setEdited((now) => (now?.id === edited.id ? undefined : now));
          }}
        />
      )}
    </Dialog>
  );
}
