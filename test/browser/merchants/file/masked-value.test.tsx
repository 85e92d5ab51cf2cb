// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";

import { PeoplePage } from "@/components/merchants/file/people-page";
import { isolated } from "@/lib/desk/isolated";

import { merchantDoor } from "../desk";
import { fileDoor, openableDialogs, openSection, read } from "./at-file";

const person = { stakeholder_id: "krn:p:1", given_name: "นภา", family_name: "עמית", date_of_birth: "1979-••-••", roles: ["OWNER"] };
const account = read({ extra_account_data: { beneficiary_information: { stakeholders: [person] } } }, { "stakeholders krn:p:1": { date_of_birth: "s" } });

beforeAll(openableDialogs);
beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-11-23T12:00:00Z") }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a value that is shown whole", () => {
  it("is gone from the page after a minute, and not before", async () => {
    await reveal();
    expect(screen.getByText("hidden in 60 s")).toBeTruthy();
    await pass(58_000);
    expect(screen.getByText("1979-05-12")).toBeTruthy();
    expect(screen.getByText("hidden in 2 s")).toBeTruthy();
    await pass(2_250);
    expect(screen.queryByText("1979-05-12")).toBeNull();
    expect(screen.getByText("1979-••-••")).toBeTruthy();
  });

  it("is announced, and the focus goes on at the button that hides it, and then at the one that shows it", async () => {
    await reveal();
    expect(screen.getByText("1979-05-12").getAttribute("role")).toBe("status");
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Hide" }));
    fireEvent.click(screen.getByRole("button", { name: "Hide" }));
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Reveal: Date of birth" }));
  });

  it("may be so short that nothing of it is shown before: that isn't called a matter of the role", async () => {
    const short = { ...person, national_identification: { country: "DK", number: "•••" } };
    const stamps = { "stakeholders krn:p:1": { "national_identification.number": "s" } };
    openSection(<PeoplePage />, { answers: { [fileDoor]: read({ extra_account_data: { beneficiary_information: { stakeholders: [short] } } }, stamps) } });
    await pass(0);
    expect(screen.getByRole("button", { name: "Reveal: National id" })).toBeTruthy();
    expect(screen.queryByText(/^Not shown to your role/)).toBeNull();
  });

  it("is shown for a whole minute again when it is asked for again", async () => {
    await reveal();
    await pass(30_000);
    fireEvent.click(screen.getByRole("button", { name: "Hide" }));
    expect(screen.queryByText("1979-05-12")).toBeNull();
    await ask();
    await pass(45_000);
    expect(screen.getByText("1979-05-12")).toBeTruthy();
    await pass(15_500);
    expect(screen.queryByText("1979-05-12")).toBeNull();
  });
});

async function reveal(): Promise<void> {
  openSection(<PeoplePage />, { answers: { [fileDoor]: account, [`${merchantDoor}/reveal`]: { json: { value: "1979-05-12" } } } });
  await pass(0);
  expect(screen.getByRole("heading", { name: `นภา ${isolated("עמית")}` })).toBeTruthy();
  await ask();
}

async function ask(): Promise<void> {
  const opener = screen.getByRole("button", { name: "Reveal: Date of birth" });
  opener.focus();
  fireEvent.click(opener);
  fireEvent.change(screen.getByLabelText("Why you need it"), { target: { value: "The caller is to name it" } });
  fireEvent.click(screen.getByRole("button", { name: "Show it for a minute" }));
  await pass(0);
  expect(screen.getByText("1979-05-12")).toBeTruthy();
}

async function pass(milliseconds: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(milliseconds));
}
