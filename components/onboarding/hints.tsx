"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";

import { useCheckHints } from "@/components/operation/use-check-hints";
import type { CheckHint } from "@/lib/desk/check";
import type { Environment } from "@/lib/klarna/environment";

import type { Checked } from "./check";
import { checkable } from "./checkable";

const Hints = createContext<ReadonlyMap<string, CheckHint>>(new Map());

/** Asks the desk, whenever typing pauses, what looks odd, and tells the fields inside. When the desk can't be asked there are no hints. */
export function HintsProvider({
  environment,
  checked,
  children,
}: {
  readonly environment: Environment;
  readonly checked: Checked | undefined;
  readonly children: ReactNode;
}) {
  const data = useCheckHints(environment, checked && checkable(checked.body));
  const hints = useMemo(() => new Map(data?.map((hint) => [checked?.formPath(hint.path) ?? hint.path, hint])), [data, checked]);
  return <Hints value={hints}>{children}</Hints>;
}

/** What looks odd about a field. */
export function useHint(name: string): CheckHint | undefined {
  return useContext(Hints).get(name);
}
