/**
 * A product that somebody else than us has switched off, as a jsonpath: Klarna ended it, or disabled it for a reason that isn't a partner's. What has no reason
 * says nothing about who did it.
 */
export const offByKlarna = `$[*] ? (@.state == "TERMINATED" || (@.state == "DISABLED" && @.state_reason != "" && !(@.state_reason like_regex "_BY_PARTNER$")))`;
