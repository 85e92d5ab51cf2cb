"use client";

import { useState } from "react";

import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { routes } from "@/lib/routes";

import type { Saving } from "./saving";

export interface SavingNoticeProps {
  readonly saving: Saving;
  /** What isn't saved is only that nothing is left to send: no text is at stake. */
  readonly nothingLeft?: boolean;
  readonly onResume: () => Promise<unknown>;
  readonly onKeepMine: () => Promise<unknown>;
  readonly onTakeTheirs: () => Promise<unknown>;
  readonly onSaveAnew: () => Promise<unknown>;
}

/** Why what was typed isn't on the server, that it is still here, and what to do. */
export function SavingNotice({ saving, nothingLeft = false, onResume, onKeepMine, onTakeTheirs, onSaveAnew }: SavingNoticeProps) {
  if (saving.kind === "failed") {
    return (
      <Notice
        tone="waiting"
        role="status"
        title={`Not saved yet: ${nothingLeft ? "the desk doesn't know that nothing is left to send" : "your text is kept here"}`}
        actions={<Act onAct={onResume}>Try now</Act>}
      >
        {saving.problem.message} The desk tries again by itself; keep this page open until it says “Saved”.
      </Notice>
    );
  }
  if (saving.kind === "signed-out") {
    const actions = (
      <>
        <ButtonLink href={routes.signIn} target="_blank" variant="primary">
          Sign in in a new tab
        </ButtonLink>
        <Act onAct={onResume}>I have signed in: go on</Act>
      </>
    );
    return (
      <Notice
        tone="waiting"
        role="alert"
        title={`You are signed out: ${nothingLeft ? "the desk doesn't know yet that nothing is left to send" : "your text is kept here, and not saved yet"}`}
        actions={actions}
      >
        Sign in in another tab, then go on in this one. Don't close it before it says “Saved”.
      </Notice>
    );
  }
  if (saving.kind === "changed") {
    const actions = (
      <>
        <Act onAct={onTakeTheirs}>Load the other version</Act>
        <Act onAct={onKeepMine}>Save mine over it</Act>
      </>
    );
    return (
      <Notice tone="waiting" role="alert" title="This draft was saved elsewhere meanwhile" actions={actions}>
        {saving.problem.message} Your text is still here.
      </Notice>
    );
  }
  if (saving.kind === "gone") {
    return (
      <Notice tone="waiting" role="alert" title="This draft was thrown away meanwhile" actions={<Act onAct={onSaveAnew}>Save as a new draft</Act>}>
        Your text is still here, and can become a draft of its own.
      </Notice>
    );
  }
  return null;
}

function Act({ onAct, children }: { readonly onAct: () => Promise<unknown>; readonly children: string }) {
  const [acting, setActing] = useState(false);
  const act = () => {
    setActing(true);
    onAct().finally(() => setActing(false));
  };
  return (
    <Button loading={acting} onClick={act}>
      {children}
    </Button>
  );
}
