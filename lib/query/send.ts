import { unattended } from "../desk/unattended";
import { isProblem, type Problem, ProblemError } from "../klarna/problem";
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
  /** Of an onboarding: the version of the draft that is sent. */
  readonly draftVersion?: number;
  readonly signal?: AbortSignal;
  /** Goes on when the page is left meanwhile; for bodies below 64 kB. */
  readonly keepalive?: boolean;
  /** Asked again it does nothing more, as every GET: a question that travels in a body, or a save that names the version it was made on. */
  readonly repeatable?: boolean;
}

/**
 * The browser's one way to the desk's doors. Answers JSON (undefined for 204); throws a `ProblemError` for everything else, which says of a change whether it
 * may have been done all the same. A change that is asked for twice in a row, while it is on its way, is made once: both get its answer.
 */
export async function send<Output>(path: string, sending: Sending = {}): Promise<Output> {
  if (!isChange(sending)) return sendProved<Output>(path, sending);
  const { method, search, body, file, attempt, draftVersion } = sending;
  const asked = JSON.stringify([method, path, search, body, attempt, draftVersion]);
  // The second press of a double click comes before the button is drawn anew and could refuse it. A file isn't held against another.
  if (underWay?.asked === asked && !file) return underWay.answer as Promise<Output>;
  const here = { asked, answer: change<Output>(path, sending) };
  underWay = here;
  try {
    return await here.answer;
  } finally {
    if (underWay === here) underWay = undefined;
  }
}

/** The latest change that was asked for: an earlier one isn't the same any more, once another was asked for after it. */
let underWay: { readonly asked: string; readonly answer: Promise<unknown> } | undefined;

async function change<Output>(path: string, sending: Sending): Promise<Output> {
  try {
    return await sendProved<Output>(path, sending);
  } catch (error) {
    throw ofChange(ProblemError.of(error), sending);
  }
}

/** What wants a fresh proof of who is there asks for it, and then the very same request is made again: nothing that was typed is lost. */
async function sendProved<Output>(path: string, sending: Sending): Promise<Output> {
  try {
    return await sendOnce<Output>(path, sending);
  } catch (error) {
    if (ProblemError.of(error).problem.code !== "STEP_UP_REQUIRED" || !(await proved())) throw error;
    return sendOnce<Output>(path, sending);
  }
}

async function sendOnce<Output>(path: string, { method = "GET", search, body, file, attempt, draftVersion, signal, keepalive }: Sending): Promise<Output> {
  const response = await fetch(search ? `${path}?${new URLSearchParams(search)}` : path, {
    method,
    cache: "no-store",
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(file && { body: file }),
    headers: {
      ...(attempt !== undefined && { "x-attempt": attempt }),
      ...(draftVersion !== undefined && { "x-draft-version": String(draftVersion) }),
      ...(!isAttended() && { [unattended]: "yes" }),
    },
    ...(signal && { signal }),
    ...(keepalive && { keepalive }),
  }).catch((error: unknown) => {
    throw ProblemError.of(error);
  });
  if (response.status === 204) return undefined as Output;
  const answer: unknown = await response.json().catch(() => unreadable);
  if (response.ok && answer !== unreadable) return answer as Output;
  const status = response.ok ? 502 : response.status;
  throw new ProblemError(isProblem(answer) ? answer : { status, code: "UNREADABLE", message: "The desk's answer couldn't be read. Try again in a moment." });
}

const unreadable = Symbol("unreadable");

function isChange({ method = "GET", repeatable = false }: Sending): boolean {
  return method !== "GET" && !repeatable;
}

/** A change may have been done where no answer came, or one that says so, or where the desk broke while it was at it. Then nobody is told that it wasn't. */
function ofChange(error: ProblemError, { attempt }: Sending): ProblemError {
  const { problem } = error;
  if (told.includes(problem.code)) return new ProblemError({ ...problem, unclear: true }, { cause: error });
  const broke = problem.code === "UNEXPECTED";
  if (!broke && !isUnanswered(problem)) return error;
  const what = broke ? "Something went wrong in the desk and was logged" : "The desk's answer didn't arrive";
  const then = attempt === undefined ? "Look whether it is there before asking again." : "Ask again as it stands: however often it is asked, it is done once.";
  return new ProblemError({ ...problem, message: `${what}, so it isn't known whether this was done. ${then}`, unclear: true }, { cause: error });
}

const told = ["OUTCOME_UNKNOWN", "IN_FLIGHT", "PERHAPS_RECORDED"];

/** Nothing came back, or nothing of the desk's own: something between it and here spoke in its place. */
function isUnanswered({ status, code }: Problem): boolean {
  return status === 0 || (code === "UNREADABLE" && status >= 500);
}
