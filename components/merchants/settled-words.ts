import { utcDay } from "@/components/ui/time";
import { counted } from "@/lib/desk/job-words";
import { type LoadedReports, type Settled, type SettledByMany, settledDays } from "@/lib/desk/settled";

/** What a merchant lately settled, in a sentence: "1,204 captures and 32 refunds in settlements that ended in the last 30 days." */
export function settledSentence(settled: Settled): string {
  const { last } = settled;
  const nobodyKnows = whyNobodyKnows(settled);
  const before = last?.period_to ? `; it last stands in the one that ended on ${utcDay(last.period_to)}` : "";
  if (nobodyKnows) return `${nobodyKnows}${before}.`;
  if (last === null) return "No settlement report that the desk has loaded names this merchant.";
  const some = someCounted(settled);
  return some.length > 0 ? `${listed.format(some)} ${where}.` : `No purchases ${where}${before}.`;
}

/** What a merchant's rows in a settlement are: "204 captures and 2 refunds"; where they are neither, something else than purchases. */
export function kindsCounted(counts: Counts): string {
  const some = someCounted(counts);
  return some.length > 0 ? listed.format(some) : "no purchases, but other amounts";
}

type Counts = Pick<Settled, "captures" | "refunds" | "chargebacks">;

function someCounted({ captures, refunds, chargebacks }: Counts): readonly string[] {
  const kinds = [counted(captures, "capture"), counted(refunds, "refund"), counted(chargebacks, "chargeback")];
  return kinds.filter((kind) => !kind.startsWith("0 "));
}

/** The same of many. */
export function settledByManySentence(settled: SettledByMany): string {
  const nobodyKnows = whyNobodyKnows(settled);
  if (nobodyKnows) return `What was going on there? ${nobodyKnows}.`;
  const { merchants, captures } = settled;
  const counts = merchants === 0 ? "None of these had captures" : `${merchants.toLocaleString("en")} of these had ${counted(captures, "capture")}`;
  return `${counts} ${where}. ${loadedSentence(settled)}`;
}

/** How far the desk can see, since what it hasn't loaded it can't count: "The newest report that is loaded ended on 24 Nov 2026." */
export function loadedSentence({ loaded_to, missing }: LoadedReports): string | undefined {
  if (loaded_to === null) return undefined;
  const gaps = missing === 0 ? "" : ` ${counted(missing, "settlement")} of these days ${missing === 1 ? "has" : "have"} no report here, so there may be more.`;
  return `The newest report that is loaded ended on ${utcDay(loaded_to)}.${gaps}`;
}

/** Where no report of these days is loaded, nothing was counted: that isn't to be called nothing. */
function whyNobodyKnows({ loaded_to, is_old }: LoadedReports): string | undefined {
  if (loaded_to === null) return "Nobody can say: the desk has loaded no settlement report";
  return is_old ? `Nobody can say: no report of the last ${settledDays} days is loaded` : undefined;
}

const where = `in settlements that ended in the last ${settledDays} days`;
const listed = new Intl.ListFormat("en-GB", { type: "conjunction" });
