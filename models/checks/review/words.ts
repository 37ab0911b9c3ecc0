import type { Finding } from "../findings.ts";
import { finding } from "./finding.ts";
import type { Check, Review } from "./review.ts";

/** Words by which a promise of a fixed return, a repurchase or a public guarantee gives itself away, in simplified, traditional and English spelling. */
const RED: Readonly<Record<string, RegExp>> = {
  兜底: /财政兜底|兜底/g,
  保底: /保底|最低回报|最低收益/g,
  回购: /回购|回購/g,
  承诺函: /承诺函|承諾函|安慰函|担保函|擔保函|支持函/g,
  明股实债: /明股实债|明股實債|名股实债|抽屉协议/g,
  固定回报: /固定回报|固定收益|固定回報|保本保息|保本保收益|刚性兑付|本金不受损失|补偿本金|承诺收益/g,
  差额补足: /差额补足|差額補足|流动性支持/g,
  政府担保: /(?:政府|财政|财政局|街道)(?:提供)?(?:担保|保证还款|承诺还款)/g,
  垫资: /垫资|墊資|带资承包/g,
  购买服务举债: /以?购买服务名义(?:举债|融资)/g,
  guarantee:
    /guaranteed returns?|fixed returns?|buy[- ]?back|repurchase|comfort letter|letter of comfort|principal guarantee|top-up guarantee/gi,
};

/** Clauses of a sentence: a negation reaches no further. */
const BREAK = /[,，。;；!！?？、\n\r]|\.\s/;

/** Words that hold a character of negation without negating what follows. */
const NOT_NEGATIONS =
  /未来|不可撤销|不可撤銷|无条件|無條件|不得不|不少于|不低于|不超过|无论|不论|不仅|不但|不限|无偿|not only|unconditional\w*|irrevocabl[ey]|no less than|not less than/gi;

const NEGATION =
  /不|无|無|未|没有|沒有|非|勿|禁止|严禁|杜绝|避免|取消|排除|\b(?:no|not|without|never|none|nor|free of|forbidden|prohibit\w*|exclud\w*)\b/i;

/** Words of the list found in a text and not denied in their own clause: “不承诺保底” denies, “无条件回购” does not. */
export function redWords(text: string): readonly string[] {
  const plain = text.normalize("NFKC").replace(/[\u200b-\u200d\ufeff]/g, "");
  const joined = plain.replace(/(?<=[\u4e00-\u9fff])[ \t\u3000]+(?=[\u4e00-\u9fff])/g, "");
  return joined.split(BREAK).flatMap((clause) =>
    Object.values(RED).flatMap((pattern) =>
      [...clause.matchAll(pattern)].flatMap((match) => {
        const before = clause.slice(0, match.index).replace(NOT_NEGATIONS, "");
        return NEGATION.test(before) ? [] : [match[0]];
      }),
    ),
  );
}

/** Parts of a document that hold no free text, or text that is not the project's. */
const NOT_TEXT = new Set(["packs", "id", "mechanism", "formula", "format", "role", "unit", "kind", "inputs"]);

interface Passage {
  readonly path: string;
  readonly text: string;
}

/** Every text a person wrote into the document, with its place. */
function passages(value: unknown, path: string): readonly Passage[] {
  if (typeof value === "string") return [{ path, text: value }];
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

const EXCERPT = 100;

/** C16, R-DEBT-8: the words searched in names, notes, labels, evidence and records. */
function search(review: Review): readonly Finding[] {
  const clauses = ["national-law/hidden-debt"];
  const found = passages(review.document, "").flatMap(({ path, text }) => {
    const words = [...new Set(redWords(text))];
    return words.length === 0 ? [] : [{ path, words, text: text.slice(0, EXCERPT) }];
  });
  if (found.length === 0) {
    const message = {
      zh: "说明、名称、依据和记录中未见兜底、保底、回购、承诺函等表述",
      en: "no wording of guarantees, repurchase or comfort letters in notes, labels, evidence and records",
    };
    return ["C16", "R-DEBT-8"].map((id) => finding(review, { id, severity: "R", pass: true, clauses, message }));
  }
  return found.flatMap(({ path, words, text }) =>
    ["C16", "R-DEBT-8"].map((id) =>
      finding(review, {
        id,
        severity: "R",
        pass: false,
        clauses,
        path,
        message: { zh: `出现“${words.join("”“")}”:${text}`, en: `the words “${words.join("”, “")}” appear: ${text}` },
      }),
    ),
  );
}

export const words: readonly Check[] = [{ ids: ["C16", "R-DEBT-8"], run: search }];
