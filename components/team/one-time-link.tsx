import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";

/** A link that was just made, to be copied: it is shown this once. */
export function OneTimeLink({ link, name }: { readonly link: string; readonly name: string }) {
  return (
    <Notice tone="good" role="status" title={`A one-time link for ${name}`}>
      <p>Send it to them over a way that you trust: whoever opens it first sets the password. It works once, within 48 hours, and is shown only now.</p>
      <div className="mt-2 flex items-start gap-1 rounded border bg-raised py-1 pr-1 pl-2.5">
        <code className="wrap-anywhere min-w-0 flex-1 py-1 mono">{link}</code>
        <CopyButton value={link} label="one-time link" />
      </div>
    </Notice>
  );
}
