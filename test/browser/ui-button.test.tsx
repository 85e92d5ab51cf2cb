// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { StateBadge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";

// jsdom knows no popovers.
const shown = vi.fn();
const hidden = vi.fn();
beforeEach(() => Object.assign(HTMLElement.prototype, { showPopover: shown, hidePopover: hidden }));
afterEach(() => {
  cleanup();
  vi.clearAllMocks();
  vi.restoreAllMocks();
});

describe("a button", () => {
  it("acts when pressed", () => {
    const act = vi.fn();
    render(<Button onClick={act}>Save draft</Button>);
    fireEvent.click(screen.getByRole("button", { name: "Save draft" }));
    expect(act).toHaveBeenCalledTimes(1);
  });

  it("refuses a second press while loading, keeps its name and its focus, and doesn't send the form", () => {
    const act = vi.fn();
    const send = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
    const form = (loading: boolean) => (
      <form onSubmit={send}>
        <Button type="submit" loading={loading} onClick={act}>
          Create merchant
        </Button>
      </form>
    );
    const { rerender } = render(form(false));
    const button = screen.getByRole("button", { name: "Create merchant" });
    button.focus();
    fireEvent.click(button);
    rerender(form(true));
    fireEvent.click(button);
    expect(button.getAttribute("aria-busy")).toBe("true");
    expect(document.activeElement).toBe(button);
    expect([act, send].map((spy) => spy.mock.calls.length)).toEqual([1, 1]);
  });

  it("says why it can't be pressed, to everyone, and then does nothing", () => {
    const act = vi.fn();
    render(
      <Button type="submit" unavailable="Ask someone in operations or an admin." onClick={act}>
        Onboard
      </Button>,
    );
    const button = screen.getByRole("button", { name: "Onboard", description: "Ask someone in operations or an admin." });
    fireEvent.click(button);
    expect(act).not.toHaveBeenCalled();
    expect(button.getAttribute("type")).toBe("button");
    expect(button.getAttribute("aria-disabled")).toBe("true");
  });

  it("submits nothing unless it is told to", () => {
    expect(renderToStaticMarkup(<Button>Copy</Button>)).toContain('type="button"');
  });
});

describe("a state badge", () => {
  const badge = <StateBadge tone="waiting" label="Partially operational" hint="One product waits for Klarna." />;

  it("explains itself to those who listen", () => {
    render(badge);
    expect(screen.getByRole("button", { name: "Partially operational", description: "One product waits for Klarna." })).toBeTruthy();
  });

  it.each([
    ["focus", (trigger: Element) => fireEvent.focus(trigger)],
    ["the pointer", (trigger: Element) => fireEvent.pointerEnter(trigger, { pointerType: "mouse" })],
    ["a tap", (trigger: Element) => fireEvent.click(trigger)],
  ])("shows its words on %s and hides them on Escape", (_how, arrive) => {
    render(badge);
    arrive(screen.getByRole("button"));
    expect(shown).toHaveBeenCalledTimes(1);
    expect(hidden).not.toHaveBeenCalled();
    fireEvent.keyDown(document, { key: "Escape" });
    expect(hidden).toHaveBeenCalledTimes(1);
  });

  it("keeps its words on the screen where there is room for them neither below nor above, and while they are scrolled", () => {
    vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(160);
    vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(new DOMRect(0, 120, 60, window.innerHeight - 240));
    render(badge);
    fireEvent.focus(screen.getByRole("button"));
    const words = screen.getByText("One product waits for Klarna.");
    expect(words.parentElement?.style.top).toBe("8px");
    fireEvent.scroll(words);
    expect(hidden).not.toHaveBeenCalled();
    // Their end doesn't scroll the page, which would hide them.
    expect(words.className).toContain("overscroll-contain");
    fireEvent.scroll(document);
    expect(hidden).toHaveBeenCalledTimes(1);
  });

  it("lets words that are longer than the screen be reached and scrolled with the keyboard, and gives the focus back on Escape", () => {
    vi.spyOn(Element.prototype, "scrollHeight", "get").mockReturnValue(900);
    vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(600);
    render(badge);
    const trigger = screen.getByRole("button");
    const words = screen.getByText("One product waits for Klarna.");
    expect(words.tabIndex).toBe(-1);
    act(() => trigger.focus());
    expect(words.tabIndex).toBe(0);
    // On the way from one to the other there is a moment at which neither has the focus.
    fireEvent.blur(trigger, { relatedTarget: words });
    fireEvent.blur(words, { relatedTarget: trigger });
    act(() => words.focus());
    fireEvent.pointerLeave(trigger.parentElement as Element, { pointerType: "mouse" });
    expect([document.activeElement, hidden.mock.calls.length]).toEqual([words, 0]);
    fireEvent.keyDown(words, { key: "Escape" });
    expect([document.activeElement, hidden.mock.calls.length]).toEqual([trigger, 1]);
    expect([words.tabIndex, shown.mock.calls.length]).toEqual([-1, 1]);
    // Who goes on past them leaves them.
    act(() => trigger.blur());
    act(() => trigger.focus());
    act(() => words.focus());
    act(() => words.blur());
    expect(hidden).toHaveBeenCalledTimes(2);
  });

  it("doesn't stand in the keyboard's way where its words are seen whole", () => {
    render(badge);
    act(() => screen.getByRole("button").focus());
    expect(shown).toHaveBeenCalledTimes(1);
    expect(screen.getByText("One product waits for Klarna.").tabIndex).toBe(-1);
  });
});
