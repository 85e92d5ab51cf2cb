import { LongText } from "@/components/ui/long-text";

/** An address that Klarna sent, as a link when it is one for the web, else as text; a very long one is cut off until somebody wants all of it. */
export function OutsideLink({ url }: { readonly url: string }) {
  return (
    <span className="wrap-anywhere">
      {/^https?:\/\//i.test(url) ? <LongText href={url} text={url.replace(/^https?:\/\//i, "").replace(/\/$/, "")} /> : <LongText text={url} />}
    </span>
  );
}
