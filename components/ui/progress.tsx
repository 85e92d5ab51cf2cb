import clsx from "clsx";

export interface ProgressProps {
  /** What is under way, for those who listen. */
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** Grey while nobody works on it. */
  readonly resting?: boolean;
}

/** How far something has come, as a bar. The numbers stand beside it, in words. */
export function Progress({ label, done, total, resting = false }: ProgressProps) {
  const share = total === 0 ? 100 : Math.min(100, (done / total) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.floor(share)}
      aria-valuemin={0}
      aria-valuemax={100}
      className="h-1.5 overflow-hidden rounded-full bg-hover"
    >
      <div className={clsx("h-full rounded-full", resting ? "bg-muted" : "bg-accent")} style={{ width: `${share}%` }} />
    </div>
  );
}
