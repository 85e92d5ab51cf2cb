// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { MentionArea } from "@/components/merchants/notes/mention-area";
import { mentionAt } from "@/components/merchants/notes/mention-at";

import { Doors, renderFresh } from "./desk";

const team = [
  { id: "1", name: "Ada Lindqvist" },
  { id: "2", name: "Åke Ek" },
  { id: "3", name: "Grace O'Neill" },
];
const chosen: string[] = [];

beforeEach(async () => {
  new Doors({ "/api/desk/colleagues": { json: team } });
  chosen.length = 0;
  renderFresh(<Form />);
  await act(async () => undefined);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Form() {
  const [text, setText] = useState("");
  return (
    <MentionArea
      label="Note"
      value={text}
      onChange={(next, mentioned) => {
        setText(next);
        if (mentioned) chosen.push(mentioned);
      }}
    />
  );
}

const area = () => screen.getByLabelText<HTMLTextAreaElement>("Note");
const offered = () => screen.queryAllByRole("option").map(({ textContent }) => textContent);
const write = (text: string, caret = text.length) => fireEvent.change(area(), { target: { value: text, selectionStart: caret, selectionEnd: caret } });
const press = (key: string, more = {}) => fireEvent.keyDown(area(), { key, ...more });

describe("the text of a note", () => {
  it("takes the focus, and offers everybody at an @", () => {
    expect(document.activeElement).toBe(area());
    expect(offered()).toEqual([]);
    write("Hello @");
    expect(offered()).toEqual(team.map(({ name }) => name));
  });

  it("offers those whose names hold what is typed, whatever its case and accents", () => {
    write("@ake");
    expect(offered()).toEqual(["Åke Ek"]);
    write("@lindq");
    expect(offered()).toEqual(["Ada Lindqvist"]);
    write("@ada is here");
    expect(offered()).toEqual([]);
  });

  it.each(["Enter", "Tab"])("takes the one that the arrows chose by %s, and goes on after it", (key) => {
    write("See @");
    press("ArrowDown");
    expect(area().getAttribute("aria-activedescendant")).toBe(screen.getAllByRole("option")[1]?.id);
    press(key);
    expect(area().value).toBe("See @Åke Ek ");
    expect(area().selectionEnd).toBe(12);
    expect(chosen).toEqual(["2"]);
    expect(offered()).toEqual([]);
  });

  it("takes it in the middle of a text, without a space too many", () => {
    write("Ask @gr tomorrow", 7);
    press("Enter");
    expect(area().value).toBe("Ask @Grace O'Neill tomorrow");
  });

  it("leaves the text as it is by Escape until another @ is typed, and Ctrl and Enter to the form", () => {
    write("@");
    press("Enter", { ctrlKey: true });
    expect(area().value).toBe("@");
    press("Escape");
    expect(offered()).toEqual([]);
    write("@ad");
    expect(offered()).toEqual([]);
    write("@ad, @");
    expect(offered()).toHaveLength(3);
  });

  it("offers nobody in an e-mail address", () => {
    write("info@ada");
    expect(offered()).toEqual([]);
    expect(mentionAt("info@ada", 8)).toBeUndefined();
    expect(mentionAt("a\n(@ada l", 9)).toEqual({ start: 3, text: "ada l" });
  });
});
