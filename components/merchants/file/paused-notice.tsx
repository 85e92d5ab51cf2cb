import { Notice } from "@/components/ui/notice";

export interface PausedNoticeProps {
  readonly because: string;
  readonly className?: string;
}

/** Says that nothing of this merchant can be sent now, and why. */
export function PausedNotice({ because, className }: PausedNoticeProps) {
  return (
    <Notice tone="waiting" title="Klarna takes no change of this merchant now" role="status" {...(className && { className })}>
      {because}
    </Notice>
  );
}
