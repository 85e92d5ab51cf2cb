import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";

/** A credential as it is being typed. */
export interface CredentialForm {
  readonly kind: "api-key" | "password";
  readonly apiKey: string;
  readonly username: string;
  readonly password: string;
}

export const noCredential: CredentialForm = { kind: "api-key", apiKey: "", username: "", password: "" };

/** What was typed, as the doors take it; what is empty isn't there. */
export function credentialOf({ kind, apiKey, username, password }: CredentialForm): Readonly<Record<string, string>> {
  const given = kind === "api-key" ? { api_key: apiKey.trim() } : { username: username.trim(), password: password.trim() };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
}

export interface CredentialFieldsProps {
  readonly given: CredentialForm;
  /** What the kept credential begins with, where there is one. */
  readonly kept: string | undefined;
  readonly fault: (name: string) => string | undefined;
  readonly onChange: (given: CredentialForm) => void;
}

/** An API key, or a user name and a password. */
export function CredentialFields({ given, kept, fault, onChange }: CredentialFieldsProps) {
  const error = (name: string) => (fault(name) ? { error: fault(name) } : {});
  return (
    <>
      <SelectField
        label="Credential"
        value={given.kind}
        options={[
          { value: "api-key", label: "API key" },
          { value: "password", label: "User name and password" },
        ]}
        onChange={({ target }) => onChange({ ...given, kind: target.value as CredentialForm["kind"] })}
        {...(kept && { help: `Kept now: ${kept}. Leave it empty to keep it.` })}
      />
      {given.kind === "api-key" ? (
        <TextField
          label="API key"
          type="password"
          mono
          autoComplete="off"
          spellCheck={false}
          value={given.apiKey}
          help="It begins with klarna_live_api_ or klarna_test_api_ and may read settlements"
          onChange={({ target }) => onChange({ ...given, apiKey: target.value })}
          {...error("api_key")}
          {...(kept && { optional: true })}
        />
      ) : (
        <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
          <TextField
            label="User name"
            mono
            autoComplete="off"
            spellCheck={false}
            value={given.username}
            help="K123456_…, or the UUID beside a key"
            onChange={({ target }) => onChange({ ...given, username: target.value })}
            {...error("username")}
            {...(kept && { optional: true })}
          />
          <TextField
            label="Password"
            type="password"
            mono
            autoComplete="off"
            value={given.password}
            onChange={({ target }) => onChange({ ...given, password: target.value })}
            {...error("password")}
            {...(kept && { optional: true })}
          />
        </div>
      )}
    </>
  );
}
