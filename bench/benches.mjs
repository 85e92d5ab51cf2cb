import { directory } from "./directory.mjs";
import { conflicts } from "./file/conflicts.mjs";
import { opening } from "./file/opening.mjs";
import { crash } from "./foundation/crash.mjs";
import { faults } from "./foundation/faults.mjs";
import { hostile } from "./foundation/hostile.mjs";
import { load } from "./foundation/load.mjs";
import { start } from "./foundation/start.mjs";
import { webhooks } from "./foundation/webhooks.mjs";
import { gatewayCpu } from "./gateway-cpu.mjs";
import { gatewayLatency } from "./gateway-latency.mjs";
import { pagePaint } from "./page-paint.mjs";
import { pageScripts } from "./page-scripts.mjs";
import { planner } from "./planner/planner.mjs";
import { killed } from "./runs/killed.mjs";
import { pace } from "./runs/pace.mjs";
import { deepest } from "./settlements/deepest.mjs";
import { downloads } from "./settlements/downloads.mjs";
import { pageMeanwhile } from "./settlements/meanwhile.mjs";
import { settlements } from "./settlements.mjs";
import { sweep } from "./sweep.mjs";
import { sync } from "./sync.mjs";

/** Every bench by the names that its figures begin with. */
export const benches = [
  [["gateway.cpu"], gatewayCpu],
  [["gateway.latency"], gatewayLatency],
  [["pages.js"], pageScripts],
  [["pages.lcp", "pages.cls"], pagePaint],
  [["faults"], faults],
  [["crash"], crash],
  [["webhooks"], webhooks],
  [["hostile"], hostile],
  [["start.page"], start],
  [["start.load"], load],
  [["directory"], directory],
  [["sweep"], sweep],
  [["runs.time", "runs.refused", "runs.reader", "runs.faults", "runs.lower-limit"], pace],
  [["runs.killed"], killed],
  [["sync"], sync],
  [["file"], opening],
  [["conflict"], conflicts],
  [["reader", "ledger.load", "ledger.totals"], settlements],
  [["ledger.deepest"], deepest],
  [["ledger.page"], pageMeanwhile],
  [["export"], downloads],
  [["planner"], planner],
];
