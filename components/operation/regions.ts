/** The states and provinces of countries whose addresses name one; undefined elsewhere. */
export function regionOptions(country: string): readonly { readonly value: string; readonly label: string }[] | undefined {
  return lists.get(country.toUpperCase());
}

/** What an address calls its parts, by country. */
export function addressWords(country: string): { readonly postalCode: string; readonly region: string } {
  const postalCode = { US: "ZIP code", GB: "Postcode", AU: "Postcode", NZ: "Postcode", IE: "Eircode", IN: "PIN code" }[country] ?? "Postal code";
  const region = { US: "State", AU: "State or territory", CA: "Province or territory" }[country] ?? "Region";
  return { postalCode, region };
}

const lists = new Map([
  [
    "US",
    options(
      "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|AS American Samoa|GU Guam|MP Northern Mariana Islands|PR Puerto Rico|VI U.S. Virgin Islands",
    ),
  ],
  [
    "CA",
    options(
      "AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NT Northwest Territories|NS Nova Scotia|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon",
    ),
  ],
  [
    "AU",
    options(
      "ACT Australian Capital Territory|NSW New South Wales|NT Northern Territory|QLD Queensland|SA South Australia|TAS Tasmania|VIC Victoria|WA Western Australia",
    ),
  ],
]);

function options(list: string): readonly { readonly value: string; readonly label: string }[] {
  return list.split("|").map((line) => ({ value: line.slice(0, line.indexOf(" ")), label: line.slice(line.indexOf(" ") + 1) }));
}
