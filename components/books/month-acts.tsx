"use client";

import { useMutation } from "@tanstack/react-query";
import { BookUp, Lock, LockOpen } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";

import { usePageAnew } from "@/components/operation/use-page-anew";
import { Button } from "@/components/ui/button";
import { ProblemNotice } from "@/components/ui/problem";
import { monthName } from "@/lib/desk/books/month";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

// Loaded when somebody opens it.
const ExportDialog = dynamic(() => import("./export-dialog").then((module) => module.ExportDialog));

export interface MonthActsProps {
  readonly environment: Environment;
  readonly month: string;
  readonly locked: boolean;
}

/** Exports what a month has, and locks it or unlocks it. What was refused of one month is told of that one alone. */
export function MonthActs(props: MonthActsProps) {
  return <Acts key={`${props.environment} ${props.month}`} {...props} />;
}

function Acts({ environment, month, locked }: MonthActsProps) {
  const pageAnew = usePageAnew();
  const [open, setOpen] = useState(false);
  const lock = useMutation({
    mutationFn: () => send<void>("/api/desk/books/months", { method: "PUT", body: { environment, month, locked: !locked } }),
    onSettled: pageAnew,
  });
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        <Button icon={locked ? <LockOpen aria-hidden /> : <Lock aria-hidden />} loading={lock.isPending} onClick={() => lock.mutate()}>
          {locked ? "Unlock" : "Lock"} {monthName(month)}
        </Button>
        <Button
          variant="primary"
          icon={<BookUp aria-hidden />}
          unavailable={locked ? "The month is locked: unlock it first" : undefined}
          onClick={() => setOpen(true)}
        >
          Export…
        </Button>
      </div>
      {lock.error && <ProblemNotice title="The month stays as it was" problem={ProblemError.of(lock.error).problem} />}
      {open && <ExportDialog environment={environment} month={month} onClose={() => setOpen(false)} />}
    </div>
  );
}
