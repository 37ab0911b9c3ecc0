import type { Problem } from "./problem.ts";
import type { Text } from "./text.ts";

const text = (zh: string, en: string): Text => ({ zh, en });

/** What is wrong with figures of a review: audited, or typed from a paper plan. */
const WORDING = {
  "audit.reason": [
    text("审定数没有写明理由", "the audited figure has no reason"),
    text("写明理由及所依据的条款", "say why, and the clause it rests on"),
  ],
  "audit.place": [
    text("此处不是可以审定的输入或行", "no input or row stands there to be audited"),
    text("该处可能已删除或改名", "it may have been removed or renamed"),
  ],
  "audit.twice": [text("同一处已有审定数", "there is an audited figure for it already"), undefined],
  "stress.twice": [
    text("同一处已有自定的压力值", "there is a stress value of one's own for it already"),
    text("每处只写一个", "write one value for each place"),
  ],
  "stress.what": [
    text("不是标准压力,也没有写明改哪一处、改成什么", "no standard stress, and not a value at a place either"),
    text("写标准压力的代号,或写明位置与数值", "name a standard stress, or a place and its value"),
  ],
  "stress.place": [
    text("此处不是可以加压的输入或行", "no input or row stands there to be stressed"),
    text("该处可能已删除或改名", "it may have been removed or renamed"),
  ],
  "declared.line": [
    text("模型中没有这一行", "the model has no such line"),
    text("该行可能已删除或改名", "it may have been removed or renamed"),
  ],
  "declared.place": [text("该行没有这一期间、年度或合计", "the line has no such period, year or total"), undefined],
} as const satisfies Record<string, readonly [Text, Text | undefined]>;

/** @param detail a path, an id: it follows the message */
export function auditProblem(code: keyof typeof WORDING, path: string, detail = ""): Problem {
  const [message, hint] = WORDING[code];
  const full = detail === "" ? message : text(`${message.zh}:${detail}`, `${message.en}: ${detail}`);
  return { code, message: full, path, ...(hint === undefined ? {} : { hint }) };
}
