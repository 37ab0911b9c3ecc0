import { areaBalance } from "../../mechanisms/area/areaBalance.ts";
import { areaInputs } from "../../mechanisms/area/inputs.ts";
import { AREA_TOLERANCE } from "../../statements/tolerances.ts";
import { listedOrNone, type Text, text } from "../../wording/text.ts";
import { sum, ZERO } from "../amounts.ts";
import { answer, compare, lacks } from "./answers.ts";
import { type Check, check, type Judged } from "./check.ts";
import { documented, type Fact } from "./facts.ts";
import type { Part, PartRow } from "./parts.ts";
import type { Review } from "./review.ts";
import { called, figure, inPercent, ofLine, said } from "./sides.ts";

/** Whether floor above ground is built anew. */
export const addsFloor = ({ view }: Review, part: Part): boolean => {
  const [above, kept] = (["gfa_above", "kept_total"] as const).map((name) => view.scalar(part.line(name)));
  return above?.minus(kept ?? ZERO).greaterThan(AREA_TOLERANCE) === true;
};

const tables = (review: Review) => review.partsOf(areaBalance);
const areaOf = (rows: readonly PartRow[]) => sum(rows.map((row) => row.number("area") ?? ZERO));

/** What a neighbourhood centre must offer. */
const CENTRE: Readonly<Record<string, Text>> = {
  health: text("卫生服务", "health care"),
  childcare: text("托育", "childcare"),
  elderly: text("养老", "elderly care"),
  canteen: text("社区食堂", "canteen"),
};

/** M26: the rooms of a neighbourhood centre are there, here or within reach. */
const centre = check({
  ids: ["M26"],
  severity: "Q",
  clauses: ["jinhua-2020/3(4)", "taizhou-2023-draft/4(2)5"],
  // A table without services is no reason not to ask for them.
  of: (review) => tables(review).filter((part) => part.rows("services").length > 0 || addsFloor(review, part)),
  none: text("不新建房屋,也无公共服务设施,不适用", "nothing is built and there are no public services: does not apply"),
  judge: (part, review) => {
    const within = review.records("facility").filter((fact) => fact.number("reachable")?.greaterThan(0));
    const here = new Set(part.rows("services").flatMap((row) => (row.number("area")?.greaterThan(0) === true ? [row.word("item") ?? ""] : [])));
    const near = new Set(within.map(itemOf));
    const list = (has: (item: string) => boolean): Text => {
      const names = Object.entries(CENTRE).flatMap(([item, name]) => (has(item) ? [name] : []));
      return listedOrNone(names);
    };
    const lacking = (item: string) => !here.has(item) && !near.has(item);
    const path = part.at("services");
    const missing = list(lacking);
    return {
      answer: answer(
        !Object.keys(CENTRE).some(lacking),
        said(
          text("邻里中心必备用房,本项目提供", "rooms of a neighbourhood centre, here"),
          list((item) => here.has(item)),
          path,
        ),
        said(
          text("周边可用", "within reach"),
          list((item) => !here.has(item) && near.has(item)),
          within[0]?.path ?? "records",
        ),
        figure(text("邻里中心用房合计", "rooms of the neighbourhood centre in total"), review.view.scalar(part.line("centre_total")) ?? ZERO, "m2", path),
      ),
      path,
      fails: text(`缺少:${missing.zh}(周边可用的以同名设施盘点记录说明)`, `it lacks ${missing.en} (a facility record of that name shows what is within reach)`),
    };
  },
});

const ITEMS: Readonly<Record<string, Text>> = { ...areaInputs.services.columns.item.options, community: text("社区配套用房", "community rooms") };

/** Which facility a record is about: by its name among the words of the area table, or by what it is called. */
function itemOf({ id, label }: Fact): string | undefined {
  if (Object.hasOwn(ITEMS, id)) return id;
  return Object.entries(ITEMS).find(([, name]) => label.zh.includes(name.zh) || label.en.toLowerCase().includes(name.en))?.[0];
}

/** What the area tables place for a facility. */
const placed = (review: Review, item: string | undefined) => review.withRole("area.disposition.*").filter(({ tags }) => item !== undefined && tags["item"] === item);

/** M28: what the service circle still lacks is provided: here as the area table has it, not as the record says. */
const circle = check({
  ids: ["M28"],
  severity: "Q",
  clauses: ["taizhou-2023-draft/4(1)1"],
  of: (review) => review.records("facility").filter((fact) => fact.number("required") !== undefined),
  none: text("无设施盘点记录,不适用", "no facility on record: does not apply"),
  judge: (fact, review) => {
    const lines = placed(review, itemOf(fact));
    const near = fact.number("reachable") ?? ZERO;
    const [stated, built] = [fact.number("provided") ?? ZERO, review.added(lines)];
    // Without an area table there is nothing to hold the record against.
    const here = tables(review).length > 0 ? built : stated;
    if (stated.greaterThan(0) && tables(review).length > 0 && itemOf(fact) === undefined)
      return {
        about: fact.label,
        answer: lacks(text("是哪一种设施(记录名称写明托育、社区食堂等)", "which facility it is: the record's name says childcare, canteen …"), fact.path),
      };
    const required = fact.number("required") ?? ZERO;
    const missing = figure(text("尚缺(应配减周边可用)", "missing: required less what is within reach"), required.lessThan(near) ? ZERO : required.minus(near), "m2", fact.path);
    const own = figure(text("本项目提供(面积平衡表)", "provided here, by the area table"), here, "m2", lines[0]?.id ?? fact.path);
    return {
      about: fact.label,
      answer: compare(review, own, "at_least", missing, {
        tolerance: AREA_TOLERANCE,
        beside: [
          fact.side("required"),
          called({ ...fact.side("reachable"), value: near }, "周边可用", "within reach"),
          ...(fact.word("route") === undefined ? [] : [fact.side("route")]),
        ],
      }),
      path: fact.path,
      ...(stated.greaterThan(here)
        ? { fails: text("记录所称本项目提供的面积在面积平衡表“公共服务设施”中没有同类设施", "the area table has no such facility for what the record says is provided") }
        : {}),
    };
  },
});

/** M29: what is placed in a new project nearby is that project's area and cost; what is built or inserted here is in this one's. */
const routes = check({
  ids: ["M29"],
  severity: "N",
  clauses: ["taizhou-2023-draft/4(2)6"],
  of: (review) => (tables(review).length === 0 ? [] : review.records("facility").filter((fact) => fact.word("route") !== undefined)),
  none: text("设施盘点未填增配路径,不适用", "no facility record says how it is added: does not apply"),
  judge: (fact, review) => {
    const elsewhere = fact.word("route") === "nearby";
    const lines = placed(review, itemOf(fact));
    const here = review.added(lines);
    return {
      about: fact.label,
      answer: answer(
        elsewhere === here.isZero(),
        fact.side("route"),
        figure(text("面积平衡表所列面积", "area in the area table"), here, "m2", lines[0]?.id ?? fact.path),
        said(
          text("费用", "its cost"),
          elsewhere ? text("由周边项目承担,不计入本项目成本", "is the nearby project's and none of this one") : text("计入本项目", "is this project's"),
          fact.path,
        ),
      ),
      path: fact.path,
      fails: elsewhere
        ? text("置于周边项目的设施不得同时列入本项目面积与费用", "what a nearby project holds is not in the area and cost of this one")
        : text("面积平衡表没有该设施,费用未计入", "the area table has no such facility: its cost is missing"),
    };
  },
});

/** M28: what is taken off a standard for facilities nearby is on record as within reach. */
const reached = check({
  ids: ["M28"],
  severity: "Q",
  clauses: ["taizhou-2023-draft/4(1)1"],
  of: (review) => tables(review).flatMap((part) => part.rows("services").filter((row) => row.number("reachable")?.greaterThan(0) === true)),
  none: text("未抵扣周边设施,不适用", "nothing nearby is set off: does not apply"),
  judge: (row, review) => {
    const item = row.word("item") ?? "";
    const found = review.records("facility").filter((fact) => itemOf(fact) === item && documented(fact));
    const near = sum(found.map((fact) => fact.number("reachable") ?? ZERO));
    return {
      answer: compare(
        review,
        row.side("reachable"),
        "at_most",
        figure(text("设施盘点记录载明的周边可用面积", "area within reach by the facility record"), near, "m2", found[0]?.path ?? row.path),
        {
          tolerance: AREA_TOLERANCE,
        },
      ),
      path: row.path,
      fails: text(`抵扣须有名为“${item}”、注明文件的设施盘点记录`, `a facility record named “${item}” with its document must show it`),
    };
  },
});

/** M21: in a building of several uses every ㎡ has one: the uses add up to its floor area. */
const stacked = check({
  ids: ["M21"],
  severity: "R",
  of: (review) => tables(review).filter((part) => part.rows("publicBuildings").length > 0 || part.rows("services").some((row) => row.has("building"))),
  none: text("无混合使用的公共建筑,不适用", "no public building of several uses: does not apply"),
  judge: (part, review): readonly Judged[] => {
    const services = part.rows("services");
    const buildings = part.rows("publicBuildings");
    const names = new Set(buildings.map((row) => row.word("building")));
    const homeless = services.filter((row) => row.has("building") && !names.has(row.word("building")));
    return [
      ...buildings.map((row): Judged => {
        const name = row.word("building") ?? row.id;
        const uses = services.filter((one) => one.word("building") === name);
        return {
          about: text(`公共建筑“${name}”`, `the public building “${name}”`),
          answer: compare(review, figure(text(`${uses.length} 种用途面积合计`, `its ${uses.length} uses come to`), areaOf(uses), "m2", row.path), "equal", row.side("area"), {
            tolerance: AREA_TOLERANCE,
          }),
          path: row.path,
          fails: text("各层用途面积合计须等于建筑面积", "the uses of its floors must add up to its floor area"),
        };
      }),
      ...homeless.map(
        (row): Judged => ({
          answer: lacks(text(`公共建筑“${row.word("building") ?? ""}”的建筑面积`, `the floor area of the public building “${row.word("building") ?? ""}”`), row.path),
        }),
      ),
    ];
  },
});

const MIXES = ["mix_residential", "mix_apartment", "mix_commercial", "mix_office", "mix_other", "mix_public"] as const;

/** M20: how the uses are mixed, and that fewer spaces near a station rest on a paper. */
const mixed = check({
  ids: ["M20"],
  severity: "N",
  clauses: ["jinhua-2020/3(1)"],
  of: (review) => tables(review).filter((part) => part.has("transitReduction") || part.line("mix_public") !== undefined),
  none: text("未填用途构成与车位折减,不适用", "neither a mix of uses nor a reduction of spaces is entered: does not apply"),
  judge: (part, review) => {
    const shares = MIXES.flatMap((name) => part.line(name) ?? []).map((line) => inPercent(ofLine(review, line)));
    if (!part.has("transitReduction")) return { about: part.label, answer: answer(true, ...shares) };
    const rule = review.record(part.word("transitRule"));
    const holds = rule?.holds === true && documented(rule);
    return {
      about: part.label,
      answer: answer(
        holds,
        inPercent(part.side("transitReduction")),
        ...(part.has("spacesRequired") ? [part.side("spacesRequired"), ofLine(review, part.line("spaces_due"), text("折减后应配", "required after it"))] : []),
        said(text("折减依据", "what it rests on"), holds ? rule.label : text("无成立的文件", "no paper that holds"), rule?.path ?? part.at("transitReduction")),
        ...shares,
      ),
      path: holds ? rule.path : part.at("transitReduction"),
      fails: text("没有依据,车位按未折减计", "without a paper the spaces are not reduced"),
    };
  },
});

export const facilities: readonly Check[] = [centre, circle, routes, reached, stacked, mixed];
