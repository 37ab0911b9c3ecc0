import { ipmt as call } from "../../finance/index.ts";
import { spreadsheet } from "./spreadsheet.ts";

/** Interest within one level payment: ipmt(rate, which, periods, present value, future value, due at the beginning). */
export const ipmt = spreadsheet({ zh: "ipmt", en: "ipmt" }, { units: "111mm1 -> m", arity: [4, 6] }, call);
