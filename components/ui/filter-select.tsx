import { SelectField, type SelectFieldProps } from "./select-field";

export interface FilterSelectProps extends Pick<SelectFieldProps, "label" | "className" | "options"> {
  /** The field's name in the page's address. */
  readonly name: string;
  readonly value: string | undefined;
  /** What the choice is called that leaves nothing out. */
  readonly any?: string;
}

/** A choice by which a list is narrowed. */
export function FilterSelect({ name, value, any = "Any", options, ...field }: FilterSelectProps) {
  return <SelectField {...field} id={name} name={name} optional="quietly" defaultValue={value ?? ""} options={[{ value: "", label: any }, ...options]} />;
}
