import { syd as call } from "../../finance/index.ts";
import { spreadsheet } from "./spreadsheet.ts";

/** Depreciation by the sum of the years' digits (年数总和法): syd(cost, salvage, life, period). */
export const syd = spreadsheet({ zh: "syd", en: "syd" }, { units: "mm11 -> m", arity: [4, 4] }, call);
