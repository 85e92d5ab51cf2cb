import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";

export interface RecoveryCodesProps {
  /** What has just been done. */
  readonly title: string;
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** The codes for whoever loses the app: shown this once. */
export function RecoveryCodes({ title, codes, onDone }: RecoveryCodesProps) {
  return (
    <div className="grid gap-4">
      <Notice tone="good" role="status" title={title}>
        These are your recovery codes. Each lets you in once when you don't have your app. Keep them where you keep your passwords, or print them: they are
        shown only now.
      </Notice>
      <div className="flex items-start gap-1 rounded border bg-sunken py-2 pr-1 pl-3">
        <ul aria-label="Recovery codes" className="grid flex-1 grid-cols-2 gap-x-6 gap-y-1 mono">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <CopyButton value={codes.join("\n")} label="recovery codes" />
      </div>
      <Button variant="primary" onClick={onDone} className="w-full">
        I have kept them
      </Button>
    </div>
  );
}
