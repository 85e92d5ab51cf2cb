import { expect, it } from "vitest";

import { hereNow } from "@/components/merchants/programs/program-columns";

const program = { payment_program_id: "p", enablement_type: "OPTIONAL" };
const enabled = (countries: readonly string[], from: number) => ({
  id: `${countries} ${from}`,
  program: "p",
  scope: { countries, categories: [] },
  from,
  to: 100,
});

it("says every country where one enablement holds for all, now or later", () => {
  expect(hereNow(program, [enabled(["SE"], 0), enabled([], 0)], 50)).toBe("Enabled in every country");
  expect(hereNow(program, [enabled(["SE"], 60), enabled([], 70)], 50)).toBe("Enabled later in every country");
  expect(hereNow(program, [enabled(["SE"], 60), enabled(["NO", "SE"], 70)], 50)).toBe("Enabled later in Sweden and Norway");
  expect(hereNow(program, [], 50)).toBe("Not enabled");
});
