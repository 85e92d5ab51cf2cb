import { countryOptions } from "@/components/operation/countries";
import { Combobox, type ComboboxProps } from "@/components/ui/combobox";
import { SelectField } from "@/components/ui/select-field";
import type { MerchantCategory } from "@/lib/desk/check";
import { currencies } from "@/lib/klarna/currencies";
import { isListed } from "@/lib/klarna/pricing/choose";
import { send } from "@/lib/query/send";

interface PlaceFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly className?: string;
  /** Whether it has to be filled. */
  readonly needed?: boolean;
}

/** A merchant category, found by code, name or another word for it; also one that Klarna doesn't list, since settlements have such. */
export function CategoryField({
  value,
  name,
  label = "Category",
  needed = false,
  ...rest
}: PlaceFieldProps & { readonly name?: string | undefined; readonly label?: string }) {
  const words = value === "" ? undefined : name ? `${name} (${value})` : value;
  return (
    <Choice
      {...rest}
      {...{ value, label, needed }}
      options={categoryOptions}
      valueLabel={words}
      placeholder="A word or a code"
      warning={value !== "" && !isListed(value) ? "Klarna doesn't list this code: it is left aside, and prices are looked for without it." : undefined}
    />
  );
}

/** The country that consumers buy in. */
export function CountryField({ needed = false, ...rest }: PlaceFieldProps) {
  return <Choice {...rest} needed={needed} label="Country" options={countryOptions} placeholder="A country" />;
}

/** One of the currencies that Klarna settles. */
export function CurrencyField({ value, onChange, className, needed = false }: PlaceFieldProps) {
  return (
    <SelectField
      label="Currency"
      {...(className && { className })}
      {...(!needed && { optional: "quietly" as const })}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      placeholder={needed ? "Choose a currency" : "Any"}
      options={[...new Set([...currencies, ...(value === "" ? [] : [value])])].sort().map((code) => ({ value: code, label: code }))}
    />
  );
}

type ChoiceProps = Pick<ComboboxProps, "label" | "options" | "value" | "onChange" | "placeholder" | "warning" | "valueLabel" | "className"> & {
  readonly needed: boolean;
};

function Choice({ needed, ...props }: ChoiceProps) {
  return <Combobox {...props} {...(!needed && { optional: "quietly" as const })} />;
}

async function categoryOptions(q: string, signal: AbortSignal) {
  const found = await send<readonly MerchantCategory[]>("/api/desk/categories", { search: { q: q.slice(0, 100) }, signal });
  const options = found.map(({ code, name }) => ({ value: code, label: name, detail: code }));
  const typed = q.trim();
  const isNew = /^\d{4}$/.test(typed) && !isListed(typed) && !found.some(({ code }) => code === typed);
  return isNew ? [{ value: typed, label: typed, detail: "Not in Klarna's list" }, ...options] : options;
}
