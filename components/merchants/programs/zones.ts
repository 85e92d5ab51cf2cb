/** The zone of whoever looks. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

/** The zones to choose from: one's own, UTC, and those of Klarna's markets. */
export function zoneOptions(own: string): readonly { readonly value: string; readonly label: string }[] {
  return [...new Set([own, "UTC", ...markets])].map((value) => ({ value, label: `${value.replaceAll("_", " ")}${value === own ? " (yours)" : ""}` }));
}

const markets = [
  ...["Europe/Stockholm", "Europe/Berlin", "Europe/London", "Europe/Helsinki", "Europe/Lisbon", "Europe/Warsaw"],
  ...["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Toronto", "America/Mexico_City"],
  ...["Australia/Sydney", "Pacific/Auckland"],
];
