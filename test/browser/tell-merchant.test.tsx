// @vitest-environment jsdom
import { act, cleanup, configure, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { MerchantLanguage } from "@/components/operation/merchant-language";
import { TellMerchant } from "@/components/operation/tell-merchant";
import { accountWords } from "@/lib/klarna/account-words";
import { changeText, stateText } from "@/lib/klarna/merchant-text";
import { english, type MerchantTexts } from "@/lib/klarna/merchant-texts/en/texts";
import type { Language } from "@/lib/klarna/merchant-texts/languages";
import { textsIn } from "@/lib/klarna/merchant-texts/texts-in";

import { haveDialogs } from "./dialogs";

vi.mock("@/lib/klarna/merchant-texts/texts-in", async (original) => ({ textsIn: vi.fn((await original<{ textsIn: typeof textsIn }>()).textsIn) }));

const { tell } = accountWords("DISABLED", "NON_COMPLIANT");
const change = { operation: "accounts.update", code: "VALIDATION_ERROR" };
const writeText = vi.fn<(text: string) => Promise<void>>();

// What is loaded when it is opened takes its time on a busy machine.
configure({ asyncUtilTimeout: 20_000 });
beforeEach(() => {
  haveDialogs();
  writeText.mockResolvedValue();
  Object.assign(navigator, { clipboard: { writeText } });
});
afterEach(() => {
  cleanup();
  writeText.mockReset();
});

describe("the text for a merchant", () => {
  it("begins in the language of its country, and says below in English what that is", async () => {
    renderPages("SE");
    await open();
    await shownIn("sv");
    expect(text().value).toBe(stateText(tell, await textsIn("sv")));
    expect(screen.getByRole<HTMLSelectElement>("combobox", { name: "Language" }).value).toBe("sv");
    expect(inEnglish()?.textContent).toContain(stateText(tell));
  });

  it.each([["GB"], [null]])("begins in English for a merchant in %s, and is there once", async (country) => {
    renderPages(country);
    await open();
    expect(text().value).toBe(stateText(tell));
    expect(text().lang).toBe("en");
    expect(inEnglish()).toBeNull();
  });

  it("is copied in the language that was chosen, as it is shown", async () => {
    renderPages("SE");
    await open();
    choose("pl");
    await shownIn("pl");
    expect(text().value).toBe(stateText(tell, await textsIn("pl")));
    await act(async () => fireEvent.click(screen.getByRole("button", { name: "Copy" })));
    expect(writeText).toHaveBeenCalledExactlyOnceWith(text().value);
  });

  it("stays in the language that was chosen, for all texts of that merchant's pages", async () => {
    renderPages("SE");
    await open();
    choose("fr");
    await shownIn("fr");
    fireEvent.click(screen.getByRole("button", { name: "Close" }));
    await open(1);
    await shownIn("fr");
    expect(text().value).toBe(changeText(change, await textsIn("fr")));
  });

  it("follows the country when that becomes known, but never what was chosen", async () => {
    const pages = renderPages(null);
    await open();
    pages("DE");
    await shownIn("de");
    choose("en");
    pages("IT");
    await act(async () => undefined);
    expect(text().lang).toBe("en");
  });

  it("has a choice of its own where no merchant is around", async () => {
    render(<TellMerchant about={{ state: tell }} />);
    await open();
    expect(text().lang).toBe("en");
    choose("nb");
    await shownIn("nb");
    expect(text().value).toBe(stateText(tell, await textsIn("nb")));
  });
});

describe("while a language is loaded", () => {
  it("the English text stays and says so, and nothing around it moves", async () => {
    const come = held("fi");
    renderPages("FI");
    await open();
    expect(text().value).toBe(stateText(tell));
    expect(text().lang).toBe("en");
    expect(screen.getByLabelText(/in English while the Finnish one is loaded/)).toBe(text());
    const before = [text().rows, inEnglish()?.textContent];
    await come();
    await shownIn("fi");
    expect(screen.getByLabelText("Text")).toBe(text());
    expect([text().rows, inEnglish()?.textContent]).toEqual(before);
  });

  it("the text's place is as tall as for any other", async () => {
    renderPages("FR");
    await open();
    const tall = [text().rows];
    for (const language of ["de", "sv", "fi", "en"] as const) {
      choose(language);
      await shownIn(language);
      tall.push(text().rows);
    }
    expect(new Set(tall).size).toBe(1);
  });

  it("another one can be chosen, and the late one doesn't take its place", async () => {
    const come = held("fi");
    renderPages("FI");
    await open();
    choose("es");
    await shownIn("es");
    await come();
    expect(text().lang).toBe("es");
    expect(text().value).toBe(stateText(tell, await textsIn("es")));
  });

  it("and it can't be, that is said, and the English text is what there is and what is copied", async () => {
    vi.mocked(textsIn).mockRejectedValueOnce(new Error("no such chunk"));
    renderPages("DK");
    await open();
    expect(await screen.findByText(/^Danish couldn't be loaded, so this is the English text/)).toBeTruthy();
    expect(text().lang).toBe("en");
    await act(async () => fireEvent.click(screen.getByRole("button", { name: "Copy" })));
    expect(writeText).toHaveBeenCalledExactlyOnceWith(stateText(tell, english));
    choose("en");
    expect(screen.queryByText(/couldn't be loaded/)).toBeNull();
    choose("da");
    await shownIn("da");
    expect(screen.queryByText(/couldn't be loaded/)).toBeNull();
  });
});

/** The pages of a merchant with two texts; answers how its country becomes another. */
function renderPages(country: string | null): (country: string) => void {
  const pages = (where: string | null) => (
    <MerchantLanguage country={where}>
      <TellMerchant about={{ state: tell }} />
      <TellMerchant about={{ change }} />
    </MerchantLanguage>
  );
  const { rerender } = render(pages(country));
  return (other) => rerender(pages(other));
}

async function open(which = 0): Promise<void> {
  const button = screen.getAllByRole("button", { name: "Copy text for the merchant" })[which];
  await act(async () => button && fireEvent.click(button));
  await screen.findByRole("textbox");
}

function choose(language: Language): void {
  fireEvent.change(screen.getByRole("combobox", { name: "Language" }), { target: { value: language } });
}

function text(): HTMLTextAreaElement {
  return screen.getByRole("textbox");
}

function inEnglish(): HTMLElement | null {
  return within(screen.getByRole("dialog")).queryByRole("region", { name: "In English" });
}

async function shownIn(language: Language): Promise<void> {
  await vi.waitFor(() => expect(text().lang).toBe(language), { timeout: 20_000 });
}

/** A language that doesn't come before it is let. */
function held(language: Language): () => Promise<void> {
  let letCome: (texts: MerchantTexts) => void = () => undefined;
  vi.mocked(textsIn).mockReturnValueOnce(new Promise((resolve) => (letCome = resolve)));
  return async () => {
    const texts = await textsIn(language);
    await act(async () => letCome(texts));
  };
}
