import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * A link to a page of the desk. Each page is made for whoever asks for it, when they do: nothing of it could be fetched before somebody goes there. Next.js would
 * ask all the same, twice for each link in sight.
 */
export function Link(props: Omit<ComponentProps<typeof NextLink>, "prefetch">) {
  return <NextLink {...props} prefetch={false} />;
}
