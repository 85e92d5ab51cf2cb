import { austria } from "./austria";
import { belgium } from "./belgium";
import { britain } from "./britain";
import { denmark } from "./denmark";
import { finland } from "./finland";
import { france } from "./france";
import { germany } from "./germany";
import { italy } from "./italy";
import { netherlands } from "./netherlands";
import { norway } from "./norway";
import { spain } from "./spain";
import { sweden } from "./sweden";

/** Where the planted merchants are. */
export const countries = [sweden, norway, denmark, finland, germany, austria, netherlands, belgium, france, spain, italy, britain] as const;
