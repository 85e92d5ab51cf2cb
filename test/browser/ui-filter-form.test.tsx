// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { Suspense, startTransition, use, useState } from "react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { FilterForm } from "@/components/ui/filter-form";
import { FilterSelect } from "@/components/ui/filter-select";
import { TextField } from "@/components/ui/text-field";

import { router } from "./navigation";

interface Filter {
  readonly verdict?: string;
  readonly text?: string;
}

/** What the server answers to the address that was asked for last, once it does. */
let answer: () => Promise<void>;
let follow: (filter: Filter) => void;

beforeEach(() => {
  router.replace.mockImplementation((href: string) => {
    const filter = Object.fromEntries(new URL(href, "http://desk.example").searchParams);
    const coming = new Promise<Filter>((resolve) => {
      answer = () => act(async () => resolve(filter));
    });
    startTransition(() => turn(coming));
  });
});
afterEach(() => {
  cleanup();
  router.replace.mockReset();
});

let turn: (to: Promise<Filter>) => void;

function Page() {
  const [page, setPage] = useState<Promise<Filter> | Filter>({});
  turn = setPage;
  follow = (filter) => act(() => setPage(filter));
  return (
    <Suspense>
      <List page={page} />
    </Suspense>
  );
}

function List({ page }: { readonly page: Promise<Filter> | Filter }) {
  const filter = page instanceof Promise ? use(page) : page;
  return (
    <>
      <p>{`Shown: ${JSON.stringify(filter)}`}</p>
      <FilterForm address="/test/settlements" filter={filter}>
        <FilterSelect name="verdict" label="Adds up?" value={filter.verdict} options={[{ value: "differs", label: "Differs" }]} />
        <TextField id="text" name="text" label="Reference" optional="quietly" defaultValue={filter.text ?? ""} />
      </FilterForm>
    </>
  );
}

/** Does what waits for an answer. */
const ask = (press: () => unknown) => act(async () => void press());
const choice = () => screen.getByRole<HTMLSelectElement>("combobox", { name: "Adds up?" });
const words = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Reference" });

describe("a form that says what is shown", () => {
  it("keeps the keyboard's place when what was chosen is shown, and what is typed meanwhile", async () => {
    render(<Page />);
    choice().focus();
    await ask(() => fireEvent.change(choice(), { target: { value: "differs" } }));
    expect(router.replace).toHaveBeenCalledExactlyOnceWith("/test/settlements?verdict=differs", { scroll: false });
    fireEvent.change(words(), { target: { value: "XD65-1" } });
    await answer();
    expect(screen.getByText('Shown: {"verdict":"differs"}')).toBeTruthy();
    expect(document.activeElement).toBe(choice());
    expect([choice().value, words().value]).toEqual(["differs", "XD65-1"]);
  });

  it("says what is shown when that was asked for elsewhere, also after it was asked for here", async () => {
    render(<Page />);
    await ask(() => fireEvent.change(choice(), { target: { value: "differs" } }));
    await answer();
    fireEvent.change(words(), { target: { value: "XD65-1" } });
    follow({ text: "XD65-2" });
    expect([choice().value, words().value]).toEqual(["", "XD65-2"]);
    await ask(() => fireEvent.click(screen.getByRole("button", { name: "Show all" })));
    await answer();
    expect([choice().value, words().value]).toEqual(["", ""]);
  });

  it("asked once more for what is shown says afterwards what was asked for elsewhere", async () => {
    render(<Page />);
    await ask(() => fireEvent.submit(screen.getByRole("form", { name: "Show only" })));
    await answer();
    follow({ verdict: "differs" });
    expect(choice().value).toBe("differs");
  });

  it("never says what isn't shown: what was asked for and can't be, or was taken back before it came", async () => {
    render(<Page />);
    follow({ text: "XD65-2" });
    fireEvent.change(words(), { target: { value: "1999" } });
    await ask(() => fireEvent.submit(screen.getByRole("form", { name: "Show only" })));
    // The page doesn't understand it, and shows everything.
    follow({});
    expect(words().value).toBe("");
    await ask(() => fireEvent.change(choice(), { target: { value: "differs" } }));
    await answer();
    await ask(() => fireEvent.submit(screen.getByRole("form", { name: "Show only" })));
    await answer();
    follow({});
    expect(choice().value).toBe("");
    follow({ verdict: "differs" });
    expect(choice().value).toBe("differs");
  });

  it("forgets what was asked for and taken back before it came: a link to it is shown as any other", async () => {
    render(<Page />);
    await ask(() => fireEvent.change(choice(), { target: { value: "differs" } }));
    await ask(() => fireEvent.change(choice(), { target: { value: "" } }));
    await answer();
    follow({ verdict: "differs" });
    expect(choice().value).toBe("differs");
  });
});
