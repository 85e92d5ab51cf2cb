"use client";

import { usePathname } from "next/navigation";
import { useState } from "react";

import type { ProblemToHelp } from "@/components/ui/problem-help";
import type { Incident } from "@/lib/klarna/support-text";

import { SupportCopy } from "./support-copy";
import { TellMerchant } from "./tell-merchant";

/** What can be told of a problem that came from Klarna: to the merchant, on a merchant's pages, and to Klarna's support. */
export function ProblemTold({ problem }: { readonly problem: ProblemToHelp }) {
  const { code, errorId, about } = problem;
  // Where nobody tells more exactly when it was, it is drawn as soon as it is known.
  const [drawn] = useState(() => new Date().toISOString());
  const ofMerchant = /^\/\w+\/merchants\//.test(usePathname() ?? "");
  return (
    <span className="mt-1 -ml-2 flex flex-wrap">
      {ofMerchant && <TellMerchant about={{ change: { operation: about.operation, code } }} />}
      <SupportCopy incident={{ ...about, at: about.at ?? drawn, code, errorId, outcome: outcomeOf(problem) }} />
    </span>
  );
}

function outcomeOf({ status = 400, code }: ProblemToHelp): Incident["outcome"] {
  if (code === "OUTCOME_UNKNOWN") return "unclear";
  return status >= 500 ? "failed" : "refused";
}
