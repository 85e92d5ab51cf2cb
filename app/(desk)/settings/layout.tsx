import { DeskShell } from "../desk-shell";

export default function SettingsLayout({ children }: LayoutProps<"/settings">) {
  return <DeskShell environment={undefined}>{children}</DeskShell>;
}
