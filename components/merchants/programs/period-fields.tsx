import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { utcTime } from "@/components/ui/time";
import { momentOf } from "@/lib/klarna/wall-time";

import type { EnablementForm } from "./kept-form";
import { ownZone, zoneOptions } from "./zones";

export interface PeriodFieldsProps {
  readonly form: EnablementForm;
  readonly onChange: (next: Partial<EnablementForm>) => void;
  readonly errors: { readonly from?: string | undefined; readonly to?: string | undefined };
  /** Whether it has begun, so that only its end can still be chosen. */
  readonly begun?: boolean;
  readonly disabled: boolean;
}

/** From when until when, by whose clocks; what Klarna gets stands under each. */
export function PeriodFields({ form, onChange, errors, begun = false, disabled }: PeriodFieldsProps) {
  const { from, to, zone } = form;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        label="Begins"
        type="datetime-local"
        max="9999-12-31T23:59"
        value={from}
        readOnly={begun}
        disabled={disabled}
        error={errors.from}
        help={begun ? "It has begun, so this stays." : exact(from, zone)}
        onChange={({ target }) => onChange({ from: target.value.slice(0, 16) })}
      />
      <TextField
        label="Ends"
        type="datetime-local"
        max="9999-12-31T23:59"
        value={to}
        disabled={disabled}
        error={errors.to}
        help={exact(to, zone)}
        onChange={({ target }) => onChange({ to: target.value.slice(0, 16) })}
      />
      <SelectField
        label="By the clocks of"
        value={zone}
        disabled={disabled}
        options={
          zoneOptions(ownZone()).some(({ value }) => value === zone) ? zoneOptions(ownZone()) : [...zoneOptions(ownZone()), { value: zone, label: zone }]
        }
        onChange={({ target }) => onChange({ zone: target.value })}
      />
    </div>
  );
}

function exact(wall: string, zone: string): string {
  const moment = momentOf(wall, zone);
  return moment ? `For Klarna: ${utcTime(new Date(moment.at))}` : "Day and time";
}
