export interface ProgressProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
}

/** How far something has come: a bar and the figures. */
export function Progress({ label, value, max }: ProgressProps) {
  const share = max > 0 ? Math.min(1, value / max) : 0;
  return (
    <div className="grid gap-1.5">
      <div className="flex justify-between gap-4 text-xs">
        <span className="font-medium">{label}</span>
        <span className="font-mono text-muted tabular-nums">
          {value} of {max}
        </span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={max}
        className="h-1.5 overflow-hidden rounded-full bg-hover"
      >
        <div className="h-full origin-left rounded-full bg-accent transition-transform duration-160" style={{ transform: `scaleX(${share})` }} />
      </div>
    </div>
  );
}
