import type { WebhookWatch } from "./webhook";

interface WatchWords {
  readonly tone: "good" | "waiting" | "wrong" | "off";
  readonly label: string;
  /** What it means and what to look at; empty where all is well. */
  readonly words: string;
}

/** How an environment's webhooks stand, in words. */
export function watchWords({ state, unannounced, quiet_hours }: WebhookWatch): WatchWords {
  const many = unannounced === 1 ? "A change" : `${unannounced.toLocaleString("en")} changes`;
  const table: Readonly<Record<WebhookWatch["state"], WatchWords>> = {
    unset: { tone: "off", label: "Not set up", words: "Klarna can't tell this desk anything. Until it can, the desk reads what it changed again by itself." },
    well: { tone: "good", label: "As expected", words: "" },
    missing: {
      tone: "wrong",
      label: "Missing",
      words: `${many} should have been announced by now, and nothing has come. Look at the desk's address and its key at Klarna.`,
    },
    quiet: { tone: "waiting", label: "Silent", words: `Nothing has come for more than ${quiet_hours} hours. A test event shows whether the way is open.` },
  };
  return table[state];
}
