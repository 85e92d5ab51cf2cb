import type { Payout } from "./book";

/** A paper of one page that a reader of PDF opens: each payout with its amount, fees and VAT. */
export function pdfOf(payouts: readonly Payout[]): string {
  const texts = ["Klarna settlement report", ...payouts.slice(0, 40).map(asText)];
  const stream = `BT /F1 11 Tf 14 TL 48 790 Td ${texts.map((text) => `(${text.replace(/[\\()]/g, "\\$&")}) Tj T*`).join(" ")} ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return String(at).padStart(10, "0");
  });
  const table = offsets.map((at) => `${at} 00000 n \n`).join("");
  return `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
}

function asText({ payment_reference, payout_date, currency_code, totals }: Payout): string {
  const amount = (name: string) => ((totals[name] ?? 0) / 100).toFixed(2);
  return `${payment_reference}  ${payout_date}  ${currency_code} ${amount("settlement_amount")}  fees ${amount("fee_amount")}  VAT ${amount("tax_amount")}`;
}
