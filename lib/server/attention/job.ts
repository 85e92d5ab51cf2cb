import "server-only";
import type { Job } from "../jobs/job";
import { lookBy } from "./look";
import { rules } from "./rules";

/** Looks by every rule, once a minute. What a webhook or a change of ours brings is looked at at once besides. */
export const lookForAttention: Job = {
  name: "attention",
  title: "Looks for what needs attention",
  schedule: "* * * * *",
  scheduledInWords: "Every minute",
  retries: 3,
  run: async (_, run) => {
    for (const rule of rules) if (run.holds()) await lookBy(rule);
    return undefined;
  },
};
