import { CopyButton } from "./copy-button";

export interface MonoIdProps {
  readonly value: string;
  /** What it is, for the copy button: "account id". */
  readonly label: string;
}

/** An id, whole where it fits, else with its middle left out; its end tells it from its neighbours. */
export function MonoId({ value, label }: MonoIdProps) {
  const cut = Math.max(0, value.length - 8);
  return (
    <span className="inline-flex min-w-0 max-w-full items-center gap-1 align-middle">
      <span className="sr-only">{value}</span>
      <span aria-hidden title={value} className="flex min-w-0 font-mono text-[13px]">
        <span className="min-w-0 truncate">{value.slice(0, cut)}</span>
        <span className="shrink-0">{value.slice(cut)}</span>
      </span>
      <CopyButton value={value} label={label} />
    </span>
  );
}
