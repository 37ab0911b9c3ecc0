import { ppmt as call } from "../../finance/index.ts";
import { spreadsheet } from "./spreadsheet.ts";

/** Principal within one level payment: ppmt(rate, which, periods, present value, future value, due at the beginning). */
export const ppmt = spreadsheet({ zh: "ppmt", en: "ppmt" }, { units: "111mm1 -> m", arity: [4, 6] }, call);
