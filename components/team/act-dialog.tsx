"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNotice } from "@/components/ui/problem";
import type { Colleague } from "@/lib/desk/team";
import type { Problem } from "@/lib/klarna/problem";

import { type AskedAct, actWords } from "./act-words";

export interface ActDialogProps {
  readonly person: Colleague;
  readonly provider: string | undefined;
  /** Undefined while nothing is asked. */
  readonly act: AskedAct | undefined;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly onAct: (act: AskedAct) => void;
  readonly onClose: () => void;
}

/** Asks before something is done with a colleague, with its exact consequences. */
export function ActDialog({ person, provider, act, busy, problem, onAct, onClose }: ActDialogProps) {
  const words = act && actWords(act, person, provider);
  return (
    <Dialog
      open={act !== undefined}
      onClose={onClose}
      title={words?.title ?? ""}
      description={words?.consequences}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant={words?.danger ? "danger" : "primary"} loading={busy} onClick={() => act && onAct(act)} className="max-w-full shrink!">
            <span className="truncate">{words?.verb}</span>
          </Button>
        </>
      }
    >
      {problem && <ProblemNotice title="It wasn't done" problem={problem} />}
    </Dialog>
  );
}
