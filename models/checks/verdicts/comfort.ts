import type { Decimal } from "decimal.js";
import type { Teller } from "../../statements/indicators/read.ts";
import type { Text } from "../../wording/text.ts";
import { notDecided, type VerdictWords } from "./verdict.ts";

/** B8: how far price and occupancy may fall before the balance is gone. */
export const comfort: VerdictWords = {
  id: "B8",
  title: { zh: "盈亏平衡点", en: "Break-even point" },
  definition: {
    zh: "使静态总平衡差额为零的售价、使全运营期盈余为零的出租率(没有随出租率变动的收入时为经营收入),各占所用数值的比例,均不高于文件填写的舒适线;按系数重算全部行求得。",
    en: "The sale price at which the static balance is 0 and the occupancy at which the surplus of the whole operation is 0 (the operating revenue where none follows an occupancy), each as a share of the one used and found by working the whole model out again, are not above the file's comfort line.",
  },
  unit: "1",
  lines: ["bep.sale_price", "bep.occupancy.share", "bep.operation", "project.static_balance", "operation.result"],
  decided: ({ teller }) => {
    const line = teller.value("convention.bep_comfort");
    const shown = points(teller);
    const limit = line === undefined ? "" : percent(line);
    return { zh: `${shown.zh};舒适线 ${limit}`, en: `${shown.en}; comfort line ${limit}` };
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
      };
    }
    const shown = points(teller);
    return { zh: `${shown.zh};未填写舒适线,不判定`, en: `${shown.en}; no comfort line is entered: not decided` };
  },
};

/** The points there are, each with what it is a point of. */
function points(teller: Teller): Text {
  const used: Text = { zh: "(占所用出租率)", en: " of the one used" };
  const list: readonly (readonly [Text, string, Text?])[] = [
    [{ zh: "售价", en: "sale price" }, "bep.judged.price"],
    teller.value("bep.occupancy.share") === undefined
      ? [{ zh: "经营收入", en: "operating revenue" }, "bep.judged.operation"]
      : [{ zh: "出租率", en: "occupancy" }, "bep.judged.operation", used],
  ];
  const found = list.flatMap(([name, line, of]) => {
    const value = teller.value(line);
    return value === undefined
      ? []
      : [{ zh: `${name.zh} ${percent(value)}${of?.zh ?? ""}`, en: `${name.en} ${percent(value)}${of?.en ?? ""}` }];
  });
  return { zh: found.map(({ zh }) => zh).join("、"), en: found.map(({ en }) => en).join(", ") };
}

const percent = (value: Decimal): string => `${value.times(100).toFixed(1)}%`;
