import type { Country } from "./country";

export const britain: Country = {
  code: "GB",
  currency: "GBP",
  dial: "+44",
  subscriber: 10,
  businesses: [
    ["Fox & Hound Pet Supplies", "Ltd", "5995"],
    ["The (Very) Small Bakery", "Ltd", "5462"],
    ["Highland Outdoor Co.", "Ltd", "5941"],
    ["Pemberton's Books & Maps", "Ltd", "5942"],
    ["Thistle & Thyme Florists", "LLP", "5992"],
    ["Brighton Rock Jewellers", "PLC", "5944"],
  ],
  cities: [
    ["London", "N1 9GU"],
    ["Edinburgh", "EH1 1RE"],
    ["Brighton", "BN1 1UG"],
    ["Bury St Edmunds", "IP33 1LS"],
  ],
  streets: ["Upper Street", "Royal Mile", "King's Road", "St Andrew's Street North", "Abbeygate Street"],
  givenNames: ["Siobhán", "Alistair", "Priya", "Rhys", "Chloë"],
  familyNames: ["O'Neill", "MacDonald", "Pemberton-Smythe", "Patel", "Brontë"],
  numberFirst: true,
  companyNumber: (random) => `${random.between(10, 15)}${random.digits(6)}`,
  banks: ["BARCGB22", "NWBKGB2L"],
  bban: (random, bank) => `${bank.slice(0, 4)}${bank === "BARCGB22" ? "207405" : "601613"}${random.digits(8)}`,
};
