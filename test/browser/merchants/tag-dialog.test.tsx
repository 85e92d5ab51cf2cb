// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { TagDialog } from "@/components/merchants/tag-dialog";
import type { Tag } from "@/lib/desk/tag";

import { haveDialogs } from "../dialogs";
import { type Answer, Doors, merchant, renderFresh } from "./desk";

beforeEach(haveDialogs);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const autumn: Tag = { id: "t1", name: "Autumn", colour: "green" };
const winter: Tag = { id: "t2", name: "Winter", colour: "blue" };
const made: Tag = { id: "t3", name: "VIP", colour: "grey" };

describe("a tag's name that is being typed stays", () => {
  it("when the tag before it is made", async () => {
    const { answer } = await shown("/api/desk/tags");
    add("VIP");
    type("New tag", "Wholesale");
    answer({ json: made });
    await settled("Add tag");
    expect(textOf("New tag")).toBe("Wholesale");
  });

  it("when the list is read again only after that", async () => {
    const { doors, answer } = await shown("/api/desk/tags?");
    doors.set("/api/desk/tags", { json: made });
    add("VIP");
    // Nobody waits for the list: it may wait for Klarna.
    await waitFor(() => expect(textOf("New tag")).toBe(""));
    await settled("Add tag");
    type("New tag", "Wholesale");
    answer({ json: [autumn, made, winter] });
    expect((await screen.findByLabelText<HTMLInputElement>("VIP")).checked).toBe(true);
    expect(textOf("New tag")).toBe("Wholesale");
  });

  it("in the edit of another tag, when a new one is made", async () => {
    const { doors, answer } = await shown("/api/desk/tags");
    add("VIP");
    edit("Autumn");
    type("New name of Autumn", "Autumn sale");
    doors.set("/api/desk/tags?", { json: [autumn, made, winter] });
    answer({ json: made });
    expect(await screen.findByLabelText("VIP")).toBeDefined();
    expect(textOf("New name of Autumn")).toBe("Autumn sale");
    fireEvent.click(screen.getByText("Leave it"));
    await waitFor(() => expect(textOf("New tag")).toBe(""));
  });

  it("in the edit of another tag, when one is changed", async () => {
    const { doors, answer } = await shown("/api/desk/tags/t1");
    edit("Autumn");
    type("New name of Autumn", "Autumn sale");
    fireEvent.click(screen.getByText("Change tag"));
    edit("Winter");
    type("New name of Winter", "Winter sale");
    doors.set("/api/desk/tags?", { json: [{ ...autumn, name: "Autumn sale" }, winter] });
    answer({ json: { ...autumn, name: "Autumn sale" } });
    expect(await screen.findByLabelText("Autumn sale")).toBeDefined();
    expect(textOf("New name of Winter")).toBe("Winter sale");
  });

  it("while another tag is edited", async () => {
    const { doors } = await shown("/api/desk/tags?");
    doors.set("/api/desk/tags/t1", { json: { ...autumn, name: "Autumn sale" } });
    type("New tag", "Wholesale");
    edit("Autumn");
    expect(screen.getByLabelText("New tag").closest("[hidden]")).not.toBeNull();
    type("New name of Autumn", "Autumn sale");
    fireEvent.click(screen.getByText("Change tag"));
    await waitFor(() => expect(screen.queryByLabelText("New name of Autumn")).toBeNull());
    expect(textOf("New tag")).toBe("Wholesale");
  });
});

/** The dialog as it has read its tags; what the given door answers from then on, its test says. */
async function shown(door: string) {
  const doors = new Doors({ "/api/desk/tags?": { json: [autumn, winter] } });
  renderFresh(<TagDialog environment="test" merchants={[merchant()]} onClose={() => undefined} />);
  await screen.findByLabelText("Autumn");
  let answer: (answer: Answer) => void = () => undefined;
  doors.set(door, new Promise<Answer>((resolve) => (answer = resolve)));
  return { doors, answer };
}

function type(label: string, text: string) {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
}

function textOf(label: string): string {
  return screen.getByLabelText<HTMLInputElement>(label).value;
}

function add(name: string) {
  type("New tag", name);
  fireEvent.click(screen.getByText("Add tag"));
}

function edit(name: string) {
  fireEvent.click(screen.getByLabelText(`Edit ${name}`));
}

async function settled(name: string) {
  await waitFor(() => expect(screen.getByText(name).closest("[aria-busy]")).toBeNull());
}
