import type { Colleague, TeamAct } from "@/lib/desk/team";

/** The acts that are asked about before they are done. */
export type AskedAct = Exclude<TeamAct["act"], "change-role" | "end-session" | "enable">;

interface Words {
  readonly title: string;
  /** What it does, exactly, and what it leaves as it is. */
  readonly consequences: string;
  readonly verb: string;
  readonly danger: boolean;
}

/** What is asked before an act on a colleague. */
export function actWords(act: AskedAct, { name }: Colleague, provider: string | undefined): Words {
  switch (act) {
    case "disable":
      return {
        title: `Disable ${name}?`,
        consequences:
          "They are signed out everywhere at their next click, and can't sign in any more; an unused one-time link is spent. What they did stays in the audit log, their drafts stay with the team, and you can enable them again.",
        verb: `Disable ${name}`,
        danger: true,
      };
    case "make-link":
      return {
        title: `Make a new link for ${name}?`,
        consequences:
          "For a forgotten password. With the link they set a new one, once, within 48 hours; only then does the old one stop working and their sessions end. A link made earlier stops working now.",
        verb: "Make the link",
        danger: false,
      };
    case "reset-second-factor":
      return {
        title: `Reset the second factor of ${name}?`,
        consequences:
          "For a lost telephone. Codes and recovery codes stop working; until they set up a new one, their password alone lets them in. Be sure that it is them who asks.",
        verb: "Reset second factor",
        danger: true,
      };
    case "unlink":
      return {
        title: `Unlink ${name} from ${provider ?? "the provider"}?`,
        consequences: `What they opened with it ends. At their next sign-in there, the account that has their verified address is linked anew. For somebody whose account at ${provider ?? "the provider"} was replaced.`,
        verb: "Unlink",
        danger: true,
      };
    case "end-sessions":
      return {
        title: `Sign ${name} out everywhere?`,
        consequences: "Each browser is signed out at its next click. They can sign in again at once; to keep them out, disable them.",
        verb: "Sign out everywhere",
        danger: true,
      };
  }
}
