/** Letters and characters that say something; a full stop, a dash, “xx” or “见附件” alone give no reason. */
const SIGNS = /[\p{Script=Han}\p{L}\p{N}]/gu;

/** What people write where a reason is asked for and they have none. */
const PHRASES =
  /^(?:无|暂无|没有|略|同上|同前|见(?:附件|上|附表|附)|待定|待补(?:充)?|按(?:惯例|常规|经验|要求|规定)|惯例|常规做法|通行做法|经验值?|估计|参考|其他|n\/?a|none|tbd|todo|see above|see annex|usual practice|as usual|ditto|same|x+|test|测试)[。.!]?$/iu;

const LEAST_SIGNS = 3;

/** Whether a text that is to give a reason or a source gives any: enough signs, not all the same, and no empty phrase. */
export function saysSomething(text: string | undefined): boolean {
  const plain = text?.trim() ?? "";
  const signs = plain.match(SIGNS) ?? [];
  return signs.length >= LEAST_SIGNS && new Set(signs).size > 1 && !PHRASES.test(plain);
}
