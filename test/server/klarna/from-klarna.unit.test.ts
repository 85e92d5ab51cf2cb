import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { isProblem } from "@/lib/klarna/problem";
import { fromKlarna, isNotThere, ourPath } from "@/lib/server/klarna/from-klarna";

const refusal = (more: object) => ({ error_id: "5b1c0e7a-6a53-4f19-9d53-2c1e7b5a4f86", error_code: "VALIDATION_ERROR", error_message: "Invalid.", ...more });

test("Klarna's validation errors land on the fields of the form", () => {
  expect(ourPath("channel.websites[0].urls[12]")).toBe("channel.websites.0.urls.12");
  expect(ourPath("[3].iban")).toBe("3.iban");
  expect(ourPath("account_name")).toBe("account_name");
  const { problem } = fromKlarna(400, refusal({ validation_errors: [{ parameter: "products[0].type", reason: "Unknown." }, { parameter: "bic" }] }));
  expect(problem).toEqual({
    status: 400,
    code: "VALIDATION_ERROR",
    message: "Klarna refused 2 fields.",
    errorId: "5b1c0e7a-6a53-4f19-9d53-2c1e7b5a4f86",
    fields: [
      { path: "products.0.type", message: "Unknown." },
      { path: "bic", message: "Klarna doesn't accept this" },
    ],
  });
});

test.each([
  [401, 502, "KLARNA_REFUSED_KEY"],
  [403, 403, "KLARNA_BLOCKED"],
  [404, 404, "KLARNA_404"],
  [413, 413, "KLARNA_413"],
  [429, 429, "KLARNA_429"],
  [500, 500, "KLARNA_500"],
  [503, 503, "KLARNA_503"],
  [302, 502, "KLARNA_302"],
] as const)("a %i without an error object is our %i %s", (status, ours, code) => {
  expect(fromKlarna(status, undefined).problem).toMatchObject({ status: ours, code, fields: [] });
});

test("an address that sends the desk on is told as one, and to whom it falls", () => {
  expect(fromKlarna(308, undefined).problem.message).toMatch(/sends the desk on to another one.+KLARNA_TEST_URL/);
});

test("a refused key is never the person's fault, and says so", () => {
  const { problem } = fromKlarna(401, refusal({ error_code: "UNAUTHORIZED" }));
  expect(problem).toMatchObject({ status: 502, code: "KLARNA_REFUSED_KEY", errorId: refusal({}).error_id });
});

describe("whatever Klarna says", () => {
  test("becomes a problem in our shape, with a status that can be answered", () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 999 }), fc.anything(), (status, body) => {
        const { problem } = fromKlarna(status, body);
        expect(isProblem(problem)).toBe(true);
        expect(() => Response.json(problem, { status: problem.status })).not.toThrow();
        expect(problem.status).toBeGreaterThanOrEqual(400);
      }),
    );
  });

  test("keeps what can be read of it", () => {
    expect(fromKlarna(400, { error_code: "X", validation_errors: "odd" }).problem).toMatchObject({ code: "X", fields: [] });
    expect(fromKlarna(400, { error_code: 7 }).problem.code).toBe("KLARNA_400");
    const { problem } = fromKlarna(404, { error_id: null, error_code: "RESOURCE_NOT_FOUND", error_message: null, validation_errors: null });
    expect([problem, isNotThere(problem)]).toMatchObject([{ code: "RESOURCE_NOT_FOUND", fields: [] }, true]);
    expect(problem).not.toHaveProperty("errorId");
    const validation_errors = [{ parameter: "bic", reason: null }, { parameter: null, reason: "Unknown." }, null, { parameter: "iban", reason: "Wrong." }];
    expect(fromKlarna(400, refusal({ validation_errors })).problem).toMatchObject({
      message: "Klarna refused 2 fields.",
      fields: [
        { path: "bic", message: "Klarna doesn't accept this" },
        { path: "iban", message: "Wrong." },
      ],
    });
    expect(fromKlarna(409, refusal({ error_message: "Can only be set once" })).problem.message).toBe("Klarna refused: Can only be set once");
  });
});
