import { type Text, text } from "../../../wording/text.ts";
import { answer } from "../answers.ts";
import { type Check, checkOfFile } from "../check.ts";
import { figure, said } from "../sides.ts";
import { breaches } from "./breaches.ts";
import { dutiesIn } from "./duties.ts";
import { type Promised, promisesIn } from "./judge.ts";
import { netted } from "./netted.ts";
import { passagesOf } from "./passages.ts";

const quoted = ({ sentence, words, weight }: Promised): Text =>
  weight === "R"
    ? text(`“${sentence}”:含“${words.join("”“")}”,属保底、回购、担保或垫资类承诺`, `“${sentence}” promises by “${words.join("”, “")}” what must not be promised`)
    : text(`“${sentence}”:含“${words.join("”“")}”,请说明是否构成保底、回购或担保承诺`, `“${sentence}” says “${words.join("”, “")}”: is it a guarantee or a promise to buy back?`);

/** C16, R-DEBT-8: sentences of names, notes, labels, evidence, records and text inputs; plain promises are rejected, doubtful ones asked about. */
const search = checkOfFile({
  ids: ["C16", "R-DEBT-8"],
  severity: "R",
  clauses: ["national-law/hidden-debt"],
  judge: (review) => {
    const all = passagesOf(review.document);
    const found = all.flatMap(({ path, text: written }) => promisesIn(written).map((promised) => ({ path, promised })));
    if (found.length === 0) {
      const read = figure(text("已查的说明、名称、依据、记录和文字输入", "names, notes, evidence, records and text inputs that were read"), review.count(all.length), "item", "");
      const promises = figure(text("其中兜底、保底、回购、承诺函等承诺", "guarantees, repurchases or comfort letters among them"), review.count(0), "1", "");
      return { answer: answer(true, read, promises) };
    }
    return found.map(({ path, promised }) => ({
      severity: promised.weight,
      answer: answer(false, said(text("原句", "sentence"), promised.sentence, path)),
      says: quoted(promised),
    }));
  },
});

/** C16: what words alone do not decide is laid before the reader, and not taken for harmless. */
const reading = checkOfFile({
  ids: ["C16"],
  severity: "N",
  judge: ({ document, count }) => {
    const sentences = dutiesIn(document);
    if (sentences.length === 0)
      return {
        answer: answer(
          true,
          figure(text("未见所列承诺用语而谈及谁出钱、谁担责的句子", "sentences in no listed words of promises that say who pays or answers for something"), count(0), "item", ""),
        ),
      };
    return {
      answer: answer(false, ...sentences.map(({ path, text: sentence }) => said(text("原句", "sentence"), sentence, path))),
      says: text(
        `有 ${sentences.length} 句谈及谁出钱、谁担责,未见所列承诺用语,是否构成承诺请逐句阅读`,
        `${sentences.length} sentences say who pays or answers for something, in none of the listed words of promises: to be read one by one`,
      ),
    };
  },
});

export const words: readonly Check[] = [search, reading, netted, ...breaches];
