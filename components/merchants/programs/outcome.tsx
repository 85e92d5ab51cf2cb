import { Link } from "@/components/ui/link";

import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem";
import type { Problem } from "@/lib/klarna/problem";
import { routes } from "@/lib/routes";

export interface OutcomeProps {
  readonly problem: Problem | undefined;
  readonly unclear: boolean;
  readonly operation: string;
  readonly fields: readonly string[];
}

/** What came of sending: a refusal that no field shows, or that nobody knows yet. */
export function Outcome({ problem, unclear, operation, fields }: OutcomeProps) {
  if (unclear)
    return (
      <Notice tone="waiting" role="status" title="Nobody can say yet whether Klarna did this">
        It stays as you sent it until that is known, so that it can't be done twice. The desk finds out by itself; ask again here to see how it stands, or look
        among the{" "}
        <Link href={routes.operations} className="font-medium underline">
          unclear operations
        </Link>
        .{problem?.errorId && <span className="mt-1 block break-all text-xs">Klarna's error id {problem.errorId}</span>}
      </Notice>
    );
  if (!problem) return null;
  const shown = problem.fields.length > 0 && problem.fields.every(({ path }) => fields.some((field) => path === field || path.startsWith(`${field}.`)));
  if (shown)
    return (
      <Notice tone="wrong" role="alert" title="Klarna doesn't take it like this">
        See the fields that are marked, and send it again.
      </Notice>
    );
  return <ProblemNotice title="This wasn't done" problem={problem} about={{ operation }} />;
}
