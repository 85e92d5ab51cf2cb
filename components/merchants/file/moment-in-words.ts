/** `6 Apr 2023, 20:35 UTC`; what isn't a moment stays as it came. */
export function momentInWords(moment: string): string {
  const date = new Date(moment);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(moment) || Number.isNaN(date.getTime())) return moment;
  return `${date.toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" })} UTC`;
}
