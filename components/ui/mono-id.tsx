import { CopyButton } from "./copy-button";
import { MiddleCut } from "./middle-cut";

export interface MonoIdProps {
  readonly value: string;
  /** What it is, for the copy button: "account id". */
  readonly label: string;
}

/** An id, whole where it fits, else with its middle left out, and a button that copies it. */
export function MonoId({ value, label }: MonoIdProps) {
  return (
    <span className="inline-flex min-w-0 max-w-full items-center gap-1 align-middle">
      <MiddleCut text={value} />
      <CopyButton value={value} label={label} />
    </span>
  );
}
