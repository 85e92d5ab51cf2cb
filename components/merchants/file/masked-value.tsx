"use client";

import { Eye, EyeOff } from "lucide-react";
import { useEffect, useState } from "react";

import { Button } from "@/components/ui/button";
import type { Part } from "@/lib/klarna/file/parts";

import { useMerchantHere } from "../merchant-context";
import { useEdit } from "./edit-context";
import { RevealDialog } from "./reveal-dialog";

const shownFor = 60;

export interface MaskedValueProps {
  readonly part: Part;
  readonly field: string;
  readonly label: string;
  readonly masked: string;
}

/** A value that is masked for everybody; shown whole for a minute to who says why, and then gone from the page. */
export function MaskedValue({ part, field, label, masked }: MaskedValueProps) {
  const { access } = useEdit();
  const { merchant } = useMerchantHere();
  const [asking, setAsking] = useState(false);
  const [value, setValue] = useState<string>();
  const left = useCountdown(value !== undefined, () => setValue(undefined));
  return (
    <span className="inline-flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1">
      <span role="status" className="wrap-anywhere mono tabular-nums">
        {value ?? masked}
      </span>
      {value !== undefined && <span className="text-muted text-xs tabular-nums">hidden in {left} s</span>}
      {value !== undefined ? (
        <Button variant="ghost" size="sm" icon={<EyeOff aria-hidden />} onClick={() => setValue(undefined)}>
          Hide
        </Button>
      ) : (
        access.reveal && (
          <Button variant="ghost" size="sm" icon={<Eye aria-hidden />} aria-label={`Reveal: ${label}`} onClick={() => setAsking(true)}>
            Reveal
          </Button>
        )
      )}
      {asking && (
        <RevealDialog
          {...{ part, field, label }}
          environment={merchant.environment}
          accountId={merchant.account_id}
          onClose={() => setAsking(false)}
          onShow={setValue}
        />
      )}
    </span>
  );
}

function useCountdown(running: boolean, end: () => void): number {
  const [left, setLeft] = useState(shownFor);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it begins anew with each value, whatever is drawn meanwhile.
  useEffect(() => {
    if (!running) return;
    const ends = Date.now() + shownFor * 1_000;
    setLeft(shownFor);
    const timer = setInterval(() => {
      const seconds = Math.ceil((ends - Date.now()) / 1_000);
      setLeft(Math.max(0, seconds));
      if (seconds <= 0) end();
    }, 250);
    return () => clearInterval(timer);
  }, [running]);
  return left;
}
