import { RecordDecimal } from "../engines/arithmetic/decimal.ts";
import type { Scan } from "../engines/roots.ts";
import type { Text } from "../wording/text.ts";

/** Says from where on the input no longer matters, when no single limit can be named. */
function flatNote(scan: Scan, limit: string | undefined): Text {
  if (limit !== undefined) return { zh: `;起约束作用的上限或下限:${limit}`, en: `; the limit that binds: ${limit}` };
  if (scan.flatAbove !== undefined)
    return {
      zh: `;约自 ${short(scan.flatAbove)} 起再提高不影响结果(受其他条件限制)`,
      en: `; from about ${short(scan.flatAbove)} on more changes nothing, other limits hold`,
    };
  if (scan.flatBelow !== undefined)
    return {
      zh: `;低于约 ${short(scan.flatBelow)} 不影响结果`,
      en: `; below about ${short(scan.flatBelow)} it changes nothing`,
    };
  return { zh: "", en: "" };
}

function short(value: number): string {
  return new RecordDecimal(value).toSignificantDigits(6).toFixed();
}

/** What was found, in a sentence. */
export function messageOf(scan: Scan, roots: readonly { readonly value: string }[], limit: string | undefined): Text {
  const bound = flatNote(scan, limit);
  if (scan.empty)
    return { zh: "该指标在此范围内无数值,无法求解", en: "the indicator has no value anywhere in the range" };
  if (roots.length > 0) {
    const list = roots.map(({ value }) => value).join(", ");
    return { zh: `临界值 ${list}${bound.zh}`, en: `it is met from or up to ${list}${bound.en}` };
  }
  if (scan.metAtEnds[0] && scan.metAtEnds[1])
    return { zh: `整个范围内均达标${bound.zh}`, en: `met over the whole range${bound.en}` };
  return { zh: `范围内没有任何取值能达标${bound.zh}`, en: `no value in the range meets it${bound.en}` };
}
