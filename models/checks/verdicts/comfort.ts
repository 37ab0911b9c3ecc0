import type { Decimal } from "decimal.js";
import {
  type BreakEven,
  occupancyBreakEven,
  operatingBreakEven,
  priceBreakEven,
} from "../../statements/indicators/breakEven.ts";
import type { ModelView } from "../../statements/view.ts";
import type { Text } from "../../wording/text.ts";
import { BROKEN_LINES, decided, undecided, type Verdict, type VerdictHead } from "./verdict.ts";

const COMFORT: VerdictHead = {
  id: "B8",
  title: { zh: "盈亏平衡点", en: "Break-even point" },
  definition: {
    zh: "使静态总平衡差额为零的售价、使运营期盈余为零的经营收入,各占所用数值的比例,均不高于文件填写的舒适线。",
    en: "The sale price at which the static balance is 0 and the operating revenue at which the operating surplus is 0, each as a share of the one used, are not above the file's comfort line.",
  },
};

const LINES = [
  "project.fixed_cost",
  "project.variable_cost",
  "project.operating_revenue",
  "project.sale_receipts",
  "project.static_balance",
];

/** B8: how far price and revenue may fall before the balance is gone. */
export function comfortVerdict(view: ModelView): Verdict {
  const points: readonly (readonly [Text, BreakEven | undefined])[] = [
    [{ zh: "售价", en: "sale price" }, priceBreakEven(view)],
    [{ zh: "经营收入", en: "operating revenue" }, operatingBreakEven(view)],
  ];
  if (points.some(([, point]) => point === undefined)) return undecided(COMFORT, BROKEN_LINES, LINES);
  const found = points.flatMap(([name, point]) =>
    point === undefined || point.value === null ? [] : [{ name, value: point.value }],
  );
  const highest = found.reduce<Decimal | undefined>(
    (worst, { value }) => (worst === undefined || value.greaterThan(worst) ? value : worst),
    undefined,
  );
  const none = points.flatMap(([, point]) => (point?.value === null ? [point.note] : []));
  if (highest === undefined)
    return undecided(
      COMFORT,
      {
        zh: `不适用:${none.map(({ zh }) => zh).join(";")}`,
        en: `does not apply: ${none.map(({ en }) => en).join("; ")}`,
      },
      LINES,
    );
  const occupancy = occupancyBreakEven(view);
  const extra =
    occupancy === undefined || occupancy.value === null
      ? { zh: "", en: "" }
      : { zh: `;平衡出租率 ${percent(occupancy.value)}`, en: `; break-even occupancy ${percent(occupancy.value)}` };
  const words = {
    zh: `${found.map(({ name, value }) => `${name.zh} ${percent(value)}`).join("、")}${extra.zh}`,
    en: `${found.map(({ name, value }) => `${name.en} ${percent(value)}`).join(", ")}${extra.en}`,
  };
  const { bepComfort } = view.conventions;
  if (bepComfort === undefined)
    return undecided(
      COMFORT,
      { zh: `${words.zh};未填写舒适线,不判定`, en: `${words.en}; no comfort line is entered: not decided` },
      LINES,
    );
  const margin = highest.minus(bepComfort).negated();
  return decided(
    COMFORT,
    margin.greaterThanOrEqualTo(0),
    {
      zh: `${words.zh};舒适线 ${percent(highest.plus(margin))}`,
      en: `${words.en}; comfort line ${percent(highest.plus(margin))}`,
    },
    LINES,
    { margin, unit: "1" },
  );
}

const percent = (value: Decimal): string => `${value.times(100).toFixed(1)}%`;
