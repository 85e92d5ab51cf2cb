import type { BankLine, BankStatement } from "./bank-line";

/** Reads ISO 20022's CAMT.053 (and its relatives 052 and 054), of any version. Each entry that is booked is a line; one that gathers several payments is as many. */
export function readCamt(text: string): BankStatement {
  const document = new DOMParser().parseFromString(text, "application/xml");
  if (document.getElementsByTagName("parsererror").length > 0)
    return { kind: "unreadable", reason: "This isn't whole XML: it ends too early or is damaged. Export the statement again." };
  const entries = named(document, "Ntry").filter(isBooked);
  if (entries.length === 0) return { kind: "unreadable", reason: "This XML holds nothing that is booked. What is needed is a statement as CAMT.053." };
  const lines = entries.flatMap(linesOf).map((line, at) => ({ line: at + 1, ...line }));
  return { kind: "camt", lines };
}

/** What is pending, lies ahead or is only told may still not come. */
function isBooked(entry: Element): boolean {
  const [status] = named(entry, "Sts");
  return !/^(PDNG|FUTR|INFO)$/.test(status?.textContent?.trim() ?? "");
}

function linesOf(entry: Element): readonly Omit<BankLine, "line">[] {
  const payments = named(entry, "TxDtls");
  return payments.length > 1 && payments.every((payment) => amountOf(payment)) ? payments.map((payment) => lineOf(payment, entry)) : [lineOf(entry, entry)];
}

function lineOf(part: Element, entry: Element): Omit<BankLine, "line"> {
  const amount = amountOf(part);
  const date = dateOf(entry);
  return {
    ...(date && { date }),
    ...(amount && { amount: `${isDebit(part, entry) ? "-" : ""}${amount.value}`, ...(amount.currency && { currency: amount.currency }) }),
    text: textOf(part),
  };
}

/** An entry's own amount or a payment's; older versions have a payment's among its details. Amounts of charges and of what is remitted aren't it. */
function amountOf(part: Element): { readonly value: string; readonly currency: string | null } | undefined {
  const amount = child(part, "Amt") ?? child(part, "AmtDtls", "TxAmt", "Amt") ?? child(part, "AmtDtls", "InstdAmt", "Amt");
  const value = amount?.textContent?.trim() ?? "";
  return amount && /^\d+(\.\d+)?$/.test(value) ? { value, currency: amount.getAttribute("Ccy") } : undefined;
}

function isDebit(part: Element, entry: Element): boolean {
  const direction = child(part, "CdtDbtInd") ?? child(entry, "CdtDbtInd");
  return direction?.textContent?.trim() === "DBIT";
}

function dateOf(entry: Element): string | undefined {
  const [date] = [...named(entry, "BookgDt"), ...named(entry, "ValDt")];
  return date?.textContent?.trim().slice(0, 10);
}

/** Every text below it, but for amounts, codes and dates: a reference may stand in any field. */
function textOf(part: Element): string {
  const said = ["Ustrd", "Ref", "EndToEndId", "InstrId", "TxId", "AcctSvcrRef", "AddtlNtryInf", "AddtlTxInf", "NtryRef", "Nm"];
  return [...new Set(said.flatMap((name) => named(part, name).map((element) => element.textContent?.trim() ?? "")))].filter(Boolean).join(" · ");
}

/** What stands directly within, by a path of names. */
function child(within: Element, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>((at, name) => at && [...at.children].find(({ localName }) => localName === name), within);
}

/** Elements by their name, whatever name space the version of the message has. */
function named(within: Document | Element, name: string): Element[] {
  return [...within.getElementsByTagNameNS("*", name)];
}
