import { gzipSync } from "node:zlib";
import { ratioFigure } from "./figure.mjs";
import { openTab, pagesOf, withBrowser } from "./pages.mjs";
import { median } from "./statistics.mjs";

const most = { median: 1.35, worst: 1.6 };

/** Every script that a page loads before anybody touches it, in gzip KiB, against the hello-world page. */
export async function pageScripts(stage) {
  const desk = await stage.desk();
  const hello = await stage.hello();
  const pages = await pagesOf(desk);
  return withBrowser(async (browser) => {
    const yardstick = await scriptsOf(browser, hello.url, desk);
    const figure = (name, ours, most) => ratioFigure({ name: `pages.js.${name}`, ours, yardstick, unit: "KiB", most });
    const each = [];
    for (const [name, url] of Object.entries(pages)) each.push([name, await scriptsOf(browser, url, desk)]);
    const sizes = each.map(([, size]) => size);
    return [
      figure("median", median(sizes), most.median),
      figure("worst", Math.max(...sizes), most.worst),
      ...each.map(([name, size]) => figure(name, size, most.worst)),
    ];
  });
}

async function scriptsOf(browser, url, desk) {
  const { tab, close } = await openTab(browser, url, desk);
  const bodies = [];
  tab.on("response", (response) => {
    if (response.request().resourceType() === "script") bodies.push(response.body());
  });
  const response = await tab.goto(url, { waitUntil: "networkidle" });
  if (!response?.ok() || tab.url() !== new URL(url).href) throw new Error(`${url} could not be opened: it led to ${tab.url()}.`);
  const bytes = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
  await close();
  return bytes / 1024;
}
