/** Luhn's check digit, as registers in Sweden and France use it. */
export function luhn(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** The sum of digits times weights. */
export function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index] ?? 0), 0);
}

/** The remainder of a decimal number of any length. */
export function remainder(digits: string, divisor: number): number {
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % divisor, 0);
}

/** The check digit by modulus 11, or undefined where the number can't have one: then another is to be drawn. */
export function modulus11(digits: string, weights: readonly number[]): string | undefined {
  const check = (11 - (weighted(digits, weights) % 11)) % 11;
  return check === 10 ? undefined : String(check);
}

/** Draws until something comes out. */
export function untilFound<Found>(draw: () => Found | undefined): Found {
  for (let tries = 0; tries < 1000; tries += 1) {
    const found = draw();
    if (found !== undefined) return found;
  }
  throw new Error("Nothing was found in 1000 draws.");
}

/** An IBAN with its check digits, by ISO 13616. */
export function ibanOf(country: string, bban: string): string {
  const number = [...`${bban}${country}00`].map((character) => String(Number.parseInt(character, 36))).join("");
  return `${country}${String(98 - remainder(number, 97)).padStart(2, "0")}${bban}`;
}
