/** One row: ours may be at most `most` times the yardstick. */
export function ratioFigure({ name, ours, yardstick, unit, most }) {
  const ratio = ours / yardstick;
  return { name, ours: tidy(ours), yardstick: tidy(yardstick), unit, ratio: tidy(ratio), goal: `≤ ${most}×`, holds: ratio <= most };
}

/** One row: ours may be at most `most` milliseconds more than the yardstick; the ratio is only shown. */
export function addedFigure({ name, ours, yardstick, most }) {
  return {
    name,
    ours: tidy(ours),
    yardstick: tidy(yardstick),
    unit: "ms",
    ratio: tidy(ours / yardstick),
    goal: `≤ +${most} ms`,
    holds: ours - yardstick <= most,
  };
}

/** One row: ours may be at most the limit, which is the yardstick itself. */
export function limitFigure({ name, ours, limit, unit }) {
  return { name, ours: tidy(ours), yardstick: limit, unit, ratio: tidy(ours / limit), goal: `≤ ${limit}`, holds: ours <= limit };
}

/** One row: none of so many may be so. */
export function noneFigure({ name, ours, of, unit }) {
  return { name, ours, yardstick: of, unit, ratio: tidy(ours / of), goal: "none", holds: ours === 0 && of > 0 };
}

/** One row: as many as there should be, no fewer and no more. */
export function exactFigure({ name, ours, expected, unit }) {
  return { name, ours, yardstick: expected, unit, ratio: tidy(ours / expected), goal: `= ${expected}`, holds: ours === expected };
}

function tidy(number) {
  return Number(number.toPrecision(4));
}
