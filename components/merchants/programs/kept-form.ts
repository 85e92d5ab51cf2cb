import { keptInTab } from "@/components/ui/tab";

/** What somebody has typed of an enablement and not seen done. Nothing in it is personal. */
export interface EnablementForm {
  /** The change's name: however often it is sent, also after the page was loaded anew, it is done once. */
  readonly attempt: string;
  readonly program: string;
  readonly countries: readonly string[];
  readonly categories: readonly string[];
  /** As the clock on the wall of `zone` shows them: `2027-01-01T00:00`; "" while there is none. */
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  /** Whether it was sent and nobody knows yet what came of it: then it can only be sent as it is. */
  readonly unclear: boolean;
  /** From when until when it held as its dates began to be changed, in milliseconds; null where that is open. What is sent is what differs from it. */
  readonly was?: { readonly from: number | null; readonly to: number | null };
}

/** The form that is kept under a key, if it is one. */
export function keptForm(key: string): EnablementForm | undefined {
  try {
    const form: unknown = JSON.parse(keptInTab(key) ?? "null");
    return isForm(form) ? form : undefined;
  } catch {
    return undefined;
  }
}

/** Whose form it is, of which product, and of which enablement unless it is a new one. */
export interface FormPlace {
  /** The person: who signs in after them in this tab goes on with nothing of theirs. */
  readonly me: string;
  readonly accountId: string;
  readonly productId: string;
}

/** Where a form is kept. */
export function formKey({ me, accountId, productId }: FormPlace, enablementId = "new"): string {
  return `enablement ${me} ${accountId} ${productId} ${enablementId}`;
}

function isForm(value: unknown): value is EnablementForm {
  const form = value as Partial<EnablementForm> | null;
  const texts = [form?.attempt, form?.program, form?.from, form?.to, form?.zone];
  return texts.every((text) => typeof text === "string") && [form?.countries, form?.categories].every(Array.isArray);
}
