import type { Entries, Example } from "./example.ts";
import { facts } from "./facts.ts";
import { finance } from "./finance.ts";
import { numbers } from "./numbers.ts";
import { reducers } from "./reducers.ts";
import { ways } from "./syntax.ts";
import { time } from "./time.ts";
import { written } from "./written.ts";

/** Functions by what they are for. */
export const groups: readonly { readonly zh: string; readonly en: string; readonly entries: Entries }[] = [
  { zh: "时间", en: "Time", entries: time },
  { zh: "由各期得一个数", en: "From a series to one number", entries: reducers },
  { zh: "规则、事项、表与其他行", en: "Rules, facts, tables and other lines", entries: facts },
  { zh: "常用算法", en: "Common reckonings", entries: written },
  { zh: "数", en: "Numbers", entries: numbers },
  { zh: "财务", en: "Finance", entries: finance },
  { zh: "常用写法", en: "Common phrases", entries: written },
];

/** Every function of the language by name. */
export const entries: Entries = Object.assign({}, ...groups.map((group) => group.entries));

export const syntax: readonly Example[] = ways;
