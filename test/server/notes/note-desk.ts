import { PUT as pinRoute } from "@/app/api/desk/merchants/[account_id]/notes/[note_id]/pin/route";
import { PUT as changeRoute, DELETE as deleteRoute } from "@/app/api/desk/merchants/[account_id]/notes/[note_id]/route";
import { POST as addRoute } from "@/app/api/desk/merchants/[account_id]/notes/route";
import { GET as timelineRoute } from "@/app/api/desk/merchants/[account_id]/timeline/route";
import type { TimelinePage } from "@/lib/desk/timeline";

import { type Answered, answered, browserRequest } from "../harness/ask";
import type { SignedIn } from "../harness/people";

export const account_id = "krn:partner:global:account:test:N0TES001";

/** What a note says besides its text. */
interface Given {
  readonly id?: string;
  readonly ticket?: string;
  readonly mentions?: readonly string[];
  readonly account?: string;
}

/** Somebody's way to a merchant's notes and its story. */
export function notesOf({ cookie }: SignedIn, environment: "test" | "live" = "test") {
  const merchant = (account: string) => ({ params: Promise.resolve({ account_id: account }) });
  const note = (note_id: string, account = account_id) => ({ params: Promise.resolve({ account_id: account, note_id }) });
  const text = (body: string, { ticket = "", mentions = [] }: Given) => ({ environment, body, ticket, mentions });
  return {
    add: async (body: string, { id = crypto.randomUUID(), account = account_id, ...given }: Given = {}): Promise<Answered & { readonly id: string }> => ({
      ...(await answered(await addRoute(browserRequest("/n", "POST", { cookie, body: { ...text(body, given), id } }), merchant(account)))),
      id,
    }),
    change: async (id: string, body: string, given: Given = {}) =>
      answered(await changeRoute(browserRequest("/n", "PUT", { cookie, body: text(body, given) }), note(id, given.account))),
    remove: async (id: string, account?: string) =>
      answered(await deleteRoute(browserRequest("/n", "DELETE", { cookie, search: { environment } }), note(id, account))),
    pin: async (id: string, pinned = true) => answered(await pinRoute(browserRequest("/n", "PUT", { cookie, body: { environment, pinned } }), note(id))),
    timeline: async (search: Readonly<Record<string, string>> = {}, account = account_id): Promise<TimelinePage> =>
      (await answered(await timelineRoute(browserRequest("/t", "GET", { cookie, search: { environment, ...search } }), merchant(account))))
        .body as TimelinePage,
  };
}
