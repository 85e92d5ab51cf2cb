import { unattended } from "../desk/unattended";
import { isProblem, ProblemError } from "../klarna/problem";
import { isAttended } from "./presence";
import { proved } from "./proof";

interface Sending {
  readonly method?: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  readonly search?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** What is sent as it is, in place of a body: the browser reads it from the disk as it goes. */
  readonly file?: File;
  /** The name of the logical change, issued by the desk: it stays through retries, so nothing is done twice. */
  readonly attempt?: string;
  readonly signal?: AbortSignal;
  /** Goes on when the page is left meanwhile; for bodies below 64 kB. */
  readonly keepalive?: boolean;
}

/**
 * The browser's one way to the desk's doors. Answers JSON (undefined for 204); throws a `ProblemError` for everything else. What wants a
 * fresh proof of who is there asks for it, and then the very same request is made again: nothing that was typed is lost.
 */
export async function send<Output>(path: string, sending: Sending = {}): Promise<Output> {
  try {
    return await sendOnce<Output>(path, sending);
  } catch (error) {
    if (ProblemError.of(error).problem.code !== "STEP_UP_REQUIRED" || !(await proved())) throw error;
    return sendOnce<Output>(path, sending);
  }
}

async function sendOnce<Output>(path: string, { method = "GET", search, body, file, attempt, signal, keepalive }: Sending): Promise<Output> {
  const response = await fetch(search ? `${path}?${new URLSearchParams(search)}` : path, {
    method,
    cache: "no-store",
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(file && { body: file }),
    headers: { ...(attempt !== undefined && { "x-attempt": attempt }), ...(!isAttended() && { [unattended]: "yes" }) },
    ...(signal && { signal }),
    ...(keepalive && { keepalive }),
  }).catch((error: unknown) => {
    throw ProblemError.of(error);
  });
  const answer: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (response.ok) return answer as Output;
  throw new ProblemError(
    isProblem(answer) ? answer : { status: response.status, code: "UNREADABLE", message: "The desk's answer couldn't be read. Try again in a moment." },
  );
}
