"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { usePageAnew } from "@/components/operation/use-page-anew";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";

import type { FactorTask } from "./second-factor-dialog";

const SecondFactorDialog = dynamic(() => import("./second-factor-dialog").then((dialog) => dialog.SecondFactorDialog));

export interface SecondFactorProps {
  readonly on: boolean;
  readonly codesLeft: number;
  /** Whether one's role must have it. */
  readonly needed: boolean;
}

/** Whether one's password has a second factor beside it, and what can be done about it. */
export function SecondFactor({ on, codesLeft, needed }: SecondFactorProps) {
  const [task, setTask] = useState<FactorTask>();
  const [opened, setOpened] = useState(false);
  const pageAnew = usePageAnew();
  const open = (chosen: FactorTask) => {
    setOpened(true);
    setTask(chosen);
  };
  const close = () => {
    setTask(undefined);
    pageAnew();
  };
  return (
    <>
      <div className="mb-4 flex items-start gap-3 text-muted">
        <span className="shrink-0">
          <Badge tone={on ? "good" : "off"}>{on ? "On" : "Off"}</Badge>
        </span>
        <p className="min-w-0 text-pretty">
          {on
            ? `A code of your app is asked for beside your password. ${codesLeft === 1 ? "1 recovery code is" : `${codesLeft} recovery codes are`} left.`
            : "With it, a code of an app is asked for beside your password: whoever learns the password still can't sign in."}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {!on && <Button onClick={() => open("set-up")}>Set up a second factor</Button>}
        {on && <Button onClick={() => open("new-codes")}>New recovery codes</Button>}
        {on && (
          <Button unavailable={needed ? "Your role needs a second factor. An admin can reset it." : undefined} onClick={() => open("remove")}>
            Turn off
          </Button>
        )}
      </div>
      {opened && <SecondFactorDialog task={task} onClose={close} />}
    </>
  );
}
