"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

import { useLeaveGuard } from "./use-leave-guard";

/** Asks before a link leads away from what isn't saved. Leaving the site altogether is asked by the browser. */
export function LeaveDialog({ active, description = unsaved }: { readonly active: boolean; readonly description?: string | undefined }) {
  const { heldHref, stay, leave } = useLeaveGuard(active);
  return (
    <Dialog
      open={heldHref !== undefined}
      onClose={stay}
      title="Leave what isn't saved?"
      description={description}
      footer={
        <>
          <Button onClick={stay}>Stay here</Button>
          <Button variant="danger" onClick={leave}>
            Leave without saving
          </Button>
        </>
      }
    />
  );
}

const unsaved = "Your latest changes couldn't be saved yet. If you leave this page, they may be lost; what was saved before stays.";
