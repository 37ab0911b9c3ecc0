import type { Decimal } from "decimal.js";
import type { GraphLine } from "../../language/graph.ts";
import { AREA_TOLERANCE, RATIO_TOLERANCE } from "../../statements/tolerances.ts";
import { amountText } from "../../wording/grouped.ts";
import type { Finding } from "../findings.ts";
import { sum, ZERO } from "./amounts.ts";
import { finding, plus } from "./finding.ts";
import type { Part } from "./parts.ts";
import type { Check, Review } from "./review.ts";

const tableParts = ({ parts }: Review): readonly Part[] => parts.filter((part) => part.plays(/^area\.gfa\./));

/** C02 (M19): what is left after resettlement, public services and reserve is not negative, and covers the products placed on it. */
function increment(review: Review): readonly Finding[] {
  return tableParts(review).flatMap((part) => {
    const left = review.view.scalar(`${part.id}.increment_above`);
    const fixed = review.view.scalar(`${part.id}.increment_fixed`) ?? ZERO;
    if (left === undefined) return [];
    const spare = left.minus(fixed);
    const pass = !left.isNegative() && spare.greaterThanOrEqualTo(`-${AREA_TOLERANCE}`);
    const numbers = { increment: left, products: fixed };
    const message = pass
      ? {
          zh: `${part.label.zh}:地上增量 ${amountText(left)} ㎡`,
          en: `${part.label.en}: increment above ground ${amountText(left)} ㎡`,
        }
      : {
          zh: `${part.label.zh}:扣除回迁、公共服务、保留与留白后地上增量 ${amountText(left)} ㎡,不足以安排产品 ${amountText(fixed)} ㎡`,
          en: `${part.label.en}: the increment above ground is ${amountText(left)} ㎡ after resettlement, services, kept buildings and reserve; products of ${amountText(fixed)} ㎡ do not fit`,
        };
    return [finding(review, { id: "C02", severity: "R", pass, numbers, path: `${part.id}.increment_above`, message })];
  });
}

/** C02 (M17): planned floor area ratio within the approved one. */
function ratio(review: Review): readonly Finding[] {
  return tableParts(review).flatMap((part) => {
    const far = review.view.scalar(part.lines.find(({ role }) => role === "index.far")?.id ?? "");
    const recorded = review.facts
      .filter(({ kind, holds }) => kind === "plan_adjustment" && holds)
      .flatMap((fact) => fact.number("far") ?? []);
    const approved = part.number("farApproved") ?? recorded.at(-1);
    if (far === undefined) return [];
    const path = `${part.path}/far`;
    const clauses = ["jinhua-2020/3(3)", "jinhua-2020/3(2)"];
    if (approved === undefined)
      return [
        finding(review, {
          id: "C02",
          severity: "R",
          pass: null,
          numbers: { far },
          path: `${part.path}/farApproved`,
          message: {
            zh: `${part.label.zh}:未填写批准容积率,无法核对`,
            en: `${part.label.en}: the approved floor area ratio is not entered`,
          },
        }),
      ];
    const pass = far.minus(approved).lessThanOrEqualTo(RATIO_TOLERANCE);
    const against = pass ? { zh: "不超过", en: "is within" } : { zh: "超过", en: "exceeds" };
    const message = {
      zh: `${part.label.zh}:规划容积率 ${far.toDecimalPlaces(4).toFixed()} ${against.zh}批准值 ${approved.toFixed()}`,
      en: `${part.label.en}: planned FAR ${far.toDecimalPlaces(4).toFixed()} ${against.en} the approved ${approved.toFixed()}`,
    };
    // An approved plan is the project's own approval: a breach rejects whatever policy paper stands beside it.
    return [
      finding(review, { id: "C02", severity: "R", pass, numbers: { far, approved }, path, message }),
      ...cite(review, pass, clauses, path),
    ];
  });
}

/** The policy that lets the ratio be set by calculation, where a listed pack has it. */
function cite(review: Review, pass: boolean, clauses: readonly string[], path: string): readonly Finding[] {
  const message = pass
    ? { zh: "提升开发强度须经测算设定并在规划许可之内", en: "density is raised by calculation and within the plan" }
    : { zh: "提升开发强度超出规划许可", en: "density is raised beyond the plan" };
  return [finding(review, { id: "M17", severity: "R", pass, clauses, path, message })];
}

/** C02: on a plot one product row at most takes the rest. */
function oneRest(review: Review): readonly Finding[] {
  return tableParts(review).flatMap((part) => {
    const rests = part.rows("products").filter((row) => row.word("rule") === "rest" && row.word("level") !== "below");
    const second = rests[1];
    if (second === undefined) return [];
    return [
      finding(review, {
        id: "C02",
        severity: "R",
        pass: false,
        path: second.path,
        message: {
          zh: `${part.label.zh}:产品 ${rests.map(({ id }) => id).join("、")} 都取余量,同一面积被安排两次`,
          en: `${part.label.en}: products ${rests.map(({ id }) => id).join(", ")} all take the rest, so the same area is placed twice`,
        },
      }),
    ];
  });
}

interface Use {
  readonly part: Part;
  readonly product: string;
  readonly way: "sale" | "lease";
  readonly area: Decimal;
  /** Whether the component brings its own area instead of taking it from the area balance. */
  readonly ownArea: string | undefined;
  /** Rooms of kept buildings stand in the balance as kept. */
  readonly kept: boolean;
}

function usesOf(review: Review): readonly Use[] {
  return review.parts.flatMap((part): readonly Use[] => {
    const product = part.word("product");
    const way = part.plays(/^sale\.contract$/) ? "sale" : part.plays(/^revenue\.lease$/) ? "lease" : undefined;
    if (product === undefined || way === undefined || part.word("source") === "outside") return [];
    const area = review.view.scalar(`${part.id}.${way === "sale" ? "area_offered" : "area_used"}`);
    if (area === undefined) return [];
    return [
      {
        part,
        product,
        way,
        area,
        ownArea: ["areaForSale", "areaLeased"].find((name) => part.has(name)),
        kept: part.word("source") === "existing",
      },
    ];
  });
}

/** Floor area of a product in the area balances, with one disposition. */
function placed(review: Review, product: string, way: string): Decimal {
  const lines = review
    .withRole(`area.disposition.${way}`)
    .filter(({ tags }) => tags["product"] === product && tags["plot"] !== undefined);
  return sum(lines.map(({ id }) => review.view.scalar(id) ?? ZERO));
}

const keptArea = (review: Review): Decimal =>
  sum(review.withRole("area.disposition.kept").map(({ id }) => review.view.scalar(id) ?? ZERO));

/** C02: every ㎡ earns once. A product is sold or leased by one component and for the area the balance gives it; exempt and common space earns nothing. */
function earnsOnce(review: Review): readonly Finding[] {
  if (tableParts(review).length === 0) return [];
  const uses = usesOf(review);
  return [...Map.groupBy(uses, ({ product, way, kept }) => (kept ? "kept" : `${way} ${product}`)).values()].flatMap(
    (group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { product, way, part } = first;
      const used = sum(group.map(({ area }) => area));
      const available = first.kept ? keptArea(review) : placed(review, product, way);
      const pass = used.minus(available).lessThanOrEqualTo(AREA_TOLERANCE);
      const words = { sale: { zh: "出售", en: "sold" }, lease: { zh: "出租", en: "leased" } }[way];
      const path = first.ownArea === undefined ? (group.at(-1)?.part ?? part).path : `${part.path}/${first.ownArea}`;
      return [
        finding(review, {
          id: "C02",
          severity: "R",
          pass,
          numbers: { used, available },
          path,
          message: plus(
            {
              zh: `产品 ${product} ${words.zh} ${amountText(used)} ㎡,面积平衡表中${words.zh}去向 ${amountText(available)} ㎡`,
              en: `product ${product}: ${amountText(used)} ㎡ ${words.en}, the area balance has ${amountText(available)} ㎡ for it`,
            },
            !pass,
            ":同一面积重复使用,或使用了回迁、共有、不计容面积",
            ": the same area earns twice, or resettled, common or exempt area is used",
          ),
        }),
      ];
    },
  );
}

/** M18: storeys times storey height within the limit. */
function height(review: Review): readonly Finding[] {
  return tableParts(review).flatMap((part) => {
    const [built, limit] = [review.view.scalar(`${part.id}.height`), part.number("heightLimit")];
    if (built === undefined || limit === undefined) return [];
    const pass = built.lessThanOrEqualTo(limit);
    return [
      finding(review, {
        id: "M18",
        severity: "R",
        pass,
        clauses: ["jinhua-2020/3(2)"],
        numbers: { height: built, limit },
        path: `${part.path}/heightLimit`,
        message: {
          zh: `${part.label.zh}:建筑高度 ${amountText(built)} 米,限高 ${amountText(limit)} 米`,
          en: `${part.label.en}: height ${amountText(built)} m, limit ${amountText(limit)} m`,
        },
      }),
    ];
  });
}

const lineOf = (review: Review, id: string): GraphLine | undefined => review.lines.find((line) => line.id === id);

/** M24: both green ratios shown; the requirement met with conversion, and whether on the ground alone. */
function green(review: Review): readonly Finding[] {
  return tableParts(review).flatMap((part) => {
    const required = part.number("greenRequired");
    const [ground, converted] = ["green_ground", "green_converted"].map((name) =>
      review.view.scalar(`${part.id}.${name}`),
    );
    if (required === undefined || ground === undefined || converted === undefined) return [];
    const pass = converted.greaterThanOrEqualTo(required);
    return [
      finding(review, {
        id: "M24",
        severity: "Q",
        pass,
        clauses: ["jinhua-2020/3(2)"],
        numbers: { ground, converted, required },
        path: lineOf(review, `${part.id}.green_converted`)?.id ?? part.path,
        message: {
          zh: `${part.label.zh}:绿地率地面 ${ground.toFixed(2)}、含立体绿化折算 ${converted.toFixed(2)},要求 ${required.toFixed(2)}`,
          en: `${part.label.en}: green ratio ${ground.toFixed(2)} on the ground, ${converted.toFixed(2)} with vertical greening, required ${required.toFixed(2)}`,
        },
      }),
    ];
  });
}

export const area: readonly Check[] = [
  { ids: ["C02"], run: increment },
  { ids: ["C02", "M17"], run: ratio },
  { ids: ["C02"], run: oneRest },
  { ids: ["C02"], run: earnsOnce },
  { ids: ["M18"], run: height },
  { ids: ["M24"], run: green },
];
