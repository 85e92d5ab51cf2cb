import { TextField } from "@/components/ui/text-field";

export interface TicketFieldProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

/** The number that another system knows the matter by. */
export function TicketField({ value, error, onChange }: TicketFieldProps) {
  return (
    <TextField
      label="Ticket number"
      optional
      mono
      className="max-w-xs"
      value={value}
      error={error}
      help="Kept in a note of yours on the merchant's page."
      autoComplete="off"
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
