/** The middle of some numbers; of an even count, the mean of the two in the middle. */
export function median(numbers) {
  const sorted = ascending(numbers);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

/** The smallest of some numbers that at least this share of them doesn't exceed. */
export function quantile(numbers, share) {
  return ascending(numbers)[Math.ceil(numbers.length * share) - 1];
}

function ascending(numbers) {
  return [...numbers].sort((a, b) => a - b);
}
