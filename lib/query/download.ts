import { isProblem, ProblemError } from "../klarna/problem";
import { send } from "./send";

/** Asks a door for a file and saves it. A question about merchants travels in a body, as any other to the directory; without one the address says it all. Throws a `ProblemError` when there is no file, or not all of it. */
export async function download(path: string, body?: unknown): Promise<void> {
  try {
    const response = await fetch(path, { cache: "no-store", ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }) });
    if (!response.ok) throw await refusalIn(response);
    const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "download";
    saveFile(await response.blob(), name);
  } catch (error) {
    throw ProblemError.of(error);
  }
}

/**
 * Has the browser itself save a file that may be too large to be held in a page: it writes it to the disk as it comes. Of a refusal it would only say that it
 * failed, so the door is asked before whether there is a file. Throws a `ProblemError` where there is none.
 */
export async function downloadLarge(path: string, search: Readonly<Record<string, string>>): Promise<void> {
  await send<void>(path, { search: { ...search, check: "yes" } });
  Object.assign(document.createElement("a"), { href: `${path}?${new URLSearchParams(search)}`, download: "" }).click();
}

async function refusalIn(response: Response): Promise<ProblemError> {
  const answer: unknown = await response.json().catch(() => undefined);
  const { status } = response;
  return new ProblemError(isProblem(answer) ? answer : { status, code: "UNREADABLE", message: "The desk's answer couldn't be read. Try again in a moment." });
}

/** Has the browser save what a page has made. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  // Whoever saves it reads it a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
