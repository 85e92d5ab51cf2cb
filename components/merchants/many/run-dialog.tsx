"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNotice } from "@/components/ui/problem";
import { TextField } from "@/components/ui/text-field";
import type { DirectoryQuery } from "@/lib/desk/directory";
import { counted } from "@/lib/desk/job-words";
import { isNumberTyped, type RunAct, type RunCheck, schedulableActs } from "@/lib/desk/run";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";
import { routes } from "@/lib/routes";

import { actWords, type RunDraft } from "./acts";
import { CheckView } from "./check-view";
import { OrderFields } from "./order-fields";
import { useRunCheck } from "./use-run-check";
import { momentIn, WhenField } from "./when-field";

export interface RunDialogProps {
  readonly environment: Environment;
  readonly act: RunAct;
  /** Whom it is about, and how many they were when they were chosen. */
  readonly asked: DirectoryQuery;
  readonly count: number;
  readonly draft: RunDraft;
  readonly onDraft: (draft: RunDraft) => void;
  readonly onClose: () => void;
}

/** Says what would happen to whom before anything does, asks for what Klarna needs, and makes a run of it. */
export function RunDialog({ environment, act, asked, count, draft, onDraft, onClose }: RunDialogProps) {
  const router = useRouter();
  const { verb, danger } = actWords[act];
  const { check, problem, busy, again } = useRunCheck(environment, act, draft.code, asked);
  const [typed, setTyped] = useState("");
  const make = useMutation({
    mutationFn: (checked: RunCheck) =>
      send<{ readonly id: string }>("/api/desk/runs", { method: "POST", body: bodyOf({ environment, act, asked, draft, typed, checked }) }),
    onSuccess: ({ id }) => router.push(routes.run(environment, id)),
    onError: (error) => {
      // Not waited for: why nothing was begun is said at once.
      if (["NUMBER_CHANGED", "OTHERS_MEANT"].includes(ProblemError.of(error).problem.code)) void again();
    },
  });
  const refused = make.error ? ProblemError.of(make.error).problem : undefined;
  const fault = (path: string) => refused?.fields.find((field) => field.path === path)?.message;
  const missing = whatIsMissing(act, draft, check, typed);
  const ready = check?.ready ?? count;
  return (
    <Dialog
      open
      size="lg"
      onClose={onClose}
      title={`${verb} ${counted(count, "merchant")}`}
      footer={
        <>
          <Button onClick={onClose}>Leave them as they are</Button>
          <Button
            variant={danger ? "danger" : "primary"}
            loading={make.isPending || make.isSuccess}
            unavailable={missing}
            onClick={() => check && make.mutate(check)}
          >
            {draft.startsAt === "" ? `${verb} ${counted(ready, "merchant")}` : `Schedule for ${counted(ready, "merchant")}`}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <OrderFields {...{ environment, act, draft, onDraft, fault }} />
        {schedulableActs.includes(act) && (
          <WhenField value={draft.startsAt} onChange={(startsAt) => onDraft({ ...draft, startsAt })} error={fault("starts_at")} />
        )}
        <CheckView {...{ act, check, problem, busy, again }} code={draft.code} />
        {check && isNumberTyped({ act, reason: draft.reason }, check.ready) && (
          <TextField
            label={`Type ${check.ready} to say that you mean ${check.ready === 1 ? "this merchant" : "this many merchants"}`}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            inputMode="numeric"
            autoComplete="off"
            error={fault("typed")}
          />
        )}
        {refused && refused.fields.length === 0 && <ProblemNotice title="Nothing was begun" problem={refused} />}
      </div>
    </Dialog>
  );
}

interface Entered extends Pick<RunDialogProps, "environment" | "act" | "asked" | "draft"> {
  readonly typed: string;
  readonly checked: RunCheck;
}

function bodyOf({ environment, act, asked, draft, typed, checked: { run, meant, ready } }: Entered) {
  const moment = draft.startsAt === "" ? undefined : momentIn(draft.startsAt);
  return {
    environment,
    asked,
    run,
    meant,
    order: orderOf(act, draft),
    count: ready,
    typed,
    ...(moment && { starts_at: moment.toISOString(), zone: Intl.DateTimeFormat().resolvedOptions().timeZone }),
  };
}

function orderOf(act: RunAct, { reason, details, code, tags }: RunDraft) {
  if (act === "suspend") return { act, reason, details };
  if (act === "change-category") return { act, code };
  return act === "tag" ? { act, tags } : { act };
}

/** Why it can't be begun yet, in words; undefined when it can. */
function whatIsMissing(act: RunAct, { reason, details, code, tags, startsAt }: RunDraft, check: RunCheck | undefined, typed: string): string | undefined {
  if (act === "suspend" && reason === "") return "Say why first.";
  if (act === "suspend" && details.trim() === "") return "Describe the reason first: Klarna asks for it.";
  if (act === "change-category" && code === "") return "Choose a category first.";
  if (act === "tag" && tags.length === 0) return "Choose a tag first.";
  if (startsAt !== "" && !momentIn(startsAt)) return "Choose a day and a time first.";
  if (!check) return "The desk is still looking at what would happen.";
  if (check.ready === 0) return "There is no merchant that this could be done to.";
  return isNumberTyped({ act, reason }, check.ready) && typed.replace(/[\s.,]/g, "") !== String(check.ready) ? `Type ${check.ready} first.` : undefined;
}
