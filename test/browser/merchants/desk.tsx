import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { vi } from "vitest";

import type { MerchantInGroup } from "@/lib/desk/merchant";

/** What a door answers: JSON, a problem, or nothing at all. */
export type Answer =
  | { readonly json: unknown }
  | { readonly problem: number; readonly code: string; readonly message?: string; readonly errorId?: string }
  | "away";

// A page that is to be made anew waits for it, longer than any test: it is there, unless a test says otherwise.
const session = "/api/desk/sessions";

/** The desk's doors, by the path they begin with, some of them slow; what is set later counts from then on. `asked` are the paths in order, `bodies` what was sent with them, `attempts` under which name. */
export class Doors {
  readonly asked: string[] = [];
  readonly bodies: unknown[] = [];
  readonly attempts: (string | undefined)[] = [];
  readonly #answers: Record<string, Answer | Promise<Answer>>;

  constructor(answers: Record<string, Answer | Promise<Answer>>) {
    this.#answers = { [session]: { json: [] }, ...answers };
    vi.stubGlobal("fetch", (path: string, init?: { readonly body?: string; readonly headers?: Readonly<Record<string, string>> }) => {
      this.attempts.push(init?.headers?.["x-attempt"]);
      this.bodies.push(init?.body === undefined ? undefined : JSON.parse(init.body));
      return this.#answer(path);
    });
  }

  set(door: string, answer: Answer | Promise<Answer>): void {
    this.#answers[door] = answer;
  }

  askedFor(door: string): number {
    return this.asked.filter((path) => path.startsWith(door)).length;
  }

  async #answer(path: string): Promise<Response> {
    this.asked.push(path);
    const doors = Object.keys(this.#answers).filter((door) => path.startsWith(door));
    const answer = await this.#answers[doors.sort((a, b) => b.length - a.length)[0] ?? ""];
    if (!answer || answer === "away") throw new TypeError("Failed to fetch");
    if ("json" in answer) return Response.json(answer.json);
    const { problem: status, message = "Something failed.", ...rest } = answer;
    return Response.json({ status, message, fields: [], ...rest }, { status });
  }
}

/** Draws something with a cache of its own. */
export function renderFresh(shown: ReactNode) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 5_000 } } });
  return render(<QueryClientProvider client={client}>{shown}</QueryClientProvider>);
}

export const accountId = "krn:partner:global:account:test:BL0M5TER";
export const merchantDoor = `/api/desk/merchants/${encodeURIComponent(accountId)}`;

/** The doors of a merchant about which nothing is to be told. */
export const quiet: Readonly<Record<string, Answer>> = {
  [`${merchantDoor}/timeline`]: { json: { pinned: [], entries: [], next: null } },
  [`${merchantDoor}/claim`]: { json: null },
};

/** A merchant as the directory has it. */
export function merchant(given: Partial<MerchantInGroup> = {}): MerchantInGroup {
  return {
    environment: "test",
    account_id: accountId,
    others_in_group: 0,
    account_reference: "SE-1",
    account_name: "Blomster i Göteborg",
    account_group_reference: null,
    account_group_id: null,
    state: "OPERATIONAL",
    state_reason: "SETUP_COMPLETE",
    country: "SE",
    products: [
      {
        product_id: "krn:product:1",
        type: "PAYMENT",
        distribution_profile_id: "krn:profile:1",
        merchant_category_code: "5992",
        state: "ENABLED",
        state_reason: "APPROVED",
      },
    ],
    websites: [{ website_name: "Blomster", urls: ["https://blomster.example"] }],
    registration_number: "556016-0680",
    tags: [],
    first_seen_at: "2026-11-01T10:00:00Z",
    changed_at: "2026-11-01T10:00:00Z",
    seen_at: "2026-11-23T11:57:00Z",
    missing_since: null,
    ...given,
  };
}
