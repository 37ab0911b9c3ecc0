import type { GraphLine } from "../../language/graph.ts";
import { bundledTransfer } from "../../mechanisms/capital/bundledTransfer.ts";
import { AREA_TOLERANCE } from "../../statements/tolerances.ts";
import { listedOrNone, namesOf, text } from "../../wording/text.ts";
import { sum, ZERO } from "../amounts.ts";
import { answer, compare } from "./answers.ts";
import { type Check, check, type Judged } from "./check.ts";
import type { Part } from "./parts.ts";
import { firstPositive, type Review } from "./review.ts";
import { figure, said, sumOf } from "./sides.ts";
import { strangersIn } from "./titleNames.ts";

/** Components that earn from held or ceded property, and from when. */
const earning = (review: Review) =>
  review.parts.flatMap((part) => {
    const lines = part.withRole("revenue.lease", "ceded.receipt", "revenue.ceded").filter(({ tags }) => tags["crosses"] === "in");
    const first = firstPositive(review.series(lines));
    return first < 0 ? [] : [{ part, first, line: lines[0] }];
  });

/** C27 (M30, M33): held or sold property has its title, ceded space its contract, before money comes from it. */
const titles = check({
  ids: ["C27"],
  severity: "R",
  of: earning,
  none: text("无自持或让渡收入,不适用", "no income from held or ceded property: does not apply"),
  judge: ({ part, first, line }, review) => {
    const month = (review.timeline.periods[first]?.startMonth ?? 0) + review.timeline.stepMonths - 1;
    const right = rightOf(review, part, line, month);
    return {
      about: part.label,
      answer: answer(
        right !== undefined,
        said(text("起计收入", "income from"), review.view.periodLabels[first] ?? "", line?.id ?? part.path),
        said(text("此前的产权登记或运营权合同", "title or contract before it"), right?.label ?? text("无", "none"), right?.path ?? "records"),
      ),
      path: right?.path ?? line?.id ?? part.path,
    };
  },
});

/** A title or right of operation that is there by some month, for the product, and names nobody or the one who has the income. */
function rightOf(review: Review, part: Part, line: GraphLine | undefined, month: number) {
  const product = part.word("product");
  return review.facts.find(
    (fact) =>
      (fact.is("title") || fact.is("operation_right")) &&
      (fact.word("product") === undefined || product === undefined || fact.word("product") === product) &&
      fact.month <= month &&
      fact.holds &&
      strangersIn(review, fact).length === 0 &&
      isTheirs(review, fact.word("owner"), line?.payee),
  );
}

function isTheirs(review: Review, owner: string | undefined, payee: string | undefined): boolean {
  if (owner === undefined || owner === payee) return true;
  const { zh, en } = review.partyName(payee);
  return [zh, en].some((name) => name.includes(owner) || owner.includes(name));
}

const productsOf = (lines: readonly GraphLine[]) => new Map(lines.flatMap((line) => (line.tags["product"] === undefined ? [] : [[String(line.tags["product"]), line] as const])));

/** M30: space that belongs to the owners or was handed over earns nothing for the project. */
const ownership = check({
  ids: ["M30"],
  severity: "R",
  clauses: ["civil-code/275", "taizhou-2023-draft/4(2)5"],
  of: (review) => {
    const foreign = productsOf(review.withRole("area.disposition.common", "area.disposition.public_transfer"));
    return foreign.size === 0 ? [] : [foreign];
  },
  none: text("无业主共有与移交面积,不适用", "no common or handed-over space: does not apply"),
  judge: (foreign, review) => {
    const disposed = review.withRole("area.disposition.sale", "area.disposition.lease", "area.disposition.ceded");
    const own = new Set(productsOf(disposed.filter(({ tags }) => tags["plot"] !== undefined)).keys());
    const earners = review.parts.filter((part) => part.plays("revenue.lease", "sale.contract") && part.word("product") !== undefined);
    const found = earners.find((part) => {
      const product = part.word("product") ?? "";
      return foreign.has(product) && !own.has(product);
    });
    const [[, first] = []] = foreign;
    const products = [...new Set(earners.map((part) => part.word("product") ?? ""))];
    return {
      answer: answer(
        found === undefined,
        said(text("业主共有与移交的产品", "common and handed-over products"), namesOf(foreign.keys()), first?.id ?? ""),
        said(text("出售或出租的产品", "products sold or let"), namesOf(products), found?.at("product") ?? "components"),
      ),
      ...(found === undefined ? {} : { path: found.at("product") }),
      fails: text(
        `${found?.label.zh ?? ""}的产品属业主共有或已移交,收入不归项目`,
        `the product of ${found?.label.en ?? ""} is common or handed over; its income is not the project's`,
      ),
    };
  },
});

const USED_AS_PROPERTY = ["area.disposition.sale", "area.disposition.lease", "area.disposition.ceded"] as const;

/** What a product is used for that only registered property can be. */
const usesOf = (review: Review, product: string | undefined) => ({
  area: review.withRole(...USED_AS_PROPERTY).filter(({ tags }) => tags["product"] === product),
  earning: [
    ...review.parts.filter((part) => part.plays("sale.contract", "revenue.lease", "ceded.receipt", "revenue.ceded") && part.word("product") === product),
    ...review.partsOf(bundledTransfer).filter((part) => part.rows("items").some((row) => row.word("product") === product)),
  ],
  pledged: review.records("pledge").filter((fact) => product !== undefined && fact.word("income")?.includes(product) === true),
});

/** M33: only what can be registered is sold, let, transferred or pledged, where it was added on spare land. */
const registrable = check({
  ids: ["M33"],
  severity: "R",
  clauses: ["taizhou-2023-draft/4(5)13"],
  of: (review) => review.records("added_land").filter((fact) => fact.word("product") !== undefined),
  none: text("无注明产品的增建记录,不适用", "no added building names its product: does not apply"),
  judge: (fact, review) => {
    const product = fact.word("product");
    const { area, earning, pledged } = usesOf(review, product);
    const uses = [...earning.map(({ label }) => label), ...pledged.map(({ label }) => label)];
    const open = fact.flag("registrable") === true;
    const names = listedOrNone(uses);
    return {
      about: fact.label,
      answer: answer(
        open || uses.length === 0,
        said(text("可办理不动产登记", "can be registered"), open ? YES : NO, fact.path),
        said(text("出售、出租、划转或质押", "sold, let, transferred or pledged"), names, earning[0]?.path ?? fact.path),
        ...(area.length === 0 ? [] : [sumOf(review, text("面积", "area"), area)]),
      ),
      path: fact.path,
      fails: text("不能登记的面积不得出售、出资、划转或抵押", "what cannot be registered is neither sold, contributed, transferred nor mortgaged"),
    };
  },
});

/** M33: no more of a product is sold, let or ceded than its titles register. */
const registered = check({
  ids: ["M33"],
  severity: "R",
  of: (review) => [
    ...Map.groupBy(
      review.records("title").filter((fact) => fact.word("product") !== undefined && fact.number("area") !== undefined),
      (fact) => fact.word("product"),
    ),
  ],
  none: text("产权记录未注明产品与登记面积,不适用", "no title states a product and its registered area: does not apply"),
  judge: ([product, facts], review) => {
    const [first] = facts;
    const held = sum(facts.filter(({ holds }) => holds).map((fact) => fact.number("area") ?? ZERO));
    const used = sumOf(review, text("出售、出租或让渡", "sold, let or ceded"), usesOf(review, product).area, first?.path);
    return {
      about: text(`产品“${product ?? ""}”`, `the product “${product ?? ""}”`),
      answer: compare(review, { ...used, unit: "m2" }, "at_most", figure(text("登记面积", "area registered"), held, "m2", first?.path ?? ""), { tolerance: AREA_TOLERANCE }),
      path: first?.path ?? "records",
      fails: text("超出部分没有登记", "the rest is not registered"),
    };
  },
});

/** M60: a bundled transfer has clear titles and the state-asset procedure behind it, before its date. */
const bundled = check<Judged>({
  ids: ["M60"],
  severity: "R",
  clauses: ["taizhou-2023-draft/4(5)11", "national-law/deed-tax"],
  of: (review) => [
    ...review.records("asset_transfer").map((fact): Judged => {
      const [title, procedure] = [fact.flag("titleClear") === true, fact.flag("stateAssetProcedure") === true];
      return {
        about: fact.label,
        path: fact.path,
        answer: answer(
          title && procedure,
          said(text("权属清晰", "clear title"), title ? YES : NO, fact.path),
          said(text("国资程序", "state-asset procedure"), procedure ? YES : NO, fact.path),
        ),
      };
    }),
    ...review.partsOf(bundledTransfer).map((part): Judged => {
      const month = part.month("date");
      const date = month === undefined ? undefined : month + review.timeline.stepMonths - 1;
      const known = (["title", "approval"] as const).map((name) => {
        const fact = review.record(part.word(name));
        const there = fact !== undefined && (date === undefined || fact.month <= date);
        return {
          there,
          side: said(part.side(name).what, there ? fact.label : text("无", "none"), fact?.path ?? part.at(name)),
        };
      });
      const when = said(text("划转", "transferred"), month === undefined ? undefined : review.monthText(month), part.at("date"));
      return {
        about: part.label,
        path: part.path,
        answer: answer(
          known.every(({ there }) => there),
          when,
          ...known.map(({ side }) => side),
        ),
      };
    }),
  ],
  none: text("无资产打包划转,不适用", "no bundled transfer: does not apply"),
  judge: (judged) => ({
    ...judged,
    fails: text("划转前权属须清晰并履行国资程序", "titles must be clear and the state-asset procedure done before"),
  }),
});
const YES = text("是", "yes");
const NO = text("否或未填", "no or not stated");

export const titleChecks: readonly Check[] = [titles, ownership, registrable, registered, bundled];
