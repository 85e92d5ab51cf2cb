import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { at, bytes, environment } from "./columns";
import { people } from "./people";

/** Klarna's credentials as far as the desk has made or seen them. A key is never here: `key_mark` is a keyed hash of it, by which the desk knows its own again. */
export const credentialRows = pgTable(
  "credentials",
  {
    environment: environment(),
    credentialId: text("credential_id").notNull(),
    type: text(),
    description: text(),
    keyMark: bytes("key_mark"),
    /** Null for what was made elsewhere. */
    madeAt: at("made_at"),
    madeBy: uuid("made_by").references(() => people.id),
    firstSeenAt: at("first_seen_at").notNull().defaultNow(),
    /** Since when Klarna no longer lists it. */
    goneAt: at("gone_at"),
    disabledAt: at("disabled_at"),
    disabledBy: uuid("disabled_by").references(() => people.id),
    /** When Klarna last said yes to one of the desk's processes that has it. */
    usedAt: at("used_at"),
    /** Since when it is meant to take the place of the desk's own. */
    intendedAt: at("intended_at"),
    /** Until when somebody allows the desk's own to be disabled. */
    releasedUntil: at("released_until"),
  },
  (table) => [primaryKey({ columns: [table.environment, table.credentialId] })],
);

/** Which key and certificate each of the desk's processes has, told by itself once a minute. */
export const keyHolders = pgTable(
  "key_holders",
  {
    processId: uuid("process_id").notNull(),
    environment: environment(),
    keyMark: bytes("key_mark").notNull(),
    /** The credential's id, where the key carries it. */
    credentialId: text("credential_id"),
    /** The fingerprint of the client certificate. */
    certificate: text(),
    seenAt: at("seen_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.processId, table.environment] })],
);

/** The inventory of client certificates: those that people entered, and those of the settings. */
export const certificateRows = pgTable(
  "certificates",
  {
    environment: environment(),
    /** SHA-256 of the certificate, in hexadecimal. */
    fingerprint: text().notNull(),
    serialNumber: text("serial_number").notNull(),
    subject: text().notNull(),
    issuer: text().notNull(),
    validFrom: at("valid_from").notNull(),
    validTo: at("valid_to").notNull(),
    addedAt: at("added_at").notNull().defaultNow(),
    /** Null for one of the settings. */
    addedBy: uuid("added_by").references(() => people.id),
    revokedFrom: at("revoked_from"),
    revokedBy: uuid("revoked_by").references(() => people.id),
  },
  (table) => [
    primaryKey({ columns: [table.environment, table.fingerprint] }),
    index("certificates_expiring").on(table.validTo).where(sql`revoked_from IS NULL`),
  ],
);
