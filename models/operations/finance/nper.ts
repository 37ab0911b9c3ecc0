import { nper as call } from "../../finance/index.ts";
import { spreadsheet } from "./spreadsheet.ts";

/** Number of level payments: nper(rate, payment, present value, future value, due at the beginning). */
export const nper = spreadsheet({ zh: "nper", en: "nper" }, { units: "1mmm1 -> 1", arity: [3, 5] }, call);
