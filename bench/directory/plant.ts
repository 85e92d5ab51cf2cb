import { query } from "@/lib/server/db/client";

/** Puts made-up merchants into the directory by SQL, the same ones each time: names of three words, a group each third, a tenth of them disabled. */
export async function plantDirectory(count: number): Promise<void> {
  await query(plantStatement, [count]);
  await query("VACUUM ANALYZE merchants");
}

const things = `Nordlys Blomster Skönhet Hälsa Kaffe Bröd Möbler Lampor Cykel Böcker Leksaker Kläder Klockor Smycken Guld Silver Glas Keramik Linne Siden Trädgård
  Växter Frukt Choklad Bageri Apotek Massage Musik Gitarr Spel Dator Elektronik Verktyg Badrum Frisör Parfym Akvarium Segel Resor Hotell Camping Vandring Löpning
  Blume Garten Küche Käse Uhren Schmuck Spielzeug Fahrrad Jardin Fleurs Fromage Bijoux Lumière Fiori Pane Libri Gioielli Orologi Flores Zapatos Relojes Fietsen Bloemen
  Kukka Kirja Leipä Valo Silkki`;
const places = `Stockholm Göteborg Malmö Uppsala Västerås Örebro Linköping Jönköping Norrköping Umeå Gävle Oslo Bergen Trondheim København Aarhus Odense Helsinki Tampere
  Turku Berlin Hamburg München Köln Frankfurt Stuttgart Düsseldorf Leipzig Wien Graz Salzburg Zürich Basel Amsterdam Rotterdam Utrecht Bruxelles Antwerpen Paris Lyon
  Marseille Toulouse Madrid Barcelona Valencia Milano Torino Napoli Bologna London Manchester Bristol Dublin Lisboa Kraków Łódź Praha`;
const houses =
  "Huset Boden Butiken Specialisten Experten Centralen Magasinet Kompaniet Ateljén Studion Laden Haus Markt Manufaktur Boutique Maison Bottega Negozio Tienda Winkel";

const words = (text: string) => `string_to_array('${text.split(/\s+/).join(" ")}', ' ')`;
const pick = (list: string, index: string) => `${list}[1 + (${index}) % cardinality(${list})]`;

const plantStatement = `
  WITH w AS (SELECT ${words(things)} AS things, ${words(houses)} AS houses, ${words(places)} AS places)
  INSERT INTO merchants (environment, account_id, account_reference, account_name, account_group_reference, state, state_reason, country, products, websites,
                         first_seen_at, seen_at, asked_at, changed_at, registration_number)
  SELECT 'test', 'krn:partner:global:account:test:' || upper(substr(md5(i::text), 1, 12)), 'REF-' || (10000 + i), name, CASE WHEN i % 3 = 0 THEN 'group-' || i % 400 END,
    CASE WHEN i % 10 = 0 THEN 'DISABLED' ELSE 'OPERATIONAL' END, 'SETUP_COMPLETE', (ARRAY['SE', 'NO', 'DE', 'FR'])[1 + i % 4],
    jsonb_build_array(jsonb_build_object('product_id', 'krn:p:' || i, 'type', 'PAYMENT', 'merchant_category_code', (ARRAY['5719', '5992'])[1 + i % 2], 'state', 'ENABLED')),
    jsonb_build_array(jsonb_build_object('urls', jsonb_build_array('https://www.shop-' || i || '.example'))),
    now() - i * interval '7 minutes', now() - (i * 7919 % 100000) * interval '1 minute', now(), now() - (i * 104729 % 100000) * interval '3 minutes',
    lpad((i * 7907 % 1000000)::text, 6, '0') || '-' || lpad((i % 10000)::text, 4, '0')
  FROM w, LATERAL (SELECT i, concat_ws(' ', ${pick("w.things", "i * 7919")}, ${pick("w.houses", "i * 31 + i / 97")}, ${pick("w.places", "i * 17 + i / 1009")}, i / 97) AS name
                   FROM generate_series(1, $1::bigint) AS i) AS made`;
