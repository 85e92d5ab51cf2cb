import { Badge } from "@/components/ui/badge";
import type { Colleague } from "@/lib/desk/team";

/** Whether somebody can sign in, or why not. */
export function ColleagueState({ person }: { readonly person: Colleague }) {
  if (person.disabled_at) return <Badge tone="off">Disabled</Badge>;
  if (!person.has_password && !person.has_identity) return <Badge tone="waiting">{person.link_until ? "Invited" : "Never signed in"}</Badge>;
  return <Badge tone="good">Active</Badge>;
}

/** By what somebody signs in, in words. */
export function signInWords({ has_password, has_identity, has_second_factor }: Colleague, provider: string | undefined): string {
  const ways = [
    ...(has_identity ? [provider ?? "A provider that is turned off"] : []),
    ...(has_password ? [has_second_factor ? "Password and code" : "Password"] : []),
  ];
  return ways.join(", ") || "Not yet";
}
