import { expectAccessible } from "./stage/accessible";
import { operational } from "./stage/file";
import { onboard } from "./stage/merchant";
import { expect, test } from "./stage/story";

test("A support agent works on a merchant, leaves a note that names a colleague and pins it; the colleague sees it in the activity", async ({
  somebody,
  place,
  expectErrors,
}) => {
  expectErrors(/status of 400.*notes/);
  const [agent, colleague] = [await somebody("support"), await somebody("operations")];
  const merchant = await onboard(colleague);
  const address = `/test/merchants/${encodeURIComponent(merchant.account_id)}`;
  const { page } = agent;

  await page.goto(address);
  await page.getByRole("button", { name: "I'm working on this" }).click();
  await expect(page.getByText("You are working on this")).toBeVisible();

  // By the keyboard alone, from the link on.
  await page.getByRole("link", { name: "All activity" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Activity" })).toBeVisible();
  await page.getByRole("button", { name: "Write a note" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Note" })).toBeFocused();
  await page.keyboard.type("Their registration number is wrong, the merchant will call again. @");
  // Other stories have people of the same name: all but the end of the serial tells them apart.
  await page.keyboard.type(colleague.person.name.slice(0, -2));
  await expect(page.getByRole("form", { name: "New note" }).getByRole("option", { name: colleague.person.name })).toBeVisible();
  await expectAccessible(page, "a note that names somebody");
  await page.keyboard.type(colleague.person.name.slice(-2));
  await page.keyboard.press("Enter");
  await page.keyboard.type("can you look?");
  await page.getByLabel("Ticket number").fill("see the other one");
  await page.getByRole("button", { name: "Save note" }).click();
  await expect(page.getByText("Only the number, as in CASE-1234")).toBeVisible();

  // What was typed is there still, also after a look at another section.
  await page.getByRole("link", { name: "Overview", exact: true }).click();
  await expect(page.getByRole("region", { name: "State" })).toBeVisible();
  await page.getByRole("link", { name: "Activity", exact: true }).click();
  await page.getByLabel("Ticket number").fill("CASE-1234");
  await page.keyboard.press("Control+Enter");
  const note = page.getByRole("listitem").filter({ hasText: `@${colleague.person.name} can you look?` });
  await expect(note).toContainText("CASE-1234");
  await expect(page.getByRole("button", { name: "Write a note" })).toBeFocused();
  await note.getByRole("button", { name: "Pin on top" }).click();
  await expect(page.getByRole("list", { name: "Pinned" })).toContainText("can you look?");

  const kept = await place.query<{ body: string }>("SELECT encode(body, 'escape') AS body FROM notes WHERE account_id = $1", [merchant.account_id]);
  expect(kept).toHaveLength(1);
  expect(kept[0]?.body).not.toContain("registration");

  // The colleague finds it on top, sees who works on the merchant, and takes over.
  await colleague.page.goto(`${address}/activity`);
  const pinned = colleague.page.getByRole("list", { name: "Pinned" });
  await expect(pinned).toContainText(`@${colleague.person.name} can you look?`);
  await expect(pinned.getByRole("button", { name: "Edit" })).toHaveCount(0);
  await expect(colleague.page.getByText(`${agent.person.name} is working on this`)).toBeVisible();
  await colleague.page.getByRole("button", { name: "Take over" }).click();
  await expect(colleague.page.getByText(`You took it over from ${agent.person.name}.`)).toBeVisible();

  await expectAccessible(colleague.page, "a pinned note, and a merchant taken over");

  // Among all that happened the onboarding is found by its kind, and the address leads there again.
  await colleague.page.getByRole("button", { name: "Asked of Klarna" }).click();
  await expect(colleague.page.getByRole("list", { name: "Activity" })).toContainText(`${colleague.person.name} onboarded this merchant`);
  await expect(pinned).toHaveCount(0);
  await expect(colleague.page).toHaveURL(/\?kinds=operation$/);
  await colleague.page.reload();
  await expect(colleague.page.getByRole("button", { name: "Asked of Klarna" })).toHaveAttribute("aria-pressed", "true");
  await expect(pinned).toHaveCount(0);
  await colleague.page.goto(address);
  await expect(colleague.page.getByRole("list", { name: "What happened" })).toContainText("can you look?");
});

test("Who is signed out while a note is written signs in in another tab, and saves what was typed", async ({
  somebody,
  atAnotherBrowser,
  place,
  expectErrors,
}) => {
  const visitor = await somebody("operations");
  const { page, person } = visitor;
  const merchant = await operational(visitor);
  await page.goto(`/test/merchants/${encodeURIComponent(merchant.account_id)}/activity`);
  await page.getByRole("button", { name: "Write a note" }).click();
  await page.getByRole("textbox", { name: "Note" }).fill("The owner is on holiday");
  expectErrors(/status of 401/);
  await place.query("UPDATE sessions SET ended_at = now() WHERE person_id = $1", [person.id]);
  await page.getByRole("button", { name: "Save note" }).click();
  const form = page.getByRole("form", { name: "New note" });
  const other = page.waitForEvent("popup");
  await form.getByRole("link", { name: "Sign in in a new tab" }).click();
  await expect((await other).getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expectAccessible(page, "a note of somebody who is signed out");
  const again = await atAnotherBrowser(person);
  await page.context().addCookies(await again.context.cookies());
  await page.getByRole("button", { name: "Save note" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "The owner is on holiday" })).toBeVisible();
});
