import type { zh } from "../zh/index.ts";
import { compare } from "./compare.ts";
import { documents } from "./documents.ts";
import { model } from "./model.ts";
import { portfolio } from "./portfolio.ts";
import { results } from "./results.ts";
import { shell } from "./shell.ts";
import { simulate } from "./simulate.ts";

/** All English wording; the type holds it to the same keys as the Chinese. */
export const en: typeof zh = { ...shell, ...documents, ...model, ...results, ...compare, ...portfolio, ...simulate };
