import { RotateCcw, X } from "lucide-react";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import type { OpenJob } from "@/lib/desk/job";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

/** What can be done about a job: try it again when it failed, stop it while it runs or waits. */
export function JobAct({ job: { id, queue, state, title }, onChanged }: { readonly job: OpenJob; readonly onChanged: () => void }) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const action = state === "failed" ? "retry" : "cancel";
  const act = async () => {
    setBusy(true);
    setRefused(undefined);
    await send(`/api/desk/jobs/${id}`, { method: "POST", body: { queue, action } })
      .catch((error: unknown) => setRefused(ProblemError.of(error).problem.message))
      .finally(() => setBusy(false));
    onChanged();
  };
  return (
    <span className="grid justify-items-end gap-1">
      <Button
        size="sm"
        variant={state === "failed" ? "secondary" : "ghost"}
        icon={state === "failed" ? <RotateCcw aria-hidden /> : <X aria-hidden />}
        aria-label={`${state === "failed" ? "Try again" : "Stop"}: ${title}`}
        loading={busy}
        onClick={() => void act()}
      >
        {state === "failed" ? "Try again" : "Stop"}
      </Button>
      {refused && (
        <span role="alert" className="text-wrong text-xs">
          {refused}
        </span>
      )}
    </span>
  );
}
