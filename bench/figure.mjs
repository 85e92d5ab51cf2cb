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

function tidy(number) {
  return Number(number.toPrecision(4));
}
