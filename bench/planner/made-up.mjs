const countries = "SE NO DK FI DE AT NL BE FR ES IT GB".split(" ");
const types = ["PRESET", "OPTIONAL", "RESTRICTED", null];
const day = 86_400_000;

/** A plan of so many places, as the desk's door answers it. */
export function madeUpPlan(count) {
  const programs = Array.from({ length: 5 }, (_, index) => `krn:payment:global:payment:program:${index}`);
  const rows = Array.from({ length: count }, (_, index) => ({
    merchant_category_code: String(1000 + Math.floor(index / countries.length)),
    customer_country: countries[index % countries.length],
    currency: "EUR",
    types: programs.map((_, program) => types[(index + program * 3) % types.length]),
  }));
  const names = Object.fromEntries(programs.map((id, index) => [id, `Program ${index + 1}`]));
  const plan = { payment_program_plan_id: "krn:plan", version: 2, effective_from: null, effective_to: null, comment: null, categories: {} };
  return { ...plan, matrix: { programs, rows }, names, read_at: new Date().toISOString() };
}

/** So many enablements of one product, no two at the same place, as Klarna answers them. */
export function madeUpEnablements(count, now = Date.now()) {
  const time = (days) => new Date(now + days * day).toISOString();
  return {
    payment_program_enablements: Array.from({ length: count }, (_, index) => ({
      payment_program_enablement_id: `krn:enablement:${index}`,
      payment_program_id: `krn:payment:global:payment:program:${index % 5}`,
      enablement_criteria: {
        customer_countries: [countries[index % countries.length]],
        merchant_category_codes: [String(1000 + Math.floor(index / countries.length))],
      },
      effective_from: time((index % 400) - 300),
      effective_to: time((index % 400) + 30),
    })),
  };
}
