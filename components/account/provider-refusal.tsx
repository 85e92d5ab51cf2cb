import { Notice } from "@/components/ui/notice";

export interface ProviderRefusalProps {
  /** The word that the address carries; anybody could have written it there. */
  readonly error: unknown;
  readonly label: string;
}

/** Why somebody who came back from the provider isn't let in, and what to do. */
export function ProviderRefusal({ error, label }: ProviderRefusalProps) {
  if (typeof error !== "string") return null;
  const [title, words] = (Object.hasOwn(refusals, error) ? refusals[error] : undefined) ?? failed;
  return (
    <Notice tone="wrong" role="alert" title={title.replaceAll("…", label)} className="mb-4">
      {words.replaceAll("…", label)}
    </Notice>
  );
}

// … stands for the provider's name.
const failed = [
  "The sign-in with … didn't work out",
  "It can't be reached, or its answer couldn't be trusted. Try again; if it goes on, tell whoever runs the desk.",
] as const;
const refusals: Readonly<Record<string, readonly [string, string]>> = {
  cancelled: ["You didn't sign in with …", "You, or …, broke it off. Try again when you like."],
  unavailable: ["The desk can't sign anybody in at the moment", "Its own database can't be reached. Try again in a minute."],
  "unknown-person": ["The desk doesn't know you yet", "… does, but nobody has added you here. Ask an admin of the desk to add your e-mail address."],
  "no-role": ["You have no role at this desk", "None of your groups at … has one. Ask whoever looks after them there."],
  disabled: ["Your access to this desk is turned off", "Ask an admin of the desk."],
  "no-email": ["… didn't say your e-mail address", "The desk needs it the first time. Ask whoever looks after … to pass it on."],
  "unverified-email": ["Your e-mail address isn't verified at …", "Verify it there and try again. Without that anybody could claim to be you."],
  "linked-otherwise": ["Your address belongs to another account of …", "Ask an admin of the desk to unlink the old account from you, and try again."],
  "other-issuer": ["The desk and … don't agree on who … is", "Tell whoever runs the desk: DESK_OIDC_ISSUER must be exactly what the provider calls itself."],
  "somebody-else": ["You signed in as somebody else", "Nothing was confirmed. Sign in with … as the person you are here."],
  "not-fresh": ["… didn't ask you to sign in anew", "Nothing was confirmed. Sign out of … and try again; if it goes on, tell whoever runs the desk."],
};
