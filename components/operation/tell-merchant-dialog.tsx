"use client";

import { SelectField } from "@/components/ui/select-field";
import { TextDialog } from "@/components/ui/text-dialog";
import { type ChangeToTell, changeText, stateText, type ToTell } from "@/lib/klarna/merchant-text";
import { english, type MerchantTexts } from "@/lib/klarna/merchant-texts/en/texts";
import { type Language, languageOf, languages } from "@/lib/klarna/merchant-texts/languages";

import { useMerchantLanguage } from "./merchant-language";
import { useMerchantTexts } from "./use-merchant-texts";

/** What the merchant is to be told of. */
export type TellMerchantAbout = { readonly state: ToTell } | { readonly change: ChangeToTell };

export interface TellMerchantDialogProps {
  readonly about: TellMerchantAbout;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What can be told to the merchant in its language, to read out or to send; in English too, for whoever tells it. */
export function TellMerchantDialog({ about, open, onClose }: TellMerchantDialogProps) {
  const { country, chosen, choose } = useMerchantLanguage();
  const language = chosen ?? languageOf(country);
  const { texts, shown, failed } = useMerchantTexts(language);
  const inEnglish = textIn(english, about);
  const asked = languages[language];
  return (
    <TextDialog
      open={open}
      onClose={onClose}
      title="What to tell the merchant"
      description="To read out, or to copy into your message. It says what is known now, and names nobody."
      text={textIn(texts, about)}
      lang={shown}
      label={shown === language || failed ? "Text" : `Text (in English while the ${asked} one is loaded)`}
      like={inEnglish}
      above={
        <SelectField
          className="mb-4 md:max-w-60"
          label="Language"
          optional="quietly"
          options={options}
          value={language}
          onChange={({ target }) => choose(target.value as Language)}
          warning={failed ? `${asked} couldn't be loaded, so this is the English text. Choose English and then ${asked} to try again.` : undefined}
        />
      }
      below={language !== "en" && <InEnglish text={inEnglish} />}
    />
  );
}

function InEnglish({ text }: { readonly text: string }) {
  return (
    <section aria-labelledby="told-in-english" className="mt-4 text-muted">
      <h3 id="told-in-english" className="font-medium">
        In English
      </h3>
      <p className="mt-1.5 max-w-prose whitespace-pre-line text-pretty">{text}</p>
    </section>
  );
}

function textIn(texts: MerchantTexts, about: TellMerchantAbout): string {
  return "state" in about ? stateText(about.state, texts) : changeText(about.change, texts);
}

const options = Object.entries(languages).map(([value, label]) => ({ value, label }));
