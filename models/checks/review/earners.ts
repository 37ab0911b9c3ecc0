import type { Decimal } from "decimal.js";
import type { GraphLine } from "../../language/graph.ts";
import { areaBalance } from "../../mechanisms/area/areaBalance.ts";
import { AREA_TOLERANCE } from "../../statements/tolerances.ts";
import { namesOf, text } from "../../wording/text.ts";
import { sum } from "../amounts.ts";
import { answer, compare } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Part } from "./parts.ts";
import type { Review } from "./review.ts";
import { called, figure, said, sumOf } from "./sides.ts";

interface Use {
  readonly part: Part;
  readonly product: string;
  readonly way: "sale" | "lease";
  readonly area: Decimal;
  /** Rooms of kept buildings stand in the balance as kept. */
  readonly kept: boolean;
}

function usesOf(review: Review): readonly Use[] {
  return review.parts.flatMap((part): readonly Use[] => {
    const product = part.word("product");
    const way = part.plays("sale.contract") ? "sale" : part.plays("revenue.lease") ? "lease" : undefined;
    if (product === undefined || way === undefined || part.word("source") === "outside") return [];
    const area = review.view.scalar(part.line(way === "sale" ? "area_offered" : "area_used"));
    return area === undefined ? [] : [{ part, product, way, area, kept: part.word("source") === "existing" }];
  });
}

/** Floor area of a product in the area balances, with one disposition. */
const placed = (review: Review, product: string, way: Use["way"]): readonly GraphLine[] =>
  review.withRole(`area.disposition.${way}`).filter(({ tags }) => tags["product"] === product && tags["plot"] !== undefined);

const WAYS = { sale: text("出售", "sold"), lease: text("出租", "leased") } as const;

/** C02: every ㎡ earns once. A product is sold or leased by one component and for the area the balance gives it; exempt and common space earns nothing. */
const earnsOnce = check({
  ids: ["C02"],
  severity: "R",
  of: (review) => (review.partsOf(areaBalance).length === 0 ? [] : [...Map.groupBy(usesOf(review), ({ product, way, kept }) => (kept ? "kept" : `${way} ${product}`)).values()]),
  none: text("无按面积出售或出租的产品,不适用", "nothing is sold or leased by area: does not apply"),
  judge: (group, review) => {
    const [first] = group;
    if (first === undefined) return [];
    const { product, way, part, kept } = first;
    const own = (["areaForSale", "areaLeased"] as const).find((name) => part.has(name));
    const path = own === undefined ? (group.at(-1)?.part ?? part).path : part.at(own);
    const words = WAYS[way];
    const lines = kept ? review.withRole("area.disposition.kept") : placed(review, product, way);
    const available = { ...sumOf(review, text("", ""), lines, path), unit: "m2" };
    return {
      about: text(`产品 ${product}`, `product ${product}`),
      answer: compare(
        review,
        figure(text(words.zh, words.en), sum(group.map(({ area }) => area)), "m2", path),
        "at_most",
        called(available, `面积平衡表中${words.zh}去向`, `in the area balance to be ${words.en}`),
        { tolerance: AREA_TOLERANCE },
      ),
      fails: text("同一面积重复使用,或使用了回迁、共有、不计容面积", "the same area earns twice, or resettled, common or exempt area is used"),
      path,
    };
  },
});

/** M98: reserve space earns nothing. */
const reserve = check({
  ids: ["M98"],
  severity: "Q",
  clauses: ["jinhua-2020/1(2)4"],
  of: (review) => {
    const lines = review.withRole("area.disposition.reserve");
    return lines.length === 0 ? [] : [lines];
  },
  none: text("无留白面积,不适用", "no reserve space: does not apply"),
  judge: (lines, review) => {
    const products = new Set(lines.flatMap(({ tags }) => tags["product"] ?? []));
    const earners = review.parts.flatMap((part) => {
      const product = part.word("product");
      return product === undefined ? [] : [{ part, product }];
    });
    const earning = earners.find(({ product }) => products.has(product) || product === "reserve");
    return {
      answer: answer(
        earning === undefined,
        sumOf(review, text("留白面积", "reserve space"), lines),
        said(text("产生收入的产品", "products that earn"), namesOf(earners.map(({ product }) => product)), "components"),
      ),
      ...(earning === undefined ? {} : { path: earning.part.path }),
      fails: text(`${earning?.part.label.zh ?? ""}把留白面积计入收入`, `${earning?.part.label.en ?? ""} earns money from reserve space`),
    };
  },
});

export const earners: readonly Check[] = [earnsOnce, reserve];
