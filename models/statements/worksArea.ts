import type { FormulaDecl, LineMeta } from "../language/line.ts";
import type { Role } from "../terms/roles.ts";
import type { Text } from "../wording/text.ts";
import { system } from "./system.ts";
import type { StatementFrame } from "./tables/facts.ts";

type Line = Pick<LineMeta, "role" | "tags">;

interface Position {
  readonly id: "above" | "below" | "kept" | "demolished" | "in_kind" | "cash";
  /** What the area needs: works, or compensation of those who give it up. */
  readonly needs: "works" | "compensation";
  readonly name: Text;
  /** Area that needs it; shows that a plot has any. */
  readonly role: Role;
  /** Area within it that needs none. */
  readonly but?: Role;
}

const POSITIONS: readonly Position[] = [
  { id: "above", needs: "works", name: { zh: "新建地上", en: "built above ground" }, role: "area.gfa.above", but: "area.disposition.kept" },
  { id: "below", needs: "works", name: { zh: "地下", en: "below ground" }, role: "area.gfa.below" },
  { id: "kept", needs: "works", name: { zh: "保留整治", en: "kept and renovated" }, role: "area.disposition.kept" },
  { id: "demolished", needs: "works", name: { zh: "拆除", en: "demolished" }, role: "area.demolished" },
  { id: "in_kind", needs: "compensation", name: { zh: "实物安置", en: "compensated in kind" }, role: "area.legal.in_kind" },
  { id: "cash", needs: "compensation", name: { zh: "货币补偿", en: "compensated in cash" }, role: "area.legal.cash" },
];

/** Area of a plot that needs it. */
function dueOn(plot: string, { role, but }: Position): string {
  const area = (of: Role) => `sum(role = ${of}, plot = ${plot})`;
  return but === undefined ? area(role) : `max(0, ${area(role)} - ${area(but)})`;
}

const COST_OF = {
  works: { zh: "工程费用", en: "works" },
  compensation: { zh: "补偿费用", en: "compensation" },
};

/** 未列费用的面积: floor area of every plot against what works, or compensation, are for, and what those entered as sums come to per ㎡. */
export function worksAreaLines(lines: readonly Line[], { plots, renovates, inSums }: StatementFrame): readonly FormulaDecl[] {
  const present = POSITIONS.filter(({ id }) => id !== "kept" || renovates).map((position) => ({
    position,
    plots: plots.filter(({ id }) => lines.some(({ role, tags }) => role === position.role && tags["plot"] === id)),
  }));
  const products = productsOf(lines);
  const perPosition = present.flatMap(({ position, plots }) => plots.flatMap((plot) => linesOf(position, plot, plots, products)));
  const due = (needs: Position["needs"]) =>
    present.filter(({ position }) => position.needs === needs && position.id !== "demolished").flatMap(({ position, plots }) => plots.map((plot) => lineId(plot, "due", position)));
  return [...perPosition, ...(inSums ? [...sumsLine("works", due("works")), ...sumsLine("compensation", due("compensation"))] : [])];
}

/** Products some works are for, by name. */
function productsOf(lines: readonly Line[]): readonly string[] {
  return [...new Set(lines.flatMap(({ role, tags }) => (role === "works.covered" && typeof tags["product"] === "string" ? [tags["product"]] : [])))];
}

const lineId = ({ id }: { readonly id: string }, name: "due" | "left" | "without", position: Position): string => `plot.${id}.${position.needs}_${name}.${position.id}`;

/** What is paid by parties outside the project is no works of its own. */
const covering = ({ needs, id }: Position, conditions: string, covers: string = id): string => `sum(role = ${needs}.covered, perimeter != no, covers = ${covers}, ${conditions})`;

type Plot = StatementFrame["plots"][number];

function linesOf(position: Position, plot: Plot, plots: readonly Plot[], products: readonly string[]): readonly FormulaDecl[] {
  const line = (name: "due" | "left" | "without", label: Text, formula: string): FormulaDecl => ({
    ...system(lineId(plot, name, position), `${plot.label.zh}:${position.name.zh}${label.zh}`, `${plot.label.en}: ${position.name.en}, ${label.en}`, "m2", "scalar", formula),
    ...(name === "left" ? {} : { role: `${position.needs}.${name}` }),
    tags: { plot: plot.id, covers: position.id },
  });
  const cost = COST_OF[position.needs];
  const left = lineId(plot, "left", position);
  const common = covering(position, "stated = yes, plot = unset");
  const all = plots.map((one) => lineId(one, "left", position)).join(" + ");
  return [
    line("due", { zh: `应有${cost.zh}的面积`, en: `floor area that needs ${cost.en}` }, dueOn(plot.id, position)),
    line("left", { zh: `未按地块列${cost.zh}的面积`, en: `without ${cost.en} of the plot` }, `max(0, ${uncovered(position, plot, products)})`),
    {
      ...line("without", { zh: `未列${cost.zh}的面积`, en: `without ${cost.en}` }, `${left} - min(${left}, ${common} * share(${left}, ${all}))`),
      convention: { zh: "未指明地块的总额按各地块未覆盖面积分摊", en: "sums that name no plot cover what is left of all plots in proportion" },
    },
  ];
}

/** What is covered neither by rows measured over the whole or product by product, nor by sums as far as they say. */
function uncovered(position: Position, plot: Plot, products: readonly string[]): string {
  const { id } = position;
  const here = `plot = in(${plot.id}, unset)`;
  const due = lineId(plot, "due", position);
  const whole = `min(${due}, ${covering(position, `stated = no, ${here}`)})`;
  const byProduct =
    id === "above" || id === "below"
      ? products.map(
          (product) => `min(sum(role = in(${OFFERED}), product = ${product}, pool = ${id}, plot = ${plot.id}), ${covering(position, `product = ${product}, ${here}`, "product")})`,
        )
      : [];
  const measured = byProduct.length === 0 ? whole : `max(${whole}, ${byProduct.join(" + ")})`;
  return `${due} - ${measured} - ${covering(position, `stated = yes, plot = ${plot.id}`)}`;
}

const OFFERED = ["sale", "lease", "ceded", "common", "public_transfer"].map((word) => `area.disposition.${word}`).join(", ");

const PER_AREA = {
  works: { zh: "单位面积造价(建设支出按金额填列)", en: "cost of works per ㎡, entered as sums" },
  compensation: { zh: "单位面积补偿费用(建设支出按金额填列)", en: "compensation per ㎡, entered as sums" },
};

/** 建设支出按金额填列: all works, or all compensation, over all the area they must be for. */
function sumsLine(needs: Position["needs"], due: readonly string[]): readonly FormulaDecl[] {
  if (due.length === 0) return [];
  const paid = `total(sum(role = cost.${needs}.*, mechanism = scheduled_investment, perimeter != no))`;
  const { zh, en } = PER_AREA[needs];
  return [{ ...system(`${needs}.per_area`, zh, en, "CNY/m2", "scalar", `share(${paid}, ${due.join(" + ")})`), role: `${needs}.per_area` }];
}
