import type { Decimal } from "decimal.js";
import { AREA_TOLERANCE, RATIO_TOLERANCE } from "../../statements/tolerances.ts";
import { ROOM_RENT_MAX } from "../../terms/practice.ts";
import { amountText } from "../../wording/grouped.ts";
import type { Finding } from "../findings.ts";
import { sum, ZERO } from "./amounts.ts";
import { finding } from "./finding.ts";
import type { Part, PartRow } from "./parts.ts";
import type { Check, Review } from "./review.ts";

interface Earner {
  readonly part: Part;
  readonly row: PartRow;
}

/** Rows of operating revenue by month or day whose number may be ㎡ or spaces. */
function earners(review: Review, kinds: readonly string[]): readonly Earner[] {
  return review.parts
    .filter(({ mechanism }) => mechanism === "operating_revenue")
    .flatMap((part) => part.rows("items").map((row) => ({ part, row })))
    .filter(
      ({ row }) =>
        kinds.includes(row.word("kind") ?? "") && row.word("basis") === "count" && row.word("per") !== "year",
    );
}

const quantityOf = ({ row }: Earner): Decimal => row.number("quantity") ?? ZERO;
const totalOf = (all: readonly Earner[]): Decimal => sum(all.map(quantityOf));

function scalars(
  review: Review,
  roles: readonly string[],
  holds: (tags: Readonly<Record<string, unknown>>) => boolean,
): Decimal {
  return sum(
    review
      .withRole(...roles)
      .flatMap(({ id, tags, axis }) => (axis === "scalar" && holds(tags) ? (review.view.scalar(id) ?? []) : [])),
  );
}

/** Fewer than these are stalls and pieces, not ㎡ of rooms. */
const ROOMS_MIN = 100;

/** C02 (M22, M61): what is let under other income fits into the rooms the area table leaves for it, beside leases and ceded space. */
function letElsewhere(review: Review): readonly Finding[] {
  const tables = review.withRole("area.gfa.above").length > 0;
  const rows = earners(review, ["other"]).filter(
    (one) =>
      !one.row.has("product") &&
      quantityOf(one).greaterThanOrEqualTo(ROOMS_MIN) &&
      (one.row.number("price") ?? ZERO).lessThan(ROOM_RENT_MAX) &&
      one.row.word("payer") !== "residents",
  );
  const [first] = rows;
  if (!tables || first === undefined) return [];
  const leased = new Set(
    review.parts.flatMap((part) => (part.plays(/^(revenue\.lease|ceded\.)/) ? [part.word("product")] : [])),
  );
  const isFree = (tags: Readonly<Record<string, unknown>>): boolean =>
    tags["pool"] !== "below" &&
    tags["item"] === undefined &&
    !leased.has(tags["product"] === undefined ? "" : String(tags["product"]));
  const rooms = scalars(review, ["area.disposition.lease", "area.disposition.common", "area.disposition.kept"], isFree);
  const used = totalOf(rows);
  const pass = used.minus(rooms).lessThanOrEqualTo(AREA_TOLERANCE);
  if (pass) return [];
  const { part, row } = first;
  const message = {
    zh: `${part.label.zh} ${row.id}:其他收入按 ${amountText(used)} ㎡ 出租,面积平衡表除已出租、让渡、出售与不计容空间外只有 ${amountText(rooms)} ㎡ 可用;同一面积不得重复取得收入`,
    en: `${part.label.en} ${row.id}: other income comes from ${amountText(used)} ㎡, the area table leaves ${amountText(rooms)} ㎡ beside what is let, ceded, sold or exempt; no ㎡ earns twice`,
  };
  return [
    finding(review, { id: "C02", severity: "Q", pass, clauses: [], numbers: { used, rooms }, path: row.path, message }),
  ];
}

/** C02: no more spaces are let than the area table and the works have. */
function spaces(review: Review): readonly Finding[] {
  const rows = earners(review, ["parking"]);
  const [first] = rows;
  const pieces = review.withRole("area.pieces");
  if (first === undefined || pieces.length === 0) return [];
  const lettable = new Set(
    review
      .withRole("area.disposition.lease", "area.disposition.ceded")
      .flatMap(({ tags }) => (tags["product"] === undefined ? [] : [String(tags["product"])])),
  );
  const own = sum(
    pieces.flatMap(({ id, tags }) => (lettable.has(String(tags["product"])) ? (review.view.scalar(id) ?? []) : [])),
  );
  // Spaces on the ground stand in no area table: they are built by number.
  const built = sum(
    review.parts
      .filter(({ mechanism }) => mechanism === "works")
      .flatMap((part) => part.rows("items"))
      .filter((row) => row.word("basis") === "count" && row.word("kind") === "outdoor")
      .flatMap((row) => row.number("quantity") ?? []),
  );
  const [asked, there] = [totalOf(rows), own.plus(built)];
  const pass = asked.lessThanOrEqualTo(there);
  const { part, row } = first;
  const message = {
    zh: `${part.label.zh}:出租车位 ${asked.toFixed()} 个,面积平衡表可出租及工程建成的共 ${there.toFixed()} 个`,
    en: `${part.label.en}: ${asked.toFixed()} spaces are let, ${there.toFixed()} are for lease in the area table or built by number`,
  };
  return [finding(review, { id: "C02", severity: "R", pass, numbers: { asked, there }, path: row.path, message })];
}

/** C02: what is typed as approved does not stand above the plan on record. */
function recordedRatio(review: Review): readonly Finding[] {
  const plans = review.facts
    .filter(({ kind, holds }) => kind === "plan_adjustment" && holds)
    .flatMap((fact) => {
      const far = fact.number("far");
      return far === undefined ? [] : [{ fact, far }];
    })
    .toSorted((a, b) => a.fact.month - b.fact.month);
  const last = plans.at(-1);
  if (last === undefined) return [];
  return review.parts.flatMap((part) => {
    const line = part.lines.find(({ role }) => role === "index.far");
    const far = line === undefined ? undefined : review.view.scalar(line.id);
    const typed = part.number("farApproved");
    if (far === undefined) return [];
    const most = typed === undefined || typed.lessThan(far) ? far : typed;
    const pass = most.minus(last.far).lessThanOrEqualTo(RATIO_TOLERANCE);
    const message = {
      zh: `${part.label.zh}:规划容积率 ${far.toDecimalPlaces(4).toFixed()}、填写的批准值 ${typed?.toFixed() ?? "–"},记录“${last.fact.label.zh}”为 ${last.far.toFixed()}`,
      en: `${part.label.en}: planned FAR ${far.toDecimalPlaces(4).toFixed()}, approved as typed ${typed?.toFixed() ?? "–"}, by the record “${last.fact.label.en}” ${last.far.toFixed()}`,
    };
    return [
      finding(review, {
        id: "C02",
        severity: "R",
        pass,
        numbers: { far, recorded: last.far },
        path: `${part.path}/farApproved`,
        message,
      }),
    ];
  });
}

/** M18: where the ratio is raised, the height has a limit to be held against. */
function heightLimit(review: Review): readonly Finding[] {
  return review.parts.flatMap((part) => {
    const raised = part.mechanism === "area_balance" && part.has("far");
    if (!raised || part.has("heightLimit")) return [];
    const message = {
      zh: `${part.label.zh}:未填写建筑限高,无法核对建筑高度`,
      en: `${part.label.en}: no height limit is entered, so the height cannot be judged`,
    };
    return [
      finding(review, {
        id: "M18",
        severity: "Q",
        pass: null,
        clauses: ["jinhua-2020/3(2)"],
        path: `${part.path}/heightLimit`,
        message,
      }),
    ];
  });
}

/** Ways of measuring works that take in all floor area of a position. */
const WHOLE: Readonly<Record<string, (pool: unknown) => boolean>> = {
  above: (pool) => pool !== "below",
  below: (pool) => pool === "below",
  total: () => true,
};

/** C07 (M45): works on space of which most is sold, let or ceded are no public benefit, whatever the tag says. */
function privateSpace(review: Review): readonly Finding[] {
  return review.parts
    .filter(({ mechanism }) => mechanism === "works")
    .flatMap((part) => part.rows("items"))
    .flatMap((row) => {
      const within = WHOLE[row.word("basis") ?? ""];
      if (within === undefined || row.word("eligibleGrant") !== "yes") return [];
      const inPool = (tags: Readonly<Record<string, unknown>>): boolean => within(tags["pool"]);
      const owned = scalars(
        review,
        ["area.disposition.sale", "area.disposition.lease", "area.disposition.ceded", "area.disposition.resettle"],
        inPool,
      );
      const all = scalars(review, ["area.disposition.*"], inPool);
      if (owned.times(2).lessThanOrEqualTo(all)) return [];
      const message = {
        zh: `${row.id}:标为可用补助,其面积 ${amountText(all)} ㎡ 中 ${amountText(owned)} ㎡ 用于出售、出租、让渡或回迁,不属公益性空间`,
        en: `${row.id} is tagged as eligible for grants; ${amountText(owned)} of its ${amountText(all)} ㎡ are sold, let, ceded or resettled, which is no public space`,
      };
      return [
        finding(review, {
          id: "C07",
          severity: "Q",
          pass: false,
          clauses: ["taizhou-2023-draft/4(5)12", "jinhua-2020/3(3)"],
          numbers: { owned, all },
          path: `${row.path}/eligibleGrant`,
          message,
        }),
      ];
    });
}

export const spaceEarned: readonly Check[] = [
  { ids: ["C02"], run: letElsewhere },
  { ids: ["C02"], run: spaces },
  { ids: ["C02"], run: recordedRatio },
  { ids: ["M18"], run: heightLimit },
  { ids: ["C07"], run: privateSpace },
];
