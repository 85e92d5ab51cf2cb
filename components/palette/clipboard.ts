import { accountIdIn } from "@/lib/desk/krn";

/** `granted`: the clipboard may be read without asking; `ask`: the browser will ask; `no`: it can't be read. */
export type ClipboardLeave = "granted" | "ask" | "no";

/** Whether this browser lets the page read the clipboard. Asks nobody. */
export async function clipboardLeave(): Promise<ClipboardLeave> {
  if (!navigator.clipboard?.readText) return "no";
  try {
    const { state } = await navigator.permissions.query({ name: "clipboard-read" as PermissionName });
    return state === "granted" ? "granted" : state === "denied" ? "no" : "ask";
  } catch {
    // Browsers that don't know the permission ask in their own way.
    return "ask";
  }
}

/** An account id, if that is all there is on the clipboard; else why there is none to say. */
export interface OnClipboard {
  readonly id?: string | undefined;
  readonly why?: "no-id" | "unreadable" | "unconnected";
}

/** The account id on the clipboard. Whatever else is there is looked at here and nowhere else, and forgotten. */
export async function readClipboard(): Promise<OnClipboard> {
  try {
    const id = accountIdIn(await navigator.clipboard.readText());
    return id ? { id } : { why: "no-id" };
  } catch {
    return { why: "unreadable" };
  }
}
