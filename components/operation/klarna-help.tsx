"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";

import { ProblemHelp, type ProblemToHelp } from "@/components/ui/problem-help";
import { hasKlarnasId } from "@/lib/klarna/problem";

// Every page has this around it, and few have a problem.
const ProblemTold = dynamic(() => import("./problem-told").then((module) => module.ProblemTold));

/** Offers, beside every problem within, what Klarna's support asks for and what the merchant can be told; where it came from Klarna. */
export function KlarnaHelp({ children }: { readonly children: ReactNode }) {
  return <ProblemHelp value={helpFor}>{children}</ProblemHelp>;
}

function helpFor(problem: ProblemToHelp): ReactNode {
  return hasKlarnasId(problem) && <ProblemTold key={problem.errorId} problem={problem} />;
}
