"use client";

import { useSubmit } from "@/components/operation/use-submit";
import { Button } from "@/components/ui/button";
import { ProblemNotice } from "@/components/ui/problem";

import { goToProvider } from "./go-to-provider";

export interface ProviderButtonProps {
  readonly label: string;
  readonly to: string;
  /** Whether it is the way in, and not one of two. */
  readonly primary?: boolean;
  /** Whether the provider sees the person anew, however fresh their session there is. */
  readonly again?: boolean;
}

/** Leads to the company's provider and, signed in there, back to `to`. */
export function ProviderButton({ label, to, primary = false, again = false }: ProviderButtonProps) {
  const { problem, busy, submit } = useSubmit(() => goToProvider(to, again));
  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      {problem && <ProblemNotice problem={problem} />}
      <Button type="submit" variant={primary || again ? "primary" : "secondary"} loading={busy} className="w-full">
        <span className="truncate">
          Sign in {again && "again "}with {label}
        </span>
      </Button>
    </form>
  );
}
