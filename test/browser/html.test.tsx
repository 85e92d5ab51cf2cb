// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";

import { Html } from "@/app/html";

afterEach(cleanup);

test("a document keeps the fonts that it began with; its theme turns", () => {
  const shown = (fonts: string | undefined, theme: "light" | "dark") => (
    <Html theme={theme} fonts={fonts}>
      <body />
    </Html>
  );
  const { rerender } = render(shown(undefined, "light"), { container: document });
  rerender(shown("sans mono", "dark"));
  const { className, dataset } = document.documentElement;
  expect([className, dataset.theme]).toEqual(["", "dark"]);
});
