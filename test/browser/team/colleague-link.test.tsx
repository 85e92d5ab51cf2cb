// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { ColleagueView } from "@/components/team/colleague-view";

import { haveDialogs } from "../dialogs";
import { renderFresh } from "../merchants/desk";
import { person } from "./person";

beforeEach(haveDialogs);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("a new link that is made while its question is closed is shown all the same: the old one doesn't work any more", async () => {
  let answer: ((made: Response) => void) | undefined;
  vi.stubGlobal("fetch", (_: string, init: { readonly method?: string } = {}) =>
    init.method === "POST" ? new Promise<Response>((resolve) => (answer = resolve)) : Promise.resolve(Response.json({ person, sessions: [] })),
  );
  renderFresh(<ColleagueView first={{ person, sessions: [] }} oneself={false} provider={undefined} passwords providerGivesRoles={false} />);
  fireEvent.click(screen.getByRole("button", { name: /link/i }));
  const dialog = within(await screen.findByRole("dialog"));
  fireEvent.click(dialog.getByRole("button", { name: "Make the link" }));
  await expect.poll(() => answer).toBeDefined();
  // Drawn as on its way, as whoever presses Cancel sees it.
  await waitFor(() => expect(dialog.getByRole("button", { name: /link/i }).getAttribute("aria-busy")).toBe("true"));
  fireEvent.click(dialog.getByRole("button", { name: "Cancel" }));
  await act(async () => answer?.(Response.json({ person, sessions: [], link: "https://desk.example/set-password#made-up" })));
  expect(await screen.findByText(/made-up/)).toBeTruthy();
});
