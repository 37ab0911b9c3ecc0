import { effect as call } from "../../finance/index.ts";
import { spreadsheet } from "./spreadsheet.ts";

/** Effective yearly rate: effect(nominal rate, periods a year). */
export const effect = spreadsheet({ zh: "实际利率", en: "effect" }, { units: "11 -> 1", arity: [2, 2] }, call);
