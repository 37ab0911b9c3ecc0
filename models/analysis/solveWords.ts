import { RecordDecimal } from "../engines/arithmetic/decimal.ts";
import type { Text } from "../wording/text.ts";
import type { Standing } from "./confirm.ts";
import type { Limit } from "./limits.ts";
import type { Survey } from "./sampling.ts";

function short(value: number): string {
  return new RecordDecimal(value).toSignificantDigits(6).toFixed();
}

interface Met {
  readonly from: string;
  readonly to: string;
  readonly confirmed: boolean;
}

/** Says from where on the input no longer matters, and which limit holds there. */
function flatNote(found: Survey, limits: readonly Limit[]): Text {
  const paths = limits.map(({ path }) => path).join(", ");
  const why = {
    zh: paths === "" ? "受其他条件限制" : `受限于 ${paths}`,
    en: paths === "" ? "other limits hold" : `limited by ${paths}`,
  };
  if (found.flatAbove !== undefined) {
    const at = short(found.flatAbove);
    return {
      zh: `;约自 ${at} 起再提高不影响结果(${why.zh})`,
      en: `; from about ${at} on more changes nothing (${why.en})`,
    };
  }
  if (found.flatBelow !== undefined) {
    const at = short(found.flatBelow);
    return { zh: `;低于约 ${at} 不影响结果`, en: `; below about ${at} it changes nothing` };
  }
  return { zh: "", en: "" };
}

const SHOWN = 3;

/** What else is to be known of the value that was found: what the verdicts there are met under, and which of them nothing can be said of. */
export function standingNote(there: Standing | undefined): Text {
  if (there === undefined) return { zh: "", en: "" };
  const open = there.verdicts.filter(({ reason }) => reason === "incomplete" || reason === "area");
  const messagesOf = (isPaper: boolean): readonly Text[] =>
    there.conditions.filter(({ kind }) => (kind === "paper") === isPaper).map(({ message }) => message);
  const undecided = open.map(({ id, message }) => ({ zh: `${id} ${message.zh}`, en: `${id} ${message.en}` }));
  const said = (texts: readonly Text[], zh: string, en: string): Text => {
    if (texts.length === 0) return { zh: "", en: "" };
    const shown = texts.slice(0, SHOWN);
    const count = texts.length;
    const more = count > SHOWN ? { zh: ` 等 ${count} 项`, en: ` and more, ${count} in all` } : { zh: "", en: "" };
    return {
      zh: `;${zh}:${shown.map((text) => text.zh).join(";")}${more.zh}`,
      en: `; ${en}: ${shown.map((text) => text.en).join("; ")}${more.en}`,
    };
  };
  const notes = [
    said(messagesOf(true), "尚待文件,取得前为附条件", "still on no paper, until then on condition"),
    said(messagesOf(false), "附条件", "on condition"),
    said(undecided, "无法判定", "undecided there"),
  ];
  return { zh: notes.map(({ zh }) => zh).join(""), en: notes.map(({ en }) => en).join("") };
}

/** What was found, in a sentence; samples prove nothing about what lies between them, and the sentence does not claim it. */
export function messageOf(
  found: Survey,
  intervals: readonly Met[],
  roots: readonly { readonly value: string }[],
  limits: readonly Limit[],
  beside: Text,
): Text {
  const flat = flatNote(found, limits);
  const bound = { zh: flat.zh + beside.zh, en: flat.en + beside.en };
  const step = short(found.resolution);
  if (found.empty)
    return {
      zh: `所试各值下目标均无数值(间隔不大于 ${step})`,
      en: `the target has no value at any value tried (at most ${step} apart)`,
    };
  if (intervals.length === 0)
    return {
      zh: `按不大于 ${step} 的间隔试算,未找到达标的值${bound.zh}`,
      en: `none found with values tried at most ${step} apart${bound.en}`,
    };
  const sure = intervals.filter(({ confirmed }) => confirmed);
  const rest = sure.length === 0 ? [] : intervals.filter(({ confirmed }) => !confirmed);
  if (roots.length === 0 && rest.length === 0)
    return {
      zh: `所试各值均达标(间隔不大于 ${step})${bound.zh}`,
      en: `met at every value tried (at most ${step} apart)${bound.en}`,
    };
  const list = (some: readonly Met[], word: string, link: string) =>
    some.map(({ from, to }) => `${from} ${word} ${to}`).join(link);
  const told = sure.length === 0 ? intervals : sure;
  const also = {
    zh: rest.length === 0 ? "" : `;${list(rest, "至", "、")} 附条件达标或未判定,不作答案`,
    en: rest.length === 0 ? "" : `; from ${list(rest, "to", " and from ")} only on a condition or undecided: no answer`,
  };
  return {
    zh: `${list(told, "至", "、")} 达标(试算间隔不大于 ${step})${also.zh}${bound.zh}`,
    en: `met from ${list(told, "to", " and from ")} (values tried at most ${step} apart)${also.en}${bound.en}`,
  };
}
