import { TextField } from "@/components/ui/text-field";

/** A code of the person's app, or one of the recovery codes they wrote down. */
export function CodeField({ error }: { readonly error?: string | undefined }) {
  return (
    <TextField
      name="code"
      label="Code"
      help="The six digits that your app shows now. Lost your telephone? Use one of your recovery codes."
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={20}
      autoFocus
      required
      mono
      error={error}
    />
  );
}
