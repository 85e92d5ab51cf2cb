import "server-only";
import { fieldRow, fileFields, fullLabel } from "@/lib/klarna/file/fields";
import type { PartResource } from "@/lib/klarna/file/parts";

/** What a field of a resource is called on the pages; nothing where it is on none. */
export function labelOf(resource: string, path: string): { readonly label?: string } {
  const row = resource in fileFields ? fieldRow(resource as PartResource, path) : undefined;
  return row ? { label: fullLabel(row) } : {};
}
