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

/** The account id on the clipboard, if that is all there is on it. Whatever else is there is looked at here and nowhere else, and forgotten. */
export async function clipboardId(): Promise<string | undefined> {
  try {
    return accountIdIn(await navigator.clipboard.readText());
  } catch {
    return undefined;
  }
}
