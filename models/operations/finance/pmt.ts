import { pmt as call } from "../../finance/index.ts";
import { spreadsheet } from "./spreadsheet.ts";

/** Level payment (等额本息还款额): pmt(rate, periods, present value, future value, due at the beginning). */
export const pmt = spreadsheet({ zh: "pmt", en: "pmt" }, { units: "11mm1 -> m", arity: [3, 5] }, call);
