import { isProblem, ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

/** Leaves for the company's provider; it sends the browser back to `to`. `again` has it see the person anew. Throws a `ProblemError`. */
export async function goToProvider(to: string, again: boolean): Promise<void> {
  const { csrfToken } = await send<{ csrfToken: string }>("/api/auth/csrf");
  const body = new URLSearchParams({ csrfToken, callbackUrl: to });
  const response = await fetch(`/api/auth/signin/provider${again ? "?again" : ""}`, { method: "POST", body }).catch((error: unknown) => {
    throw ProblemError.of(error);
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new ProblemError(isProblem(answer) ? answer : unreadable);
  window.location.assign((answer as { url: string }).url);
  await new Promise(() => undefined);
}

const unreadable = { status: 502, code: "UNREADABLE", message: "The desk's answer couldn't be read. Try again in a moment." };
