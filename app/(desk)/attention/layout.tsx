import { DeskShell } from "../desk-shell";

export default function AttentionLayout({ children }: LayoutProps<"/attention">) {
  return <DeskShell environment={undefined}>{children}</DeskShell>;
}
