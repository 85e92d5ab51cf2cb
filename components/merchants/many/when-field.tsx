import { useSyncExternalStore } from "react";

import { TextField } from "@/components/ui/text-field";
import { exactTime, utcTime } from "@/components/ui/time";

export interface WhenFieldProps {
  /** `2026-11-26T14:00` in this browser's time zone; empty for at once. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

/** When it is to begin: at once, or at a time whose zone is said, and which is said back as exactly one moment. */
export function WhenField({ value, onChange, error }: WhenFieldProps) {
  const zone = useSyncExternalStore(never, zoneHere, () => "");
  const moment = value === "" ? undefined : momentIn(value);
  return (
    <TextField
      type="datetime-local"
      label="When"
      optional
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={error}
      help={
        moment
          ? `It begins on ${exactTime(moment)}, ${zone} (${utcTime(moment)}).`
          : `Leave it empty to begin now. The time is that of ${zone || "this browser"}.`
      }
    />
  );
}

/** The moment of a local day and time; undefined when it is none. One that a change of the clocks leaves out is moved on, as clocks are. */
export function momentIn(local: string): Date | undefined {
  const moment = new Date(local);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

const never = () => () => undefined;
