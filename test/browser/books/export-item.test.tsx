// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { ExportItem } from "@/components/books/export-item";
import type { BookExport } from "@/lib/desk/books/month";

import { type Answer, Doors, renderFresh } from "../merchants/desk";
import { router } from "../navigation";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

const made: BookExport = { id: "e1", style: "collected", entries: 3, by: "Ada", at: "2026-11-01T10:00:00Z", taken_back_at: null, taken_back_by: null };

it("says of an export what failed last, its file or its taking back, and reads again how it stands", async () => {
  const doors = new Doors({
    "/api/desk/books/exports/e1": { problem: 409, code: "TAKEN_BACK", message: "A colleague has taken it back." },
  });
  doors.set("/api/desk/books/exports/e1/file", { problem: 500, code: "BROKEN", message: "It couldn't be written." });
  renderFresh(<ExportItem environment="test" made={made} mayTakeBack mayDownload locked={false} />);
  fireEvent.click(screen.getByRole("button", { name: "Download" }));
  expect(await screen.findByText("There is no file")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Take back…" }));
  fireEvent.click(screen.getByRole("button", { name: "Take the export back" }));
  expect(await screen.findByText("It wasn't taken back")).toBeTruthy();
  expect(screen.getByText("A colleague has taken it back.")).toBeTruthy();
  expect(screen.queryByText("There is no file")).toBeNull();
  await waitFor(() => expect(router.refresh).toHaveBeenCalledTimes(1));
  fireEvent.click(screen.getByRole("button", { name: "Download" }));
  expect(await screen.findByText("There is no file")).toBeTruthy();
  expect(screen.queryByText("It wasn't taken back")).toBeNull();
});

it("says that a file failed whose export was being taken back meanwhile", async () => {
  let arrive: (answer: Answer) => void = () => undefined;
  const late = new Promise<Answer>((settle) => (arrive = settle));
  const doors = new Doors({ "/api/desk/books/exports/e1": new Promise(() => undefined) });
  doors.set("/api/desk/books/exports/e1/file", late);
  renderFresh(<ExportItem environment="test" made={made} mayTakeBack mayDownload locked={false} />);
  fireEvent.click(screen.getByRole("button", { name: "Download" }));
  fireEvent.click(screen.getByRole("button", { name: "Take back…" }));
  fireEvent.click(screen.getByRole("button", { name: "Take the export back" }));
  expect((await screen.findByRole("button", { name: "Take the export back", busy: true })).textContent).toBeTruthy();
  expect(screen.getByRole("button", { name: "Download" }).getAttribute("aria-busy")).toBe("true");
  arrive({ problem: 500, code: "BROKEN", message: "It couldn't be written." });
  expect(await screen.findByText("There is no file")).toBeTruthy();
});
