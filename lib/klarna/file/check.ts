import { checkCompanyNumber } from "../company-number";
import { problemFields } from "../problem";
import { changeBody, newBody, partRows } from "./contract";
import { byField, type Faults } from "./fault-fields";
import { fileFields } from "./fields";
import type { PartResource } from "./parts";
import { changedRows, type Values, type Written, writtenValue } from "./values";

/** Holds a part, as somebody has changed it, against Klarna's contract; only what they changed is theirs to correct. */
export function checkPart(resource: PartResource, act: "update" | "create", start: Values, values: Values): Faults {
  const rows = act === "create" ? fileFields[resource] : changedRows(resource, start, values);
  const to = Object.fromEntries(rows.map((row) => [row.name, writtenValue(row, values[row.name])]));
  const operation = partRows[resource][act];
  const { body, faults } = act === "create" ? { body: newBody(resource, to), faults: [] } : changeBody(resource, unflat(resource, start), to);
  const parsed = operation?.body?.safeParse(body);
  const found = [...faults, ...(parsed?.success === false ? problemFields(parsed.error.issues) : [])];
  return {
    ...byField(
      resource,
      found,
      rows.map(({ name }) => name),
    ),
    ...companyNumber(start, values),
  };
}

/** As long as nothing changes of what a company number is held against, it stands as it was. */
function companyNumber(start: Values, values: Values): Faults {
  const company = companyOf(values);
  if (JSON.stringify(companyOf(start)) === JSON.stringify(company)) return {};
  const { country, number, authority } = company;
  const message = checkCompanyNumber(country, number, authority);
  if (!message) return {};
  // What naming any authority would cure is the authority's fault, not the number's.
  return { [checkCompanyNumber(country, number, "named") === undefined ? "registration_authority" : "registration_number"]: message };
}

/** A company's number, and what it is held against: where it operates says nothing of one that is registered elsewhere. */
function companyOf(values: Values) {
  const text = (name: string) => String(values[name] ?? "").trim();
  return {
    country: text("registration_address.country") || text("operating_address.country"),
    number: text("registration_number"),
    authority: text("registration_authority"),
  };
}

/** The part that values stand for, as Klarna has it: what completes a changed object. */
function unflat(resource: PartResource, values: Values): Readonly<Record<string, unknown>> {
  const part: Record<string, unknown> = {};
  for (const row of fileFields[resource]) {
    const [top = "", rest] = row.name.split(".");
    const written: Written = writtenValue(row, values[row.name]);
    if (written === undefined) continue;
    part[top] = rest === undefined ? written : { ...(part[top] as object | undefined), [rest]: written };
  }
  return part;
}
