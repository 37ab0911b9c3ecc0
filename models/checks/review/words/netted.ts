import { text } from "../../../wording/text.ts";
import { answer } from "../answers.ts";
import { type Check, check } from "../check.ts";
import type { Review } from "../review.ts";
import { figure, said } from "../sides.ts";
import { denied } from "./denial.ts";
import { passagesOf } from "./passages.ts";
import { plainText, sentencesOf } from "./sentences.ts";

/** A sum set off against another, by either order of words. */
const SET_OFF: readonly RegExp[] = [
  /(?:扣除|扣减|扣抵|抵减|抵扣|抵缴|抵顶|抵充|抵作|冲抵|冲减|冲销|减去|轧差|相抵)[^,。;]*(?:返还|奖补|补助|奖励|退还|退回|计提|留成|支持资金|扶持资金|奖返)/,
  /(?:返还|奖补|补助|奖励|退还|退回|计提|留成|支持资金|扶持资金|奖返)[^,。;]*(?:扣除|扣减|扣抵|抵减|抵扣|抵缴|抵顶|抵充|抵作|冲抵|冲减|冲销|轧差|相抵|后?净额|后净|净价)/,
  /(?:net(?:ted)? of|less|after deducting|reduced by)[^.;]*(?:rebates?|refunds?|subsid\w+|grants?)/i,
  /(?:rebates?|refunds?|subsid\w+|grants?)[^.;]*(?:deducted|netted|set off|offset|subtracted)/i,
];
const LAND = /地价|土地(?:价款|款|出让金?)|出让(?:金|价款)|\bland (?:price|premium|cost|payment)/i;

interface Written {
  readonly path: string;
  readonly sentence: string;
}

/** Sentences that net the land price: of the part that pays it, or about land wherever they stand. */
function found(review: Review): readonly Written[] {
  const own = review.parts.filter((part) => part.plays("cost.land.price", "land.gross")).map(({ id }) => `components/${id}/`);
  return passagesOf(review.document).flatMap(({ path, text: written }) =>
    sentencesOf(written).flatMap((sentence) => {
      const plain = plainText(sentence);
      const match = SET_OFF.map((says) => says.exec(plain)).find((one) => one !== null) ?? undefined;
      if (match === undefined || denied(plain, match.index, match.index + match[0].length)) return [];
      return LAND.test(plain) || own.some((prefix) => path.startsWith(prefix)) ? [{ path, sentence }] : [];
    }),
  );
}

const SENTENCE = text("原句", "sentence");
const NO_PRICE = text("无土地价款,不适用", "no land price: does not apply");

/** R-LAND-1: the land price is paid in full; no text of the file nets it by what comes back. */
export const netted: Check = check<readonly Written[]>({
  ids: ["R-LAND-1"],
  severity: "R",
  clauses: ["national-law/land-receipts"],
  of: (review) => (review.withRole("cost.land.price", "land.gross").length === 0 ? [] : [found(review)]),
  none: NO_PRICE,
  judge: (written, review) => {
    if (written.length > 0)
      return written.map(({ path, sentence }) => ({
        answer: answer(false, said(SENTENCE, sentence, path)),
        fails: text("土地价款须全额缴库,返还另列为财政支持", "the land price goes to the treasury in full; what comes back is support of its own"),
        path,
      }));
    const read = figure(
      text("已查的说明、名称、依据、记录和文字输入", "names, notes, evidence, records and text inputs that were read"),
      review.count(passagesOf(review.document).length),
      "1",
      "",
    );
    return { answer: answer(true, read, figure(text("其中以返还、补助冲抵地价的", "of which net the land price by a rebate or grant"), review.count(0), "1", "")) };
  },
});
