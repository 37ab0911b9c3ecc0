import type { Teller } from "../../statements/indicators/read.ts";
import type { Text } from "../../wording/text.ts";
import { inWan, notDecided, type VerdictWords } from "./verdict.ts";

/** B9: public money within the budget. */
export const publicMoney: VerdictWords = {
  id: "B9",
  title: { zh: "财政平衡", en: "Public money" },
  definition: {
    zh: "计入的补助与返还合计不高于文件填写的财政预算;财政净支出(补助与返还减税收,增值税另列)一并列示。",
    en: "Grants and rebates counted are not above the public budget of the file; the net fiscal effect (support less taxes, VAT apart) is shown beside it.",
  },
  unit: "CNY",
  lines: ["fiscal.support", "fiscal.net", "stmt_fiscal.support", "stmt_fiscal.net"],
  decided: ({ teller }) => shown(teller),
  undecided: (why, teller) => {
    if (why.means === "inapplicable" || teller.value("fiscal.support") === undefined) return notDecided(why);
    const { zh, en } = shown(teller);
    return { zh: `${zh};未填写财政预算,不判定`, en: `${en}; no public budget is entered: not decided` };
  },
};

function shown(teller: Teller): Text {
  const wan = (line: string): Text => {
    const value = teller.value(line);
    return value === undefined ? { zh: "–", en: "–" } : inWan(value);
  };
  const [paid, effect] = [wan("fiscal.support"), wan("fiscal.net")];
  return {
    zh: `补助与返还 ${paid.zh},财政净支出 ${effect.zh}`,
    en: `grants and rebates ${paid.en}, net fiscal effect ${effect.en}`,
  };
}
