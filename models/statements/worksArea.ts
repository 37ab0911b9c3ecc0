import type { FormulaDecl, LineMeta } from "../language/line.ts";
import type { Text } from "../wording/text.ts";
import { system } from "./system.ts";
import type { StatementFrame } from "./tables/facts.ts";

type Line = Pick<LineMeta, "role" | "tags">;

interface Position {
  readonly id: "above" | "below" | "kept" | "demolished";
  readonly name: Text;
  /** Role that shows that a plot has any. */
  readonly role: string;
  /** What of a plot needs works. */
  readonly due: (plot: string) => string;
}

const POSITIONS: readonly Position[] = [
  {
    id: "above",
    name: { zh: "新建地上", en: "built above ground" },
    role: "area.gfa.above",
    due: (plot) => `max(0, sum(role = area.gfa.above, plot = ${plot}) - sum(role = area.disposition.kept, plot = ${plot}))`,
  },
  {
    id: "below",
    name: { zh: "地下", en: "below ground" },
    role: "area.gfa.below",
    due: (plot) => `sum(role = area.gfa.below, plot = ${plot})`,
  },
  {
    id: "kept",
    name: { zh: "保留整治", en: "kept and renovated" },
    role: "area.disposition.kept",
    due: (plot) => `sum(role = area.disposition.kept, plot = ${plot})`,
  },
  {
    id: "demolished",
    name: { zh: "拆除", en: "demolished" },
    role: "area.demolished",
    due: (plot) => `sum(role = area.demolished, plot = ${plot})`,
  },
];

/** 未列工程费用的面积: floor area of every plot against what rows of works are for, and what works entered as sums come to per ㎡. */
export function worksAreaLines(lines: readonly Line[], { plots, renovates, inSums }: StatementFrame): readonly FormulaDecl[] {
  const present = POSITIONS.filter(({ id }) => id !== "kept" || renovates).map((position) => ({
    position,
    plots: plots.filter(({ id }) => lines.some(({ role, tags }) => role === position.role && tags["plot"] === id)),
  }));
  const products = productsOf(lines);
  const perPosition = present.flatMap(({ position, plots }) => plots.flatMap((plot) => linesOf(position, plot, plots, products)));
  const built = present.filter(({ position: { id } }) => id !== "demolished").flatMap(({ position, plots }) => plots.map((plot) => lineId(plot, "due", position)));
  return [...perPosition, ...(inSums && built.length > 0 ? [sumsLine(built)] : [])];
}

/** Products some works are for, by name. */
function productsOf(lines: readonly Line[]): readonly string[] {
  return [...new Set(lines.flatMap(({ role, tags }) => (role === "works.covered" && typeof tags["product"] === "string" ? [tags["product"]] : [])))];
}

const lineId = ({ id }: { readonly id: string }, name: "due" | "left" | "without", position: Position): string => `plot.${id}.works_${name}.${position.id}`;

/** What is paid by parties outside the project is no works of its own. */
const covering = (conditions: string): string => `sum(role = works.covered, perimeter != no, ${conditions})`;

type Plot = StatementFrame["plots"][number];

function linesOf(position: Position, plot: Plot, plots: readonly Plot[], products: readonly string[]): readonly FormulaDecl[] {
  const line = (name: "due" | "left" | "without", label: Text, formula: string): FormulaDecl => ({
    ...system(lineId(plot, name, position), `${plot.label.zh}:${position.name.zh}${label.zh}`, `${plot.label.en}: ${position.name.en}, ${label.en}`, "m2", "scalar", formula),
    ...(name === "left" ? {} : { role: `works.${name}` }),
    tags: { plot: plot.id, covers: position.id },
  });
  const left = lineId(plot, "left", position);
  const common = covering(`covers = ${position.id}, stated = yes, plot = unset`);
  const all = plots.map((one) => lineId(one, "left", position)).join(" + ");
  return [
    line("due", { zh: "应有工程费用的面积", en: "floor area that needs works" }, position.due(plot.id)),
    line("left", { zh: "未按地块列工程费用的面积", en: "without works of the plot" }, `max(0, ${uncovered(position, plot, products)})`),
    {
      ...line("without", { zh: "未列工程费用的面积", en: "without works" }, `${left} - min(${left}, ${common} * share(${left}, ${all}))`),
      convention: { zh: "未指明地块的总额按各地块未覆盖面积分摊", en: "sums that name no plot cover what is left of all plots in proportion" },
    },
  ];
}

/** What is covered neither by rows measured over the whole or product by product, nor by sums as far as they say. */
function uncovered({ id }: Position, plot: Plot, products: readonly string[]): string {
  const here = `plot = in(${plot.id}, unset)`;
  const due = `plot.${plot.id}.works_due.${id}`;
  const whole = `min(${due}, ${covering(`covers = ${id}, stated = no, ${here}`)})`;
  const byProduct =
    id === "above" || id === "below"
      ? products.map(
          (product) => `min(sum(role = in(${OFFERED}), product = ${product}, pool = ${id}, plot = ${plot.id}), ${covering(`covers = product, product = ${product}, ${here}`)})`,
        )
      : [];
  const measured = byProduct.length === 0 ? whole : `max(${whole}, ${byProduct.join(" + ")})`;
  return `${due} - ${measured} - ${covering(`covers = ${id}, stated = yes, plot = ${plot.id}`)}`;
}

const OFFERED = ["sale", "lease", "ceded", "common", "public_transfer"].map((word) => `area.disposition.${word}`).join(", ");

/** 建设支出按金额填列: all works over all the area they must be for. */
function sumsLine(built: readonly string[]): FormulaDecl {
  return {
    ...system(
      "works.per_area",
      "单位面积造价(建设支出按金额填列)",
      "cost of works per ㎡, entered as sums",
      "CNY/m2",
      "scalar",
      `share(total(sum(role = cost.works.*, mechanism = scheduled_investment, perimeter != no)), ${built.join(" + ")})`,
    ),
    role: "works.per_area",
  };
}
