// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, it } from "vitest";

import { OrderForm, typedOrder } from "@/components/pricing/order-form";
import { type Question, questionIn } from "@/components/pricing/question";

import { renderFresh } from "../merchants/desk";

let goTo: (next: Partial<Question>) => void = () => undefined;
let asked: Partial<Question>[] = [];
afterEach(() => {
  cleanup();
  asked = [];
});

/** What a page does, but for drawing the form again with what is asked: the address says it later. */
function Page() {
  const [question, setQuestion] = useState(() => questionIn(new URLSearchParams(), "2026-11-26"));
  goTo = (next) => act(() => setQuestion((now) => ({ ...now, ...next })));
  return <OrderForm question={question} ask={(next) => void asked.push(next)} order={typedOrder(question, "SEK")} currency="SEK" />;
}

const field = (label: RegExp) => screen.getByLabelText<HTMLInputElement>(label);
const type = (label: RegExp, ...texts: readonly string[]) => {
  for (const value of texts) fireEvent.change(field(label), { target: { value } });
};

it.each([
  [/^Amount/, "amount", "1000"],
  [/^Number of captures/, "captures", "1"],
  [/^Tax on fees/, "tax", ""],
] as const)("a field of the order says what the figures are of after a step back: %s", (label, name, before) => {
  renderFresh(<Page />);
  type(label, "2", "25");
  for (const next of asked) goTo(next);
  goTo({ [name]: before });
  expect(field(label).value).toBe(before);
});

it("nothing that is typed is lost to an address that says it late", () => {
  renderFresh(<Page />);
  type(/^Amount/, "2", "25", "250");
  const [first = {}, , last = {}] = asked;
  goTo(first);
  expect(field(/^Amount/).value).toBe("250");
  goTo(last);
  expect(field(/^Amount/).value).toBe("250");
});

it("what was typed and taken away again before the address said it doesn't keep a step back from being shown", () => {
  renderFresh(<Page />);
  goTo({ amount: "12" });
  goTo({ amount: "1" });
  type(/^Amount/, "12", "1");
  goTo({ amount: "12" });
  expect(field(/^Amount/).value).toBe("12");
});
