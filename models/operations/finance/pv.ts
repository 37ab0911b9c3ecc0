import { pv as call } from "../../finance/index.ts";
import { spreadsheet } from "./spreadsheet.ts";

/** Present value (现值): pv(rate, periods, payment, future value, due at the beginning). */
export const pv = spreadsheet({ zh: "pv", en: "pv" }, { units: "11mm1 -> m", arity: [3, 5] }, call);
