import { sln as call } from "../../finance/index.ts";
import { spreadsheet } from "./spreadsheet.ts";

/** Straight-line depreciation (直线法): sln(cost, salvage, life). */
export const sln = spreadsheet({ zh: "sln", en: "sln" }, { units: "mm1 -> m", arity: [3, 3] }, call);
