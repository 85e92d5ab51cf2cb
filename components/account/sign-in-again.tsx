"use client";

import { useEffect, useState } from "react";

import { ProblemNotice } from "@/components/ui/problem";
import { Spinner } from "@/components/ui/spinner";
import { type Problem, ProblemError } from "@/lib/klarna/problem";
import { routes } from "@/lib/routes";

import { goToProvider } from "./go-to-provider";
import { ProviderButton } from "./provider-button";

/** Goes on to the provider by itself, so that the window that was opened for it needs no second press. */
export function SignInAgain({ label }: { readonly label: string }) {
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    goToProvider(`${routes.signInAgain}?done`, true).catch((error: unknown) => setProblem(ProblemError.of(error).problem));
  }, []);
  if (problem)
    return (
      <div className="grid gap-4">
        <ProblemNotice problem={problem} />
        <ProviderButton label={label} to={`${routes.signInAgain}?done`} again />
      </div>
    );
  return (
    <p role="status" className="flex items-center gap-2 text-muted">
      <Spinner /> On the way to {label}
    </p>
  );
}
