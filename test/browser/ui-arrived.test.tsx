import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";

import { PageHeader } from "@/components/ui/page-header";

it("a page's header is painted once all of its buttons have arrived", () => {
  const html = renderToString(<PageHeader title="Settlements" actions={<button type="button">Look up</button>} />);
  const [, awaited = "nothing"] = /<link rel="expect" href="#([^"]+)" blocking="render"\/>/.exec(html) ?? [];
  expect(html.indexOf(`id="${awaited}"`)).toBeGreaterThan(html.indexOf("Look up"));
});
