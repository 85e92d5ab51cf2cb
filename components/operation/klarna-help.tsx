"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useState } from "react";

import { ProblemHelp, type ProblemToHelp } from "@/components/ui/problem-help";
import { hasKlarnasId } from "@/lib/klarna/problem";
import type { Incident } from "@/lib/klarna/support-text";

import { SupportCopy } from "./support-copy";
import { TellMerchant } from "./tell-merchant";

/** Offers, beside every problem within, what Klarna's support asks for and what the merchant can be told; where it came from Klarna. */
export function KlarnaHelp({ children }: { readonly children: ReactNode }) {
  return <ProblemHelp value={helpFor}>{children}</ProblemHelp>;
}

function helpFor(problem: ProblemToHelp): ReactNode {
  return hasKlarnasId(problem) && <Help key={problem.errorId} problem={problem} />;
}

function Help({ problem }: { readonly problem: ProblemToHelp }) {
  const { code, errorId, about } = problem;
  // Nobody tells more exactly when it was: it is drawn as soon as it is known.
  const [at] = useState(() => new Date().toISOString());
  const ofMerchant = /^\/\w+\/merchants\//.test(usePathname() ?? "");
  return (
    <span className="mt-1 -ml-2 flex flex-wrap">
      {ofMerchant && <TellMerchant about={{ change: { operation: about.operation, code } }} />}
      <SupportCopy incident={{ ...about, at, code, errorId, outcome: outcomeOf(problem) }} />
    </span>
  );
}

function outcomeOf({ status = 400, code }: ProblemToHelp): Incident["outcome"] {
  if (code === "OUTCOME_UNKNOWN") return "unclear";
  return status >= 500 ? "failed" : "refused";
}
