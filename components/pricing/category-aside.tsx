import { Notice } from "@/components/ui/notice";

/** Says that rates are those of all categories, where one was asked for that Klarna doesn't list. */
export function CategoryAside({ code }: { readonly code: string | null | undefined }) {
  if (!code) return null;
  return (
    <Notice tone="info" title={`Klarna doesn't list category ${code}`}>
      These are the rates of all categories. Where they agree, they hold for it too.
    </Notice>
  );
}
