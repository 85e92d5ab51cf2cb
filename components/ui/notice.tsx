import clsx from "clsx";
import { CircleAlert, CircleCheck, Clock, Info } from "lucide-react";
import type { ReactNode } from "react";

export interface NoticeProps {
  readonly tone: "info" | "good" | "waiting" | "wrong";
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** "alert" interrupts a listener, "status" waits its turn; without one it is plain content of the page. */
  readonly role?: "alert" | "status";
  readonly className?: string;
}

/** Something the person should know about this page or what they've just done. */
export function Notice({ tone, title, children, actions, role, className }: NoticeProps) {
  const { box, mark, icon } = looks[tone];
  return (
    <div role={role} className={clsx("flex gap-3 rounded border px-4 py-3", box, className)}>
      <span className={clsx("mt-0.5 [&_svg]:size-4", mark)}>{icon}</span>
      <div className="min-w-0 flex-1 text-pretty">
        <p className="wrap-anywhere font-medium">{title}</p>
        {children && <div className="wrap-anywhere mt-1 max-w-prose">{children}</div>}
        {actions && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}

const looks = {
  info: { box: "border-accent-line bg-accent-soft", mark: "text-accent-ink", icon: <Info aria-hidden /> },
  good: { box: "border-good-line bg-good-soft", mark: "text-good", icon: <CircleCheck aria-hidden /> },
  waiting: { box: "border-waiting-line bg-waiting-soft", mark: "text-waiting", icon: <Clock aria-hidden /> },
  wrong: { box: "border-wrong-line bg-wrong-soft", mark: "text-wrong", icon: <CircleAlert aria-hidden /> },
};
