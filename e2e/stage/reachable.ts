import { expect, type Page } from "@playwright/test";

interface ReachFaults {
  /** What Tab never comes to. */
  readonly unreached: readonly string[];
  /** What looks the same with the focus as without it. */
  readonly unseen: readonly string[];
}

/** Sees that whoever has only a keyboard gets by Tab to all that can be pressed or typed into on the page as it is now, sees where they are, and is held nowhere. */
export async function expectReachable(page: Page, what: string): Promise<void> {
  expect.soft(await reachFaultsOn(page), `${what}, by keyboard`).toEqual({ unreached: [], unseen: [] });
}

/** What keeps a keyboard from using the page as it is now. */
export async function reachFaultsOn(page: Page): Promise<ReachFaults> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const walk = await page.evaluateHandle(beginWalk);
  const most = 2 * (await walk.evaluate(({ left }) => left().length)) + 20;
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press("Tab");
    if (await walk.evaluate(({ step }) => step())) break;
  }
  const faults = await walk.evaluate(({ left, unseen }) => ({ unreached: left(), unseen: [...unseen] }));
  await walk.dispose();
  return faults;
}

/** In the page: how everything looks without the focus, and what the focus came by since. */
function beginWalk() {
  const dialog = document.querySelector("dialog:modal");
  const name = (control: Element) =>
    `${control.tagName.toLowerCase()} ${control.getAttribute("aria-label") ?? (control.textContent?.trim() || control.getAttribute("name"))}`.slice(0, 80);
  const look = (element: Element) => {
    const { outline, boxShadow, borderColor, backgroundColor, textDecorationLine } = getComputedStyle(element);
    return [outline, boxShadow, borderColor, backgroundColor, textDecorationLine].join();
  };
  // A box around an input may show its focus, or a label beside one that isn't drawn.
  const looks = (control: Element) => [control, control.parentElement, ...(control.parentElement?.children ?? [])].map((one) => one && look(one)).join();
  const controls = () =>
    [...(dialog ?? document).querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, [tabindex]")].filter((control) => {
      const { visibility } = getComputedStyle(control);
      const drawn = control.getClientRects().length > 0 && visibility === "visible" && !control.closest("[inert]");
      // Of radio buttons one is come to by Tab, the others by arrows.
      const later = control instanceof HTMLInputElement && control.type === "radio" && !control.checked;
      return drawn && control.tabIndex >= 0 && !later && !control.matches(":disabled");
    });
  (document.activeElement as HTMLElement | null)?.blur();
  const resting = new Map(controls().map((control) => [control, looks(control)]));
  const reached = new Set<Element>();
  const unseen = new Set<string>();
  const left = () => controls().flatMap((control) => (reached.has(control) ? [] : [name(control)]));
  const step = () => {
    const focused = document.activeElement as HTMLElement | null;
    if (focused && resting.get(focused) === looks(focused)) unseen.add(name(focused));
    if (focused) reached.add(focused);
    // Everything is asked how it is drawn only where nothing may be left.
    return reached.size >= resting.size && left().length === 0;
  };
  return { left, step, unseen };
}
