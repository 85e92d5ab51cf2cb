/** An address that Klarna sent, as a link when it is one for the web, else as text. */
export function OutsideLink({ url }: { readonly url: string }) {
  if (!/^https?:\/\//i.test(url)) return <span className="wrap-anywhere">{url}</span>;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener" className="wrap-anywhere rounded-sm text-accent-ink hover:underline">
      {url.replace(/^https?:\/\//i, "").replace(/\/$/, "")}
    </a>
  );
}
