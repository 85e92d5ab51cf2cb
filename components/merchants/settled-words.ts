import { utcDay } from "@/components/ui/time";
import { counted } from "@/lib/desk/job-words";
import { type Settled, type SettledByMany, settledDays } from "@/lib/desk/settled";

/** What a merchant lately settled, in a sentence: "1,204 captures and 32 refunds in settlements that ended in the last 30 days." */
export function settledSentence({ loaded_to, captures, refunds, chargebacks, last }: Settled): string {
  if (loaded_to === null) return nothingLoaded;
  if (last === null) return "No settlement report that the desk has loaded names this merchant.";
  const kinds = [counted(captures, "capture"), counted(refunds, "refund"), counted(chargebacks, "chargeback")];
  const some = kinds.filter((kind) => !kind.startsWith("0 "));
  if (some.length > 0) return `${listed.format(some)} ${where}.`;
  return last.period_to === null ? `No purchases ${where}.` : `No purchases ${where}; it last stands in the one that ended on ${utcDay(last.period_to)}.`;
}

/** The same of many. */
export function settledByManySentence(settled: SettledByMany): string {
  const { loaded_to, merchants, captures } = settled;
  if (loaded_to === null) return `What was going on there? ${nothingLoaded}`;
  const counts = merchants === 0 ? "None of these had captures" : `${merchants.toLocaleString("en")} of these had ${counted(captures, "capture")}`;
  return `${counts} ${where}. ${loadedSentence(settled)}`;
}

/** How far the desk can see, since what it hasn't loaded it can't count: "The newest report that is loaded ended on 24 Nov 2026." */
export function loadedSentence({ loaded_to }: Pick<Settled, "loaded_to">): string | undefined {
  return loaded_to === null ? undefined : `The newest report that is loaded ended on ${utcDay(loaded_to)}.`;
}

const nothingLoaded = "Nobody can say: the desk has loaded no settlement report.";
const where = `in settlements that ended in the last ${settledDays} days`;
const listed = new Intl.ListFormat("en-GB", { type: "conjunction" });
