import { cleanup } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";

import { standAt } from "../navigation";

/** Each test of the file finds the list of merchants at its address, without a query, and the time as these tests set it. */
export function atTheList(): void {
  beforeEach(() => {
    standAt("/test/merchants");
    vi.useFakeTimers({ now: new Date("2026-11-23T12:00:00Z") });
    Element.prototype.scrollIntoView = () => undefined;
  });
  afterEach(() => {
    cleanup();
    window.history.replaceState(null, "", window.location.pathname);
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}
