import type { Bound, CERTAINTIES, PackParameter } from "../../policy/pack.ts";
import { type Text, text } from "../../wording/text.ts";
import type { LawPage } from "./book.ts";

export const CERTAINTY: Readonly<Record<(typeof CERTAINTIES)[number], Text>> = {
  seen: { zh: "已见原文", en: "seen" },
  reported: { zh: "据报道或转述", en: "reported" },
  known: { zh: "凭常识,未见原文", en: "general knowledge, not read" },
  unproved: { zh: "未证实", en: "unproved" },
};

export const BOUND: Readonly<Record<Bound, Text>> = {
  floor: { zh: "下限", en: "floor" },
  cap: { zh: "上限", en: "cap" },
  fixed: { zh: "定值", en: "fixed" },
  default: { zh: "缺省", en: "default" },
};

export const STATUS: Readonly<Record<PackParameter["status"], Text>> = {
  law: { zh: "法律法规", en: "law" },
  policy: { zh: "政策文件", en: "policy" },
  practice: { zh: "评审惯例", en: "practice" },
  to_verify: { zh: "待核实", en: "to verify" },
};

export const FORCE: Readonly<Record<"hard" | "soft", Text>> = {
  hard: { zh: "强制", en: "condition" },
  soft: { zh: "鼓励或许可", en: "encourages or allows" },
};

/** What a lawyer must not take for granted: a clause that is written down and moves nothing. */
export const UNUSED: Text = { zh: "无审查要点依据本条", en: "no check rests on this clause" };

export const UNPROVED_ISSUE: Text = { zh: "发布日期未证实", en: "day of issue unproved" };
export const NO_DAY_IN_FORCE: Text = { zh: "无施行日期", en: "no day in force" };

/** What is said of a law under its title: number, issuer, days, note. */
export function aboutLaw({ number, issuer, issued, from, to, note }: LawPage): readonly Text[] {
  return [
    text(number, number),
    text(issuer, issuer),
    issued === "unproved" ? UNPROVED_ISSUE : text(`${issued} 发布`, `issued ${issued}`),
    from === "none" ? NO_DAY_IN_FORCE : text(`${from} 起施行`, `in force from ${from}`),
    ...(to === undefined ? [] : [text(`至 ${to}`, `until ${to}`)]),
    ...(note === undefined ? [] : [note]),
  ].filter(({ zh }) => zh !== "");
}
