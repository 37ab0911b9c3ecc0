import type { Decimal } from "decimal.js";
import type { Teller } from "../../statements/indicators/read.ts";
import { REASONS } from "../../statements/indicators/reasons.ts";
import { listed, type Text } from "../../wording/text.ts";
import { notDecided, type VerdictWords } from "./verdict.ts";

/** B8: how far price and occupancy may fall before the balance is gone. */
export const comfort: VerdictWords = {
  id: "B8",
  title: { zh: "盈亏平衡点", en: "Break-even point" },
  definition: {
    zh: "使静态总平衡差额为零的售价、使全运营期盈余为零的出租率(没有随出租率变动的收入时为经营收入),各占所用数值的比例,均不高于文件填写的控制线;按系数重算全部行求得。",
    en: "The sale price at which the static balance is 0 and the occupancy at which the surplus of the whole operation is 0 (the operating revenue where none follows an occupancy), each as a share of the one used and found by working the whole model out again, are not above the file's comfort line.",
  },
  unit: "1",
  lines: ["bep.sale_price", "bep.occupancy.share", "bep.operation", "project.static_balance", "operation.result"],
  decided: ({ teller }) => {
    const line = teller.value("convention.bep_comfort");
    const shown = points(teller);
    const limit = line === undefined ? "" : percent(line);
    return { zh: `${shown.zh};控制线 ${limit}`, en: `${shown.en}; comfort line ${limit}` };
  },
  undecided: (why, teller) => {
    if (teller.value("bep.highest") === undefined) {
      const none = ["bep.judged.price", "bep.judged.operation"].map((point) => teller.whyNot(point));
      if (none.some(({ means }) => means !== "inapplicable"))
        return notDecided({
          text: none.find(({ means }) => means !== "inapplicable")?.text ?? why.text,
          means: "incomplete",
        });
      return {
        zh: `不适用:${none.map(({ text }) => text.zh).join(";")}`,
        en: `does not apply: ${none.map(({ text }) => text.en).join("; ")}`,
        means: "inapplicable",
      };
    }
    const shown = points(teller);
    return { zh: `${shown.zh};未填写控制线,不判定`, en: `${shown.en}; no comfort line is entered: not decided` };
  },
};

/** The points there are, each with what it is a point of; one that is no number says what the search found. */
function points(teller: Teller): Text {
  const occupied = teller.value(OCCUPANCY) !== undefined || teller.whyNot(OCCUPANCY).text !== REASONS.no_occupancy;
  const used: Text = { zh: "(占所用出租率)", en: " of the one used" };
  const found = [
    point(teller, { zh: "售价", en: "sale price" }, "bep.sale_price", "bep.judged.price"),
    occupied
      ? point(teller, { zh: "出租率", en: "occupancy" }, OCCUPANCY, "bep.judged.operation", used)
      : point(teller, { zh: "经营收入", en: "operating revenue" }, "bep.operation", "bep.judged.operation"),
  ].flat();
  return listed(found);
}

const OCCUPANCY = "bep.occupancy.share";

function point(
  teller: Teller,
  name: Text,
  own: string,
  judged: string,
  of: Text = { zh: "", en: "" },
): readonly Text[] {
  const value = teller.value(own);
  if (value !== undefined)
    return [{ zh: `${name.zh} ${percent(value)}${of.zh}`, en: `${name.en} ${percent(value)}${of.en}` }];
  if (teller.value(judged) === undefined) return [];
  const { text } = teller.whyNot(own);
  return [{ zh: `${name.zh}:${text.zh}`, en: `${name.en}: ${text.en}` }];
}

const percent = (value: Decimal): string => `${value.times(100).toFixed(1)}%`;
