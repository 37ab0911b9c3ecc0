import { ddb as call } from "../../finance/index.ts";
import { spreadsheet } from "./spreadsheet.ts";

/** Depreciation by the declining balance (双倍余额递减法): ddb(cost, salvage, life, period, factor). */
export const ddb = spreadsheet({ zh: "ddb", en: "ddb" }, { units: "mm111 -> m", arity: [4, 5] }, call);
