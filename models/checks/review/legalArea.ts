import { areaBalance } from "../../mechanisms/area/areaBalance.ts";
import { compensation } from "../../mechanisms/cost/compensation.ts";
import { AREA_TOLERANCE } from "../../statements/tolerances.ts";
import { text } from "../../wording/text.ts";
import { sum, ZERO } from "../amounts.ts";
import { compare } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { PartRow } from "./parts.ts";
import type { Review } from "./review.ts";
import { figure } from "./sides.ts";

const KINDS = { illegal: text("违法建筑面积", "illegal area"), unrecognised: text("未登记不予认定的面积", "unrecognised area") } as const;
type Kind = keyof typeof KINDS;

const demolished = (review: Review): readonly PartRow[] =>
  review.partsOf(areaBalance).flatMap((part) => part.rows("existing").filter((row) => row.number("demolishedShare")?.greaterThan(0) === true));

const clauses = ["zhejiang-expropriation/9"];

/** M07: what is pulled down without compensation was determined as illegal, or not recognised, by a paper. */
const determined = check<Kind>({
  ids: ["M07"],
  severity: "Q",
  clauses,
  of: (review) => (Object.keys(KINDS) as Kind[]).filter((kind) => demolished(review).some((row) => row.number(kind)?.greaterThan(0) === true)),
  none: text("拆除房屋中没有违法或未登记面积,不适用", "nothing illegal or unregistered is pulled down: does not apply"),
  judge: (kind, review) => {
    const rows = demolished(review).filter((row) => row.number(kind)?.greaterThan(0) === true);
    const facts = review.records("area_determination").filter(({ holds }) => holds);
    const path = rows[0]?.at(kind) ?? "components";
    return {
      answer: compare(
        review,
        figure(text(`拆除房屋的${KINDS[kind].zh}`, `${KINDS[kind].en} pulled down`), sum(rows.map((row) => row.number(kind) ?? ZERO)), "m2", path),
        "at_most",
        figure(text("认定文件载明", "as determined on record"), sum(facts.map((fact) => fact.number(kind) ?? ZERO)), "m2", facts[0]?.path ?? "records"),
        { tolerance: AREA_TOLERANCE },
      ),
      path,
      weighs: true,
      fails: text("不予补偿的面积须有“未登记及违法建筑认定”记录", "area that is not compensated needs a record of its determination"),
    };
  },
});

/** M07: owners voted with the area they own: legal area below it means that less is compensated than is theirs. */
const compensated = check({
  ids: ["M07"],
  severity: "Q",
  clauses,
  of: (review) => {
    const votes = review.records("vote").filter((fact) => fact.holds && fact.number("totalArea") !== undefined);
    // Those who voted first did so with what stood; later votes may count what was built.
    const first = Math.min(...votes.map(({ month }) => month));
    return demolished(review).length === 0 ? [] : votes.filter(({ month }) => month === first);
  },
  none: text("不拆除房屋或无业主表决,不适用", "nothing is pulled down, or there is no vote: does not apply"),
  judge: (fact, review) => {
    const rows = review.partsOf(areaBalance).flatMap((part) => part.rows("existing"));
    const path = rows[0]?.at("legal") ?? "components";
    return {
      about: fact.label,
      answer: compare(
        review,
        figure(text("现状合法建筑面积", "legal floor area that stands"), sum(rows.map((row) => row.number("legal") ?? ZERO)), "m2", path),
        "at_least",
        fact.side("totalArea"),
        { tolerance: AREA_TOLERANCE },
      ),
      path,
      weighs: true,
      fails: text("合法面积小于业主表决的专有面积,少算了补偿与安置", "legal area is less than the area owners voted with: too little is compensated"),
    };
  },
});

/** C02: who is given a home for a home is one of the households the plan provides for. */
const housed = check({
  ids: ["C02"],
  severity: "Q",
  of: (review) => {
    const given = review.partsOf(compensation).filter((part) => part.number("householdsInKind")?.greaterThan(0) === true);
    return given.length === 0 || review.withRole("households.planned").length === 0 ? [] : [given];
  },
  none: text("没有实物安置的户,不适用", "no household is given a home for a home: does not apply"),
  judge: (given, review) => {
    const path = review.partsOf(areaBalance)[0]?.at("householdsPlanned") ?? "components";
    const inKind = sum(given.map((part) => part.number("householdsInKind") ?? ZERO));
    return {
      answer: compare(
        review,
        figure(text("规划户数", "households planned"), review.added(review.withRole("households.planned")), "household", path),
        "at_least",
        figure(text("实物安置户数", "households given a home for a home"), inKind, "household", given[0]?.at("householdsInKind") ?? path),
      ),
      path,
      weighs: true,
      fails: text("规划户数少于安置户数,按户配置的用房与车位少算", "fewer households are planned than are resettled: rooms and spaces by household are too few"),
    };
  },
});

export const legalArea: readonly Check[] = [determined, compensated, housed];
