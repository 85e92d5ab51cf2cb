import { beforeAll, beforeEach } from "vitest";

import { withDesk } from "./desk";
import { startTestEmulator, type TestEmulator } from "./emulator";
import { AtFile } from "./file-desk";
import { signedIn } from "./people";

/** A desk at which two people have the same whole merchant before them, another one for each test. */
export function withTwoAtFile() {
  const stage = {} as { emulator: TestEmulator; cookies: { ada: string; ben: string; support: string }; account_id: string; ada: AtFile; ben: AtFile };
  withDesk(async () => {
    stage.emulator = await startTestEmulator();
    return stage.emulator;
  });
  beforeAll(async () => {
    stage.cookies = { ada: (await signedIn("operations")).cookie, ben: (await signedIn("admin")).cookie, support: (await signedIn("support")).cookie };
  });
  beforeEach(async () => {
    await stage.emulator.heal();
    stage.account_id = await stage.emulator.merchant();
    stage.ada = new AtFile(stage.cookies.ada, stage.account_id);
    stage.ben = new AtFile(stage.cookies.ben, stage.account_id);
    await Promise.all([stage.ada.keep(), stage.ben.keep()]);
  });
  return stage;
}
