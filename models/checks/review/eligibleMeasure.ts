import type { Decimal } from "decimal.js";
import type { GraphLine } from "../../language/graph.ts";
import { works } from "../../mechanisms/cost/works.ts";
import { scheduledInvestment } from "../../mechanisms/income/scheduledCash.ts";
import { costFundings } from "../../statements/costFunding.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { ELIGIBLE_PER_HOUSEHOLD, ELIGIBLE_PRICES } from "../../terms/practice.ts";
import { type Text, text } from "../../wording/text.ts";
import { sum, ZERO } from "../amounts.ts";
import { confirmationOf } from "../confirmed.ts";
import { answer, compare } from "./answers.ts";
import { type Check, check, type Judged } from "./check.ts";
import type { Part, PartRow } from "./parts.ts";
import type { Review } from "./review.ts";
import { figure, ofLine, type Side, said, sumOf } from "./sides.ts";

const CLAUSES = ["taizhou-2023-draft/4(5)12", "jinhua-2020/3(3)"];
const MARKS = ["eligible_grant", "eligible_rebate"] as const;
const NONE = text("没有标为可用补助或返还的支出,不适用", "no cost is eligible for grants or the rebate: does not apply");

/** Costs that public money which is there may pay for. */
function eligibleLines(review: Review): readonly GraphLine[] {
  const paying = MARKS.filter((_mark, at) => review.total(review.withRole(at === 0 ? "support.grant.*" : "support.rebate"))?.greaterThan(MONEY_TOLERANCE) === true);
  return review
    .withRole("cost.*")
    .filter(
      ({ role, tags }) =>
        role?.startsWith("cost.contingency.") !== true && (tags["crosses"] === "out" || tags["crosses"] === "inside") && paying.some((mark) => tags[mark] === "yes"),
    )
    .filter((line) => review.total([line])?.greaterThan(MONEY_TOLERANCE) === true);
}

/** What of the money that is there is left without a cost, where some of a cost is no cost of it. */
function unfounded(review: Review, lines: readonly GraphLine[], doubted: Decimal): Decimal {
  const marked = new Set(MARKS.filter((mark) => lines.some(({ tags }) => tags[mark] === "yes")).map((mark) => (mark === "eligible_grant" ? "grants" : "rebate")));
  const over = costFundings(review.lines)
    .filter(({ sources }) => sources.some((source) => source !== "fund" && marked.has(source)))
    .map(({ brought, cost }) => {
      const [money, most] = [brought, cost].map((id) => review.view.scalar(review.lineAt(id)) ?? ZERO);
      return (money ?? ZERO).minus(most ?? ZERO).plus(doubted);
    });
  return over.reduce((most, one) => (one.greaterThan(most) ? (one.greaterThan(doubted) ? doubted : one) : most), ZERO);
}

interface Item {
  readonly part: Part;
  readonly row: PartRow;
  readonly lines: readonly GraphLine[];
}

/** Rows of works with the lines of them that public money may pay for. */
function itemsIn(review: Review): readonly Item[] {
  const all = eligibleLines(review);
  return review.partsOf(works).flatMap((part) =>
    part.rows("items").flatMap((row): readonly Item[] => {
      const lines = all.filter(({ tags }) => tags["component"] === part.id && tags["row"] === row.id);
      return lines.length === 0 ? [] : [{ part, row, lines }];
    }),
  );
}

const itemName = ({ part, row }: Item): Text => text(`${part.label.zh} ${row.id}`, `${part.label.en} ${row.id}`);
const paperOf = (review: Review, row: PartRow) => confirmationOf(review.document, row.at("price"), String(row.number("price") ?? ""))?.document;
const PAPER = text("载明该数的文件", "paper that states it");
const ASK = text(
  "请按面积计量,或在单价的依据中写明概算、合同等文件并确认数值",
  "measure it by area, or name in the evidence of its price the estimate or contract that states it, confirmed",
);

/** A sum, or a building by the piece: no area says what it is. */
const isSum = ({ row }: Item): boolean => row.word("basis") === "fixed" || (row.word("basis") === "count" && row.word("kind") === "building");

/** M45: what a sum pays for is shown by the floor area it is for, as far as the area table has it in public use, or by a paper. */
const sums = check({
  ids: ["M45"],
  severity: "Q",
  clauses: CLAUSES,
  of: (review) => itemsIn(review).filter(isSum),
  none: text("可用补助或返还的工程均按面积、户数或数量计,不适用", "no eligible works are entered as sums: does not apply"),
  judge: (item, review) => {
    const { row, lines } = item;
    const cost = sumOf(review, text("可用补助的金额", "amount that is eligible"), lines, row.path);
    const paper = paperOf(review, row);
    const head = { about: itemName(item), path: row.at("price") };
    if (paper !== undefined) return { ...head, answer: answer(true, cost, said(PAPER, paper, row.at("price"))) };
    const covers = row.word("covers");
    if (covers === undefined)
      return {
        ...head,
        answer: answer(false, cost, said(text("对应的面积或文件", "area or paper behind it"), text("无", "none"), row.at("covers"))),
        fails: ASK,
        against: unfounded(review, lines, cost.value ?? ZERO),
      };
    return { ...head, ...inTable(review, item, covers, cost) };
  },
});

const PUBLIC = ["area.disposition.common", "area.disposition.public_transfer", "area.disposition.exempt", "area.disposition.reserve"] as const;

/** Floor area a sum says it is for, against what the area table has of it in public use. */
function inTable(review: Review, { row, lines }: Item, covers: string, cost: Side): Omit<Judged, "about" | "path"> {
  // Several sums for the public part of one level are for all they say together.
  const beside = itemsIn(review).filter((item) => isSum(item) && item.row.word("covers") === covers);
  const area = { ...row.side("coveredArea"), value: row.has("coveredArea") ? sum(beside.map((item) => item.row.number("coveredArea") ?? ZERO)) : undefined };
  if (covers !== "above" && covers !== "below") return { answer: answer(true, cost, area) };
  const open = review.added(review.withRole(...PUBLIC).filter(({ tags }) => tags["pool"] === covers));
  const rest = area.value === undefined || area.value.isZero() ? ZERO : area.value.minus(open).div(area.value);
  return {
    answer: compare(review, area, "at_most", figure(text("面积平衡表中共有、移交等公益面积", "common or handed over in the area table"), open, "m2", "components"), {
      beside: [cost],
    }),
    fails: text("多于公益面积,只有公益部分可列为可用补助的支出", "more than is public: only that part is a cost a grant may pay for"),
    ...(rest.greaterThan(0) ? { against: unfounded(review, lines, (cost.value ?? ZERO).times(rest)) } : {}),
  };
}

/** The most a price is usually, by what is built and how it is measured. */
const mostOf = ({ row }: Item): string | undefined =>
  ELIGIBLE_PRICES.find(({ kinds, bases }) => (kinds === undefined || kinds.includes(row.word("kind") ?? "")) && bases.includes(row.word("basis") ?? ""))?.most;

/** M45: what an eligible cost comes to a ㎡, a household or a piece is what such works cost, or a paper says why. */
const prices = check({
  ids: ["M45"],
  severity: "Q",
  clauses: CLAUSES,
  of: (review) =>
    itemsIn(review).flatMap((item) => {
      const most = mostOf(item);
      return most === undefined ? [] : [{ item, most: review.decimal(most) }];
    }),
  none: NONE,
  judge: ({ item, most }, review) => {
    const { row, lines } = item;
    const price = row.side("price");
    const paper = paperOf(review, row);
    const beyond = most === undefined || price.value?.greaterThan(most) !== true ? undefined : price.value.minus(most).div(price.value);
    const doubted = sum(lines.map((line) => review.total([line]) ?? ZERO)).times(beyond ?? ZERO);
    return {
      about: itemName(item),
      answer: answer(
        beyond === undefined || paper !== undefined,
        price,
        figure(text("此类工程通常不超过", "such works are usually at most"), most, price.unit ?? "1", ""),
        ...(paper === undefined ? [] : [said(PAPER, paper, price.at)]),
      ),
      path: row.at("price"),
      fails: ASK,
      ...(beyond === undefined || paper !== undefined ? {} : { against: unfounded(review, lines, doubted) }),
    };
  },
});

const BY_AREA = new Set(["above", "below", "kept", "existing", "demolished", "site", "product", "product_pieces"]);

/** Costs that no area measures and no paper states, sums that are asked about by themselves apart. */
function unmeasured(review: Review): readonly GraphLine[] {
  const rows = itemsIn(review).filter((item) => isSum(item) || paperOf(review, item.row) !== undefined);
  const apart = new Set(rows.flatMap(({ lines }) => lines));
  const papered = new Set(review.partsOf(scheduledInvestment).flatMap((part) => (part.evidence("amount") === undefined ? [] : [part.id])));
  return eligibleLines(review).filter((line) => !apart.has(line) && !BY_AREA.has(String(line.tags["measured_by"] ?? "")) && !papered.has(String(line.tags["component"])));
}

/** M45: lifts, equipment and other costs no area measures are what so many households need. */
const perHousehold = check({
  ids: ["M45"],
  severity: "Q",
  clauses: CLAUSES,
  of: (review) => {
    const lines = unmeasured(review);
    return lines.length === 0 ? [] : [lines];
  },
  none: text("可用补助或返还的支出均按面积计或有文件载明,不适用", "every eligible cost is measured by area or stated by a paper: does not apply"),
  judge: (lines, review) => {
    const households = [review.added(review.withRole("households.planned")), review.added(review.withRole("households.existing"))];
    const most = households.reduce((one, other) => (other.greaterThan(one) ? other : one));
    const cost = sumOf(review, text("按数量、户数或金额计的可用补助支出", "eligible costs by number, household or sum"), lines);
    const limit = review.decimal(ELIGIBLE_PER_HOUSEHOLD)?.times(most);
    const [largest] = lines.toSorted((a, b) => (review.total([b]) ?? ZERO).comparedTo(review.total([a]) ?? ZERO));
    const over = limit === undefined || cost.value === undefined ? ZERO : cost.value.minus(limit);
    return {
      answer: compare(
        review,
        { ...cost, source: "" },
        "at_most",
        figure(text(`${most.toFixed()} 户通常不超过`, `${most.toFixed()} households usually take at most`), limit, "CNY", "components"),
      ),
      path: largest?.path === undefined || largest.path === "" ? (largest?.id ?? "") : largest.path,
      fails: text("多于这些户数所需:请核对数量与单价,或写明载明的文件", "more than so many households need: look at numbers and prices, or name the paper that states them"),
      ...(over.greaterThan(0) ? { against: unfounded(review, lines, over) } : {}),
    };
  },
});

/** M45: a cost entered by date is eligible on a paper. */
const dated = check({
  ids: ["M45"],
  severity: "Q",
  clauses: CLAUSES,
  of: (review) => eligibleLines(review).filter(({ tags }) => tags["amounts"] === "dated" || tags["component"] === undefined),
  none: text("没有按金额计划填列的可用补助支出,不适用", "no eligible cost is entered by date: does not apply"),
  judge: (line, review) => {
    const part = review.parts.find(({ id }) => id === line.tags["component"]);
    const paper = part?.evidence("amount");
    return {
      answer: answer(paper !== undefined, ofLine(review, line), said(PAPER, paper ?? text("无", "none"), part?.at("amount") ?? line.id)),
      path: part?.at("amount") ?? line.id,
      fails: ASK,
      ...(paper === undefined ? { against: unfounded(review, [line], review.total([line]) ?? ZERO) } : {}),
    };
  },
});

export const eligibleMeasure: readonly Check[] = [sums, prices, perHousehold, dated];
