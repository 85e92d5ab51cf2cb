"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem";
import { RelativeTime } from "@/components/ui/relative-time";
import type { SettlementDetail } from "@/lib/desk/settlement";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

/** How its report stands, where that is anything else than loaded, and what can be done about it. */
export function ReportNotice({ settlement, mayAccept }: { readonly settlement: SettlementDetail; readonly mayAccept: boolean }) {
  const { environment, settlement_id, report, refusal, loaded } = settlement;
  const client = useQueryClient();
  const load = useMutation<void, Error, boolean>({
    mutationFn: (replaces) => send(`/api/desk/settlements/${encodeURIComponent(settlement_id)}/load`, { method: "POST", body: { environment, replaces } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["settlements"] }),
  });
  const problem = load.error && <ProblemNotice className="mb-4" title="It isn't loaded" problem={ProblemError.of(load.error).problem} />;
  if (report === "ready") return problem;
  if (report === "wanted" || report === "loading")
    return (
      <Notice
        tone="waiting"
        title={report === "wanted" ? "Its report will be read from Klarna in a moment" : "Its report is being read"}
        role="status"
        className="mt-2 mb-4"
      >
        {loaded ? "What stands here until then is the report that was loaded before." : "What stands here until then is what Klarna says of it in short."}
      </Notice>
    );
  const other = refusal?.code === "OTHER_CONTENT";
  return (
    <>
      {problem}
      <Notice
        tone={refusal ? "wrong" : "info"}
        title={refusal ? (other ? "Klarna's report has changed" : "Its report wasn't taken") : "Its report isn't loaded"}
        className="mt-2 mb-4"
        actions={
          <>
            {other && mayAccept && (
              <Button loading={load.isPending} onClick={() => load.mutate(true)}>
                Take Klarna's new report
              </Button>
            )}
            {!other && (
              <Button loading={load.isPending} onClick={() => load.mutate(false)}>
                {refusal ? "Read it again" : "Load it"}
              </Button>
            )}
          </>
        }
      >
        {refusal ? <Refusal refusal={refusal} loaded={loaded !== null} /> : "Without it nobody can say whether this settlement adds up."}
      </Notice>
    </>
  );
}

function Refusal({
  refusal: { line, column, reason, at, code },
  loaded,
}: {
  readonly refusal: NonNullable<SettlementDetail["refusal"]>;
  readonly loaded: boolean;
}) {
  const place = [line === null ? undefined : `line ${line}`, column === null ? undefined : `column ${column}`].filter(Boolean).join(", ");
  return (
    <>
      {place !== "" && <>{place.charAt(0).toUpperCase() + place.slice(1)}: </>}
      {reason}.{" "}
      {code === "OTHER_CONTENT"
        ? "What stands here is the earlier one; ask Klarna why before you take the new one."
        : loaded
          ? "What was loaded before stands."
          : ""}{" "}
      <span className="text-muted">
        <RelativeTime at={at} />
      </span>
    </>
  );
}
