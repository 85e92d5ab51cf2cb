import type { BrowserContext } from "@playwright/test";

/** What went wrong in a story's browsers that nobody expected. */
export interface Watch {
  readonly watch: (context: BrowserContext) => void;
  /** Says that a message like this is part of the story. */
  readonly expectErrors: (pattern: RegExp) => void;
  readonly unexpected: () => readonly string[];
}

/** Listens to errors on the console, which is also where a browser reports a broken policy or a failed request, and to uncaught ones. */
export function newWatch(): Watch {
  const heard: string[] = [];
  const expected: RegExp[] = [];
  return {
    watch: (context) => {
      context.on("console", (message) => {
        if (message.type() === "error") heard.push(`${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (error) => heard.push(`Uncaught: ${error.error().stack ?? error.error().message}`));
    },
    expectErrors: (pattern) => {
      expected.push(pattern);
    },
    unexpected: () => heard.filter((message) => !expected.some((pattern) => pattern.test(message))),
  };
}
