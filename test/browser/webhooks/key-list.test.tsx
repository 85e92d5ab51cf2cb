// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { KeyList } from "@/components/webhooks/key-list";
import type { Acting } from "@/components/webhooks/use-act";
import type { WebhookAddress } from "@/lib/desk/webhook-address";

afterEach(cleanup);

const nothing = () => undefined;
const act: Acting = { run: nothing, running: undefined, problem: undefined, forget: nothing };
const known = {
  environment: "test",
  url: "https://desk.example/api/webhooks/klarna/test",
  fault: null,
  keys: [{ key_id: "k-1", source: "typed", at_klarna: null }],
};
const problem = { status: 503, code: "UNAVAILABLE", message: "Klarna is away." };
const retire = (by_hand: boolean) => {
  render(<KeyList known={known as unknown as WebhookAddress} address={{ ...known, problem, by_hand } as unknown as WebhookAddress} act={act} mayAct />);
  return screen.getAllByRole("button", { name: "Retire" })[0]?.getAttribute("aria-disabled");
};

it("no key is offered to be retired while Klarna can't say which it signs with, but where a person does things by hand", () => {
  expect(retire(false)).toBe("true");
  cleanup();
  expect(retire(true)).toBeNull();
});
