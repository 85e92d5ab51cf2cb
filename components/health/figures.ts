/** `1.4 GB`, in the steps that disks are sold by. */
export function bytes(count: number): string {
  const unit = units.find(([size]) => count >= size) ?? [1, "B"];
  const value = count / unit[0];
  return `${value < 10 && unit[0] > 1 ? value.toFixed(1) : Math.round(value)} ${unit[1]}`;
}

/** `12 ms`, `3.4 s`, `5 min`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1_000).toFixed(1)} s`;
  return `${Math.round(milliseconds / 60_000)} min`;
}

/** `0.4 %`; never rounded to nothing. */
export function share(part: number, whole: number): string {
  const percent = whole === 0 ? 0 : (part / whole) * 100;
  return percent > 0 && percent < 0.1 ? "less than 0.1 %" : `${percent.toFixed(percent < 10 ? 1 : 0)} %`;
}

const units = [
  [1e12, "TB"],
  [1e9, "GB"],
  [1e6, "MB"],
  [1e3, "kB"],
] as const;
