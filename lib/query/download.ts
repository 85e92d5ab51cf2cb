import { isProblem, ProblemError } from "../klarna/problem";

/** Asks a door for a file and saves it. A question about merchants travels in a body, as any other to the directory; without one the address says it all. Throws a `ProblemError` when there is no file, or not all of it. */
export async function download(path: string, body?: unknown): Promise<void> {
  try {
    const response = await fetch(path, { cache: "no-store", ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }) });
    if (!response.ok) throw await refusalIn(response);
    const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "download";
    save(await response.blob(), name);
  } catch (error) {
    throw ProblemError.of(error);
  }
}

async function refusalIn(response: Response): Promise<ProblemError> {
  const answer: unknown = await response.json().catch(() => undefined);
  const { status } = response;
  return new ProblemError(isProblem(answer) ? answer : { status, code: "UNREADABLE", message: "The desk's answer couldn't be read. Try again in a moment." });
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  // Whoever saves it reads it a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
