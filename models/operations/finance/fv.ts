import { fv as call } from "../../finance/index.ts";
import { spreadsheet } from "./spreadsheet.ts";

/** Future value (终值): fv(rate, periods, payment, present value, due at the beginning). */
export const fv = spreadsheet({ zh: "fv", en: "fv" }, { units: "11mm1 -> m", arity: [3, 5] }, call);
