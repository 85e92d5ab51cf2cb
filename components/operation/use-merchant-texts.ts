import { useEffect, useState } from "react";

import { english, type MerchantTexts } from "@/lib/klarna/merchant-texts/en/texts";
import type { Language } from "@/lib/klarna/merchant-texts/languages";
import { textsIn } from "@/lib/klarna/merchant-texts/texts-in";

/** The texts in a language as soon as they are here. English until then, and where they can't be had. */
export interface ShownTexts {
  readonly texts: MerchantTexts;
  /** Which language they are in. */
  readonly shown: Language;
  readonly failed: boolean;
}

/** Loads a language when it is asked for. What comes too late, after another one was, is left. */
export function useMerchantTexts(language: Language): ShownTexts {
  const [come, setCome] = useState<{ readonly language: Language; readonly texts: MerchantTexts | undefined }>();
  useEffect(() => {
    let wanted = true;
    const take = (texts?: MerchantTexts) => wanted && setCome({ language, texts });
    textsIn(language).then(take, () => take());
    return () => {
      wanted = false;
    };
  }, [language]);
  const texts = come?.language === language ? come.texts : undefined;
  return { texts: texts ?? english, shown: texts ? language : "en", failed: come?.language === language && !texts };
}
