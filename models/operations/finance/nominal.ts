import { nominal as call } from "../../finance/index.ts";
import { spreadsheet } from "./spreadsheet.ts";

/** Nominal yearly rate: nominal(effective rate, periods a year). */
export const nominal = spreadsheet({ zh: "名义利率", en: "nominal" }, { units: "11 -> 1", arity: [2, 2] }, call);
