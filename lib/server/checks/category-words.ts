import "server-only";

/** A text's words for comparing: small letters without accents, and without an English plural's s. */
export function plainWords(text: string): readonly string[] {
  const plain = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]s?\b/g, "")
    .toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !fillers.has(word)).map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/, "") : word));
}

/** Words of the list that mean what a person may call it otherwise. */
export function meansToo(word: string): readonly string[] {
  return others.get(word) ?? [];
}

const fillers: ReadonlySet<string> = new Set(["and", "or", "of", "the", "a", "for", "with"]);

const others: ReadonlyMap<string, readonly string[]> = new Map([
  ["accommodation", ["lodging", "hotel"]],
  ["alcohol", ["beer", "wine", "drinking"]],
  ["app", ["application"]],
  ["bike", ["bicycle"]],
  ["bookshop", ["book"]],
  ["cafe", ["eating", "restaurant"]],
  ["car", ["automobile", "auto"]],
  ["cinema", ["motion", "theater"]],
  ["clothe", ["clothing", "apparel", "wear"]],
  ["coffee", ["eating", "restaurant"]],
  ["computer", ["software", "data"]],
  ["consultancy", ["consulting"]],
  ["cosmetic", ["beauty"]],
  ["doctor", ["physician", "medical"]],
  ["fashion", ["clothing", "apparel"]],
  ["flower", ["florist"]],
  ["food", ["grocery", "eating"]],
  ["gambling", ["betting", "casino", "lotterie"]],
  ["garden", ["nurserie", "lawn"]],
  ["glasse", ["optician"]],
  ["gym", ["sport", "recreation", "athletic"]],
  ["hairdresser", ["barber", "beauty"]],
  ["hotel", ["lodging"]],
  ["jewellery", ["jewelry"]],
  ["lawyer", ["legal", "attorney"]],
  ["makeup", ["cosmetic"]],
  ["marketplace", ["marketplace"]],
  ["mobile", ["telecommunication"]],
  ["perfume", ["cosmetic"]],
  ["petrol", ["fuel", "service"]],
  ["pharmacy", ["drug", "pharmacie"]],
  ["phone", ["telephone", "telecommunication"]],
  ["pub", ["bar", "drinking"]],
  ["shop", ["store"]],
  ["shoe", ["footwear"]],
  ["sneaker", ["shoe", "footwear"]],
  ["store", ["shop"]],
  ["supermarket", ["grocery"]],
  ["sweet", ["candy", "confectionery"]],
  ["taxi", ["taxicab"]],
  ["ticket", ["ticket", "theatrical"]],
  ["train", ["railway", "railroad"]],
  ["travel", ["tour"]],
  ["tyre", ["tire"]],
  ["vet", ["veterinary"]],
]);
