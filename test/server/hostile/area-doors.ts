import { attentionDoors } from "./attention-doors";
import { careDoors } from "./care-doors";
import { directoryDoors } from "./directory-doors";
import { fileDoors } from "./file-doors";
import { importDoors } from "./import-doors";
import { keyDoors } from "./key-doors";
import { noteDoors } from "./note-doors";
import { priceDoors } from "./price-doors";
import { productDoors } from "./product-doors";
import { programDoors } from "./program-doors";
import { settlementDoors } from "./settlement-doors";
import { webhookDoors } from "./webhook-doors";

/** The doors that are listed by what they are about. A new list belongs here. */
export const areaDoors = {
  ...attentionDoors,
  ...careDoors,
  ...fileDoors,
  ...directoryDoors,
  ...importDoors,
  ...keyDoors,
  ...noteDoors,
  ...productDoors,
  ...priceDoors,
  ...webhookDoors,
  ...programDoors,
  ...settlementDoors,
} as const;
