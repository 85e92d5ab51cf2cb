import { limitFigure, ratioFigure } from "../figure.mjs";
import { openTab, withBrowser } from "../pages.mjs";
import { quantile } from "../statistics.mjs";
import { madeUpEnablements, madeUpPlan } from "./made-up.mjs";
import { scrolled } from "./scroll.mjs";

const many = 5_000;
const few = 50;
const rounds = 5;
const frames = 300;

/** How evenly a plan's matrix and a product's enablements scroll with 5,000 rows against 50, and how many rows stand in the document. */
export async function planner(stage) {
  const desk = await stage.desk();
  return withBrowser((browser) => plannerOn(browser, desk, { rounds, frames }));
}

/** The same in a browser that is open, in as many rounds as are wanted. `spoil` is done to each page before it is measured. */
async function plannerOn(browser, desk, { rounds, frames, spoil = async () => undefined }) {
  const seen = Object.fromEntries(Object.keys(views).flatMap((name) => [few, many].map((count) => [`${name} ${count}`, { times: [], most: 0 }])));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, view] of Object.entries(views))
      for (const count of [few, many]) {
        const { times, most } = await measure(browser, desk, view, { count, frames, spoil });
        const all = seen[`${name} ${count}`];
        all.times.push(...times);
        all.most = Math.max(all.most, most);
      }
  return Object.keys(views).flatMap((name) => {
    const [short, long] = [seen[`${name} ${few}`], seen[`${name} ${many}`]];
    return [
      ratioFigure({ name: `planner.frames.${name}`, ours: quantile(long.times, 0.95), yardstick: quantile(short.times, 0.95), unit: "ms", most: 1.2 }),
      limitFigure({ name: `planner.rows.${name}`, ours: long.most, limit: 300, unit: "rows" }),
    ];
  });
}

const plan = ({ deskUrl }) => `${deskUrl}/test/programs/plans/krn:plan`;
const merchant = ({ deskUrl, accounts }) =>
  `${deskUrl}/test/merchants/${encodeURIComponent(accounts.find(({ state }) => state === "OPERATIONAL").account_id)}/programs`;

/** What is scrolled: where it stands, what the page is answered, and by what one sees that it is there. */
const views = {
  matrix: { url: plan, door: "**/api/desk/programs/plan*", answer: madeUpPlan, ready: "tbody tr[data-index]" },
  enablements: { url: merchant, door: "**/paymentProgramEnablements.list*", answer: madeUpEnablements, ready: "table tr[data-index]" },
  chart: { url: merchant, door: "**/paymentProgramEnablements.list*", answer: madeUpEnablements, ready: "[data-lane]", inside: "figure > div" },
};

async function measure(browser, desk, { url, door, answer, ready, inside }, { count, frames, spoil }) {
  const { tab, close } = await openTab(browser, url(desk), desk);
  await tab.route(door, (route) => route.fulfill({ json: answer(count) }));
  await tab.goto(url(desk));
  await tab.locator(ready).first().waitFor();
  await spoil(tab, count);
  // The first frames wake the page up.
  await scrolled(tab, { frames: 30, inside });
  const seen = await scrolled(tab, { frames, inside });
  await close();
  return seen;
}
