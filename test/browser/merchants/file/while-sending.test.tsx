// @vitest-environment jsdom
import { fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";

import { useSide } from "@/components/merchants/compare/use-side";
import { BusinessPage } from "@/components/merchants/file/business-page";
import type { Edit } from "@/lib/desk/file";
import { callOf } from "@/lib/klarna/call";
import { accounts } from "@/lib/klarna/operations/accounts";

import { type Answer, accountId } from "../desk";
import { begun, editDoor, fileDoor, freshPages, openSection, partsDoor, read } from "./at-file";

freshPages();

const was = { business_name: "Blomster AB" };
const named = { account_name: "Blomster", account_reference: "SE-1" };
const account = read({ ...named, extra_account_data: { business_information: was } });

describe("what becomes of a later step while an earlier one is being sent", () => {
  it("is that what was typed of it meanwhile isn't sent before it was looked through", async () => {
    const { doors, answer } = await sendTwo();
    fireEvent.change(screen.getByRole("textbox", { name: "Name" }), { target: { value: "Blomster third" } });
    answer();
    expect(await screen.findByText("One change, not sent yet")).toBeTruthy();
    const dialog = await review();
    expect(within(dialog).getByText("Blomster third")).toBeTruthy();
    expect(doors.askedFor(partsDoor)).toBe(1);
    fireEvent.click(within(dialog).getByRole("button", { name: "Send the change" }));
    await screen.findByRole("dialog", { name: "Klarna has everything" });
    expect(doors.bodies.filter((body) => body && "to" in (body as object)).at(-1)).toMatchObject({ to: { account_name: "Blomster third" } });
  });

  it("is that it isn't sent at all, once it was given up", async () => {
    const { doors, answer } = await sendTwo();
    const [form] = screen.getAllByRole("button", { name: "Leave it as it was" });
    fireEvent.click(form as HTMLElement);
    answer();
    await vi.waitFor(() => expect(screen.queryByRole("region", { name: "Not sent yet" })).toBeNull(), { timeout: 10_000 });
    expect(doors.askedFor(partsDoor)).toBe(1);
  });
});

it("what another page has read of the merchant is read anew once something was sent", async () => {
  const accountDoor = "/api/klarna/test/accounts.get";
  const call = callOf(accounts.get, { account_id: accountId });
  const Compared = () => <p>{useSide("test", { is: "merchant", account_id: accountId, known: undefined, call }).name}</p>;
  const edit = begun("businessInformation", was, { business_name: "Blomster Nord AB" });
  const answers = { [fileDoor]: account, [partsDoor]: { json: { is: "done", merged: [] } }, [accountDoor]: { json: { account_name: "As it was" } } };
  const page = (
    <>
      <BusinessPage />
      <Compared />
    </>
  );
  const doors = openSection(page, { edit, answers });
  await screen.findByText("As it was");
  const dialog = await review();
  doors.set(accountDoor, { json: { account_name: "As it is" } });
  fireEvent.click(within(dialog).getByRole("button", { name: "Send the change" }));
  expect(await screen.findByText("As it is")).toBeTruthy();
});

/** Sends two steps, goes back to the page while the first is on its way, and gets its answer when it is asked to come. */
async function sendTwo() {
  const { content, ...edit } = begun("businessInformation", was, { business_name: "Blomster Nord AB" });
  const parts = { ...content.parts, ...begun("accounts", named, { account_name: "Blomster second" }).content.parts };
  let arrive: (answer: Answer) => void = () => undefined;
  const first = new Promise<Answer>((resolve) => (arrive = resolve));
  const two: Edit = { ...edit, content: { ...content, parts } };
  const doors = openSection(<BusinessPage />, { edit: two, answers: { [fileDoor]: account, [editDoor]: { json: two }, [partsDoor]: first } });
  await screen.findByRole("textbox", { name: "Name" });
  const dialog = await review();
  fireEvent.click(within(dialog).getByRole("button", { name: "Send 2 changes" }));
  await expect.poll(() => doors.askedFor(partsDoor)).toBe(1);
  fireEvent.click(within(dialog).getByRole("button", { name: "Back" }));
  doors.set(partsDoor, { json: { is: "done", merged: [] } });
  return { doors, answer: () => arrive({ json: { is: "done", merged: [] } }) };
}

async function review(): Promise<HTMLElement> {
  fireEvent.click(await screen.findByRole("button", { name: "Review and send" }));
  return screen.findByRole("dialog");
}
