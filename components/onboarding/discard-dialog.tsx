"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNotice } from "@/components/ui/problem";
import type { DraftSummary } from "@/lib/desk/draft";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

export interface DiscardDialogProps {
  /** Undefined while nothing is asked. */
  readonly draft: Pick<DraftSummary, "id" | "environment" | "title"> | undefined;
  readonly onClose: () => void;
  readonly onDiscarded: () => void;
}

/** Asks before a draft is thrown away for everybody. */
export function DiscardDialog({ draft, onClose, onDiscarded }: DiscardDialogProps) {
  const client = useQueryClient();
  const discard = useMutation<void, Error, NonNullable<DiscardDialogProps["draft"]>>({
    mutationFn: ({ id, environment }) => send(`/api/desk/drafts/${id}`, { method: "DELETE", search: { environment } }),
    onSuccess: async () => {
      // The lists of drafts, not the draft itself: it is gone.
      await client.invalidateQueries({ queryKey: ["drafts", "drafts"] });
      close();
      onDiscarded();
    },
  });
  const close = () => {
    discard.reset();
    onClose();
  };
  const name = draft?.title ? `“${draft.title}”` : "this draft";
  return (
    <Dialog
      open={draft !== undefined}
      onClose={close}
      title={`Throw away ${name}?`}
      description="Everything entered in it is deleted, for your colleagues too. Nothing was created at Klarna, and no merchant changes."
      footer={
        <>
          <Button onClick={close}>Keep it</Button>
          <Button variant="danger" loading={discard.isPending} onClick={() => draft && discard.mutate(draft)} className="max-w-full shrink!">
            <span className="truncate">Throw away {name}</span>
          </Button>
        </>
      }
    >
      {discard.error && <ProblemNotice title="The draft wasn't thrown away" problem={ProblemError.of(discard.error).problem} />}
    </Dialog>
  );
}
