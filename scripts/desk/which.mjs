import path from "node:path";
import { hasKlarnaKey } from "./settings.mjs";

/** Which desk a command of this project means: the one with the caller's own key of Klarna's, else the one with the emulator. Their data never mix. */
export function deskOf(project) {
  const data = path.join(project, ".data");
  return hasKlarnaKey() ? { klarna: "own", home: path.join(data, "own") } : { klarna: "emulator", home: data };
}

/** The desk's port if PORT asks for one; else the next free one is taken. */
export function wantedPorts() {
  return process.env.PORT ? { desk: Number(process.env.PORT) } : {};
}
