// @vitest-environment jsdom
import { expect, it } from "vitest";

import { wayOf } from "@/components/operation/leaving";

/** Whether a press of a link leads away from the page. */
function leadsAway(attributes: string, pressed: MouseEventInit = {}): boolean {
  document.body.innerHTML = `<a ${attributes}><span>There</span></a>`;
  let away = false;
  const look = (event: MouseEvent) => {
    away = wayOf(event) !== undefined;
    event.preventDefault();
  };
  document.addEventListener("click", look, { once: true });
  document.querySelector("span")?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...pressed }));
  return away;
}

it.each([
  ["to another page", 'href="/test/merchants"', {}, true],
  ["to another page in another tab", 'href="/test/merchants"', { metaKey: true }, false],
  ["to another page in a new window", 'href="/test/merchants" target="_blank"', {}, false],
  ["to a place on the page", 'href="#address"', {}, false],
  ["to another site", 'href="https://docs.klarna.com/"', {}, false],
  ["to a file that is saved", 'href="/api/desk/imports/1/rows" download', {}, false],
])("a link %s leads away from a page, or doesn't", (_, attributes, pressed, away) => {
  expect(leadsAway(attributes, pressed)).toBe(away);
});
