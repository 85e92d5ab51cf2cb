import type { Page } from "@playwright/test";

import type { Problem } from "@/lib/klarna/problem";

/** A request as somebody's script in the page could make it. */
export interface Asked {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks the desk from a signed-in page, with the browser's own cookies and headers; answers status and problem. */
export function ask(page: Page, path: string, asked: Asked = {}): Promise<{ readonly status: number; readonly answer: Partial<Problem> | null }> {
  return page.evaluate(
    async ([where, { method = "GET", body, headers = {} }]) => {
      const response = await fetch(where, { method, headers, redirect: "manual", ...(body !== undefined && { body }) });
      return { status: response.status, answer: await response.json().catch(() => null) };
    },
    [path, asked] as const,
  );
}
