import { type Text, text } from "../../../wording/text.ts";
import { answer } from "../answers.ts";
import { type Check, checkOfFile } from "../check.ts";
import { figure, said } from "../sides.ts";
import { type Promised, promisesIn } from "./judge.ts";

/** Parts of a document that hold no free text, or text that is not the project's. */
const NOT_TEXT = new Set(["packs", "id", "mechanism", "formula", "format", "role", "unit", "kind"]);
/** Values of inputs that are words of a list, ids, numbers or dates. */
const NO_SENTENCE = /^[\w.:%+-]*$/;

interface Passage {
  readonly path: string;
  readonly text: string;
}

/** Every text a person wrote into the document, with its place. */
function passages(value: unknown, path: string): readonly Passage[] {
  if (typeof value === "string") return NO_SENTENCE.test(value) ? [] : [{ path, text: value }];
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => {
      const id = typeof item === "object" && item !== null && "id" in item && typeof item.id === "string" ? item.id : String(index);
      return passages(item, `${path}/${id}`);
    });
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => (NOT_TEXT.has(key) ? [] : passages(item, path === "" ? key : `${path}/${key}`)));
}

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
    const all = passages(review.document, "");
    const found = all.flatMap(({ path, text: written }) => promisesIn(written).map((promised) => ({ path, promised })));
    if (found.length === 0) {
      const read = figure(text("已查的说明、名称、依据、记录和文字输入", "names, notes, evidence, records and text inputs that were read"), review.count(all.length), "1", "");
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

export const words: readonly Check[] = [search];
