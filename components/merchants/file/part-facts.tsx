"use client";

import { DescriptionList } from "@/components/ui/description-list";
import { type FieldRow, fileFields, fullLabel } from "@/lib/klarna/file/fields";
import type { Fields, Part } from "@/lib/klarna/file/parts";
import { type Values, valuesOf } from "@/lib/klarna/file/values";
import { rolesWith } from "@/lib/klarna/permissions";

import { OutsideLink } from "../outside-link";
import { fieldWords } from "./field-words";
import { MaskedValue } from "./masked-value";
import { otherFields } from "./other-fields";
import { referenceOf, useShownValue } from "./use-shown-value";

export interface PartFactsProps {
  readonly part: Part;
  readonly fields: Fields;
  /** The names of its fields that are masked for everybody. */
  readonly masked: readonly string[];
}

/** A part as Klarna has it, field by field; an address in one line, and what the reference doesn't name as it came. */
export function PartFacts({ part, fields, masked }: PartFactsProps) {
  const shownValue = useShownValue();
  const values = valuesOf(part.resource, fields);
  const rows = fileFields[part.resource];
  const groups = addressGroups(rows);
  const single = rows.filter((row) => !groups.some(({ within }) => within.includes(row)));
  const items = [
    ...single.map((row) => ({
      term: fieldWords(part.resource, { ...row, label: fullLabel(row) }, values).label,
      value: <Value {...{ part, fields, row, values, masked }} />,
    })),
    ...groups.map(({ group, within }) => ({
      term: group,
      value: within
        .map((row) => shownValue(row, values[row.name], values))
        .filter(Boolean)
        .join(", "),
    })),
    ...otherFields(part.resource, fields).map(({ name, value }) => ({ term: name, value: <span className="font-mono text-xs">{value}</span> })),
  ];
  return <DescriptionList items={items} />;
}

interface ValueProps {
  readonly part: Part;
  readonly fields: Fields;
  readonly row: FieldRow;
  readonly values: Values;
  readonly masked: readonly string[];
}

function Value({ part, fields, row, values, masked }: ValueProps) {
  const shownValue = useShownValue();
  const shown = shownValue(row, values[row.name], values) || (row.kind === "brand" ? referenceOf(fields) : "");
  if (shown === "") return <span className="text-muted">Not given</span>;
  // First: of a short one the mask is nothing but dots for everybody.
  if (masked.includes(row.name)) return <MaskedValue part={part} field={row.name} label={fullLabel(row)} masked={shown} />;
  if (isHidden(shown)) return <span className="text-muted">Not shown to your role: {whoSees} can see it</span>;
  if (row.kind === "lines" || row.kind === "url")
    return (
      <span className="grid">
        {shown.split("\n").map((url) => (
          <OutsideLink key={url} url={url} />
        ))}
      </span>
    );
  return <span className={row.kind === "code" ? "wrap-anywhere mono" : "wrap-anywhere whitespace-pre-line"}>{shown}</span>;
}

// Of a merchant's file only people's data are hidden as a whole.
const whoSees = new Intl.ListFormat("en-GB", { type: "disjunction" }).format(rolesWith("people:read"));

/** Whether a value is nothing but the dots that stand for what a role may not see. */
function isHidden(shown: string): boolean {
  return /^•+$/.test(shown);
}

/** The rows of each postal address: street first, country last, as it is written on a letter. */
function addressGroups(rows: readonly FieldRow[]): readonly { readonly group: string; readonly within: readonly FieldRow[] }[] {
  const names = [...new Set(rows.flatMap(({ kind, group }) => (kind === "postal-code" && group ? [group] : [])))];
  return names.map((group) => {
    const [country, ...rest] = rows.filter((row) => row.group === group);
    return { group, within: country ? [...rest, country] : rest };
  });
}
