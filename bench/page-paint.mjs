import { limitFigure, ratioFigure } from "./figure.mjs";
import { openTab, pagesOf, withBrowser } from "./pages.mjs";
import { median } from "./statistics.mjs";

const rounds = 5;
const slowCpu = 4;
const slowNetwork = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

/** When the largest thing of a page is painted on a slow machine and network, against the hello-world page; and how far anything moves. */
export async function pagePaint(stage) {
  const desk = await stage.desk();
  const hello = await stage.hello();
  const pages = Object.entries(await pagesOf(desk));
  const paints = await withBrowser(async (browser) => {
    const paints = [];
    for (let round = 0; round <= rounds; round++)
      for (const [name, url] of [["hello", hello.url], ...pages]) paints.push({ name, round, ...(await paintOf(browser, url, desk)) });
    // The first round warms servers up.
    return paints.filter(({ round }) => round > 0);
  });
  const of = (page, value) => paints.filter(({ name }) => name === page).map((paint) => paint[value]);
  const yardstick = median(of("hello", "largest"));
  return [
    ...pages.map(([name]) => ratioFigure({ name: `pages.lcp.${name}`, ours: median(of(name, "largest")), yardstick, unit: "ms", most: 2 })),
    ...pages.map(([name]) => limitFigure({ name: `pages.cls.${name}`, ours: Math.max(...of(name, "shift")), limit: 0.01, unit: "" })),
  ];
}

async function paintOf(browser, url, desk) {
  const { tab, close } = await openTab(browser, url, desk);
  const devtools = await tab.context().newCDPSession(tab);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", slowNetwork);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowCpu });
  await tab.addInitScript(observe);
  await tab.goto(url, { waitUntil: "networkidle" });
  const seen = await tab.evaluate(() => globalThis.painted);
  await close();
  return seen;
}

// Runs in the page.
function observe() {
  const painted = { largest: 0, shift: 0 };
  globalThis.painted = painted;
  const on = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  on("largest-contentful-paint", ({ startTime }) => {
    painted.largest = startTime;
  });
  on("layout-shift", ({ value }) => {
    painted.shift += value;
  });
}
