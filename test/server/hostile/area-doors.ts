import { attentionDoors } from "./attention-doors";
import { bookDoors } from "./book-doors";
import { careDoors } from "./care-doors";
import { directoryDoors } from "./directory-doors";
import { draftDoors } from "./draft-doors";
import { fileDoors } from "./file-doors";
import { importDoors } from "./import-doors";
import { keyDoors } from "./key-doors";
import { noteDoors } from "./note-doors";
import { operationDoors } from "./operation-doors";
import { payoutDoors } from "./payout-doors";
import { priceDoors } from "./price-doors";
import { productDoors } from "./product-doors";
import { programDoors } from "./program-doors";
import { runDoors } from "./run-doors";
import { settlementDoors } from "./settlement-doors";
import { statementDoors } from "./statement-doors";
import { webhookDoors } from "./webhook-doors";

/** The doors that are listed by what they are about. A new list belongs here. */
export const areaDoors = {
  ...attentionDoors,
  ...bookDoors,
  ...careDoors,
  ...fileDoors,
  ...directoryDoors,
  ...draftDoors,
  ...importDoors,
  ...keyDoors,
  ...noteDoors,
  ...operationDoors,
  ...payoutDoors,
  ...productDoors,
  ...priceDoors,
  ...statementDoors,
  ...webhookDoors,
  ...programDoors,
  ...runDoors,
  ...settlementDoors,
} as const;
