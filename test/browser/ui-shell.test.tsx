// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { isCollapsed, sideBarCookie } from "@/components/shell/collapsed";
import { Shell, type ShellProps } from "@/components/shell/shell";

import { haveDialogs } from "./dialogs";
import { standAt } from "./navigation";

beforeEach(() => standAt("/test/merchants/krn%3Aone"));
afterEach(cleanup);

describe("the frame", () => {
  it("has a way past the chrome, the landmarks, and says where one is", () => {
    renderShell({});
    expect(screen.getByRole("link", { name: "Skip to content" }).getAttribute("href")).toBe(`#${screen.getByRole("main").id}`);
    const side = screen.getByRole("complementary", { name: "Side bar" });
    expect(within(side).getByRole("link", { current: "page" }).textContent).toBe("Merchants");
    expect(
      within(side)
        .getAllByRole("link")
        .map((link) => link.textContent),
    ).toEqual(["Merchants", "Your account"]);
    expect(screen.getByRole("banner")).toBeTruthy();
  });

  it("says TEST by word and in words for as long as one works there, and LIVE without the band", () => {
    const { rerender } = renderShell({ environment: "test" });
    expect(screen.getByRole("button", { name: "TEST", description: "Nothing here reaches real merchants." })).toBeTruthy();
    expect(currentEnvironment()).toEqual(["TEST"]);
    rerender(shell({ environment: "live" }));
    expect(screen.queryByRole("button", { name: "TEST" })).toBeNull();
    expect(currentEnvironment()).toEqual(["LIVE"]);
    rerender(shell({ environment: undefined }));
    expect(currentEnvironment()).toEqual([]);
  });

  it("has a menu that is drawn however wide the page has become since it was opened", () => {
    renderShell({});
    const button = screen.getByRole("button", { name: "Open the menu" });
    expect(button.className).toContain("md:hidden");
    haveDialogs();
    fireEvent.click(button);
    expect(screen.getByRole("dialog", { name: "Menu" }).closest(".md\\:hidden")).toBeNull();
  });

  it("names the person and the role, and holds the way out", () => {
    renderShell({});
    expect(screen.getByRole("button", { name: "Åsa von Öhman, Operations" }).textContent).toContain("ÅÖ");
    expect(screen.getByText("asa@example.com")).toBeTruthy();
    expect(screen.getByText("Sign out")).toBeTruthy();
  });

  it("folds its side bar, keeps the words for those who listen, and remembers", () => {
    const { container } = renderShell({});
    const frame = container.querySelector<HTMLElement>("[data-side]");
    fireEvent.click(screen.getByRole("button", { name: /side bar/ }));
    expect(frame?.dataset.side).toBe("collapsed");
    expect(document.cookie).toContain(`${sideBarCookie}=collapsed`);
    expect(within(screen.getByRole("complementary")).getByRole("link", { name: "Merchants" })).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: /side bar/ }));
    expect(frame?.dataset.side).toBe("open");
  });

  it("is drawn as the person left it", () => {
    const { container } = renderShell({ collapsed: isCollapsed("collapsed") });
    expect(container.querySelector<HTMLElement>("[data-side]")?.dataset.side).toBe("collapsed");
    expect(["open", undefined, "__proto__"].map(isCollapsed)).toEqual([false, false, false]);
  });
});

function currentEnvironment(): readonly (string | null)[] {
  const links = within(screen.getByRole("navigation", { name: "Environment" })).getAllByRole("link");
  return links.filter((link) => link.hasAttribute("aria-current")).map((link) => link.textContent);
}

function renderShell(given: Partial<ShellProps>) {
  return render(shell(given));
}

function shell(given: Partial<ShellProps>) {
  const environments = [
    { name: "test", href: "/test/merchants" },
    { name: "live", href: "/live/merchants" },
  ] as const;
  const items = [
    { href: "/test/merchants", label: "Merchants", icon: null },
    { href: "/settings/account", label: "Your account", icon: null, group: "Settings" },
  ];
  const person = { name: "Åsa von Öhman", email: "asa@example.com", role: "Operations" };
  return (
    <Shell environment="test" environments={environments} person={person} items={items} signOut={<button type="submit">Sign out</button>} {...given}>
      <h1>Merchants</h1>
    </Shell>
  );
}
