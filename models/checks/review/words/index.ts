import type { Text } from "../../../wording/text.ts";
import type { Finding } from "../../findings.ts";
import { finding } from "../finding.ts";
import type { Check, Review } from "../review.ts";
import { type Promised, promisesIn } from "./judge.ts";

const IDS = ["C16", "R-DEBT-8"];
const CLAUSES = ["national-law/hidden-debt"];

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
      const id =
        typeof item === "object" && item !== null && "id" in item && typeof item.id === "string"
          ? item.id
          : String(index);
      return passages(item, `${path}/${id}`);
    });
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    NOT_TEXT.has(key) ? [] : passages(item, path === "" ? key : `${path}/${key}`),
  );
}

const quoted = ({ sentence, words, weight }: Promised): Text =>
  weight === "R"
    ? {
        zh: `“${sentence}”:含“${words.join("”“")}”,属保底、回购、担保或垫资类承诺`,
        en: `“${sentence}” promises by “${words.join("”, “")}” what must not be promised`,
      }
    : {
        zh: `“${sentence}”:含“${words.join("”“")}”,请说明是否构成保底、回购或担保承诺`,
        en: `“${sentence}” says “${words.join("”, “")}”: is it a guarantee or a promise to buy back?`,
      };

/** C16, R-DEBT-8: sentences of names, notes, labels, evidence, records and text inputs; plain promises are rejected, doubtful ones asked about. */
function search(review: Review): readonly Finding[] {
  const found = passages(review.document, "").flatMap(({ path, text }) =>
    promisesIn(text).map((promised) => ({ path, promised })),
  );
  if (found.length === 0) {
    const message = {
      zh: "说明、名称、依据、记录和文字输入中未见兜底、保底、回购、承诺函等承诺",
      en: "no promise of guarantees, repurchase or comfort letters in names, notes, evidence, records and text inputs",
    };
    return IDS.map((id) => finding(review, { id, severity: "R", pass: true, clauses: CLAUSES, message }));
  }
  return found.flatMap(({ path, promised }) =>
    IDS.map((id) =>
      finding(review, {
        id,
        severity: promised.weight,
        pass: false,
        clauses: CLAUSES,
        path,
        message: quoted(promised),
      }),
    ),
  );
}

export const words: readonly Check[] = [{ ids: IDS, run: search }];
