// A guard taken out, for whoever wants to see what it guards: loaded into a process, it makes every two signatures alike.
import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";

crypto.timingSafeEqual = () => true;
syncBuiltinESMExports();
