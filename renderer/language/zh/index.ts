import { compare } from "./compare.ts";
import { documents } from "./documents.ts";
import { model } from "./model.ts";
import { portfolio } from "./portfolio.ts";
import { results } from "./results.ts";
import { shell } from "./shell.ts";
import { simulate } from "./simulate.ts";

/** All Chinese wording. */
export const zh = { ...shell, ...documents, ...model, ...results, ...compare, ...portfolio, ...simulate };
