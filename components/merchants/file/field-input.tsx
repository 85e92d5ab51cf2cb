"use client";

import type { ReactNode } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { entityTypes, yesOrNo } from "@/components/operation/choices";
import { countryOptions } from "@/components/operation/countries";
import { regionOptions } from "@/components/operation/regions";
import { RolesField } from "@/components/operation/roles-field";
import { FormCombobox } from "@/components/ui/form-combobox";
import { FormSelectField, FormTextArea, FormTextField, useFieldError } from "@/components/ui/form-fields";
import { Link } from "@/components/ui/link";
import type { EditedPart } from "@/lib/desk/file";
import type { FieldRow } from "@/lib/klarna/file/fields";
import { itemsIn, type Part, partIn } from "@/lib/klarna/file/parts";
import { routes } from "@/lib/routes";

import { useMerchantHere } from "../merchant-context";
import { countryOf, fieldWords } from "./field-words";
import { LinksField } from "./links-field";
import { MaskedInput } from "./masked-input";
import { isMask, usePartHint } from "./part-hints";
import { brandName, referenceOf } from "./use-shown-value";

export interface FieldInputProps {
  readonly part: Part;
  readonly row: FieldRow;
  readonly edited: EditedPart;
}

/** The input that a field's kind asks for, with its words and what looks odd about it. */
export function FieldInput({ part, row, edited }: FieldInputProps) {
  const { name, kind } = row;
  const words = fieldWords(part.resource, row, edited.values);
  const hint = usePartHint(name);
  const error = useFieldError(name);
  const common = {
    name,
    label: words.label,
    help: isReplaced(name, edited) ? <KeepOld name={name} old={String(edited.start[name])} /> : <Help merchant={hint?.merchant}>{words.help}</Help>,
    ...(!error && hint && { warning: hint.message }),
    ...(!row.required && { optional: true as const }),
  };
  if (isMask(name, edited)) return <MaskedInput name={name} label={words.label} masked={String(edited.start[name])} />;
  switch (kind) {
    case "country":
      return <FormCombobox {...common} options={countryOptions} placeholder="Type to search" />;
    case "region":
      return <Region {...common} country={countryOf(row, edited.values)} />;
    case "entity-type":
      return <FormSelectField {...common} options={withGiven(entityTypes, edited.values[name])} placeholder="Choose a legal form" />;
    case "yes-no":
      return <FormSelectField {...common} options={yesOrNo} placeholder="Not said" />;
    case "brand":
      return <Brand {...common} part={part} given={edited.values[name]} />;
    case "roles":
      return <RolesField name={name} />;
    case "lines":
      return <FormTextArea {...common} rows={3} mono spellCheck={false} />;
    case "links":
      return <LinksField name={name} label={words.label} />;
    default:
      return <FormTextField {...common} {...inputs[kind]} />;
  }
}

/** Whether somebody types in the place of a masked value. */
function isReplaced(name: string, { stamps, start }: EditedPart): boolean {
  return Object.hasOwn(stamps, name) && start[name] !== "";
}

function KeepOld({ name, old }: { readonly name: string; readonly old: string }) {
  const { setValue } = useFormContext();
  return (
    <>
      In place of {old}.{" "}
      <button
        type="button"
        className="font-medium text-accent-ink underline underline-offset-2"
        onClick={() => setValue(name, old, { shouldDirty: true, shouldValidate: true })}
      >
        Keep that
      </button>
    </>
  );
}

const inputs = {
  text: {},
  "postal-code": { spellCheck: false },
  code: { mono: true, spellCheck: false },
  email: { type: "email", spellCheck: false },
  phone: { type: "tel", placeholder: "+46 70 123 45 67" },
  url: { type: "url", spellCheck: false, placeholder: "https://example.com" },
  date: { mono: true, placeholder: "YYYY-MM-DD" },
  moment: { mono: true, placeholder: "2026-01-31" },
} as const;

type Common = { readonly name: string; readonly label: string; readonly help: ReactNode; readonly warning?: string; readonly optional?: true };

function Region({ country, ...common }: Common & { readonly country: string }) {
  const given = useWatch({ name: common.name });
  const options = regionOptions(country);
  if (!options) return <FormTextField {...common} />;
  return <FormSelectField {...common} options={withGiven(options, given)} placeholder={`Choose a ${common.label.toLowerCase()}`} />;
}

/** The brands that this merchant has at Klarna. */
function Brand({ part, given, ...common }: Common & { readonly part: Part; readonly given: unknown }) {
  const { account } = useMerchantHere();
  const brands = itemsIn(account, "collections").map(({ id }) => ({ value: id, label: brandName(account, id) }));
  // Klarna may name it by its reference alone.
  const reference = referenceOf(partIn(account, part));
  return <FormSelectField {...common} options={withGiven(brands, given)} placeholder={reference ? `${reference} (as given)` : "None"} />;
}

/** What Klarna has may be outside the list that we know: it stays as it is unless somebody chooses another. */
function withGiven(options: readonly { readonly value: string; readonly label: string }[], given: unknown) {
  if (typeof given !== "string" || given === "" || options.some(({ value }) => value === given)) return options;
  return [...options, { value: given, label: `${given} (as given)` }];
}

function Help({ merchant, children }: { readonly merchant: { readonly account_id: string; readonly name: string } | undefined; readonly children: ReactNode }) {
  const { environment } = useMerchantHere().merchant;
  if (!merchant) return children;
  return (
    <Link href={routes.merchant(environment, merchant.account_id)} target="_blank" className="font-medium text-accent-ink underline underline-offset-2">
      Look at {merchant.name}
    </Link>
  );
}
