import { areaBalance } from "../../mechanisms/area/areaBalance.ts";
import { AREA_TOLERANCE } from "../../statements/tolerances.ts";
import { type Text, text } from "../../wording/text.ts";
import { sum, ZERO } from "../amounts.ts";
import { answer, compare } from "./answers.ts";
import { type Check, check } from "./check.ts";
import { addsFloor } from "./facilities.ts";
import { documented, inForce } from "./facts.ts";
import { grants } from "./finding.ts";
import type { Review } from "./review.ts";
import { called, figure, ofLine, ofRule, type Side, said, sumOf } from "./sides.ts";

const tables = (review: Review) => review.partsOf(areaBalance);

/** M22: space is left out of the floor area ratio only where the rules in force allow it. */
const exemption = check({
  ids: ["M22"],
  severity: "R",
  clauses: ["jinhua-2020/3(2)", "taizhou-2023-draft/4(5)13"],
  of: (review) => tables(review).filter((part) => part.rows("exempt").length > 0),
  none: text("无不计容空间,不适用", "no exempt space: does not apply"),
  judge: (part, review) => {
    const rule = ofRule(review, "far_exempt_allowed");
    const used = part.side("exemptAllowed");
    const own = part.has("exemptAllowed");
    const path = own ? part.at("exemptAllowed") : part.at("exempt");
    const word = ({ value }: Side): Text | undefined =>
      value === undefined ? undefined : value.greaterThan(0) ? text("不计容", "left out of FAR") : text("计容", "counts in FAR");
    const basis = review.record(part.word("exemptRule"));
    const recorded = basis?.holds === true && documented(basis);
    const holds = used.value?.isZero() === true || recorded ? true : rule.value === undefined || used.value === undefined ? undefined : used.value.lessThanOrEqualTo(rule.value);
    return {
      about: part.label,
      answer: answer(
        holds,
        said(text("文件对架空等公共空间按", "the file has stilt and open space as"), word(used), path),
        said(text("规则允许按", "the rules allow it as"), word(rule), rule.at),
        ofLine(review, part.line("exempt_total"), undefined, path),
        ...(part.line("exempt_within") === undefined ? [] : [ofLine(review, part.line("exempt_within"))]),
        ...(basis === undefined
          ? []
          : [said(text("不计容依据", "what it rests on"), recorded ? basis.label : text("未成立或无文号", "it does not hold or names no document"), basis.path)]),
      ),
      path,
      fails: text("所列规则未允许不计容,也没有成立的批复或当地规则", "the listed rules do not allow it, and no approval or local rule that holds is named"),
    };
  },
});

/** M23: the planted part of sky-garden balconies is excluded up to a limit, where a pack says so. */
const skyGarden = check({
  ids: ["M23"],
  severity: "Q",
  clauses: ["jinhua-2020/3(2)"],
  of: (review) => tables(review).flatMap((part) => part.rows("exempt").filter((row) => row.word("kind") === "sky_garden")),
  none: text("无空中花园,不适用", "no sky gardens: does not apply"),
  judge: (row, review) => {
    const allowed = grants(review, ["jinhua-2020/3(2)"]);
    const [area, limit] = [row.side("area"), row.side("limit")];
    const given = [area, limit].filter(({ value }) => value !== undefined);
    return {
      answer: answer(
        allowed && row.has("limit"),
        said(text("所列政策参数包允许不计面积", "a listed pack excludes it"), allowed ? text("是", "yes") : text("否", "no"), "packs"),
        ...given,
      ),
      path: row.path,
      fails: allowed
        ? text("未填写不计容上限(按阳台面积比例)", "no limit is entered")
        : text("所列政策参数包没有空中花园绿化不计面积的规定", "no listed pack excludes the planted part of sky gardens"),
    };
  },
});

const ROOM_CLAUSES: Readonly<Record<string, readonly string[]>> = {
  community: ["jinhua-2020/3(4)"],
  property: ["taizhou-property/44", "hangzhou-property/44", "zhejiang/property-rooms"],
};

/** C03 (M25): rooms each standard asks for, against the rooms with a disposition on the same plot. */
const rooms = check({
  ids: ["C03"],
  severity: "Q",
  also: Object.values(ROOM_CLAUSES).flat(),
  of: (review) => review.withRole("area.required"),
  none: text("无应配用房,不适用", "no standard asks for rooms: does not apply"),
  judge: (line, review) => {
    const { plot, item } = line.tags;
    const own = review.withRole("area.disposition.*").filter(({ tags }) => tags["plot"] === plot && tags["item"] === item);
    const provided = { ...sumOf(review, text("配置", "provided"), own, line.id), unit: "m2" };
    return {
      about: line.label,
      clauses: ROOM_CLAUSES[String(item)] ?? [],
      answer: compare(review, provided, "at_least", ofLine(review, line, text("应配", "required"))),
      path: own[0]?.id ?? line.id,
    };
  },
});

/** C03: public services are as much as the planning conditions on record ask for; a figure somebody typed, nothing above all, asks for none. */
const services = check({
  ids: ["C03"],
  severity: "Q",
  of: (review) => {
    const building = tables(review).filter((part) => addsFloor(review, part));
    return building.length === 0 ? [] : [building];
  },
  none: text("不新建房屋,不适用", "nothing is built: does not apply"),
  judge: (parts, review) => {
    const [first] = parts;
    const path = first?.at("servicesRequired") ?? "components";
    const own = tables(review).flatMap((part) => part.rows("services").map((row) => review.view.scalar(part.line("service", row.id)) ?? ZERO));
    const provided = figure(text("公共服务设施各行合计", "public services, all rows"), sum(own), "m2", first?.at("services") ?? path);
    const paper = inForce(
      review.records("plan_adjustment").filter((fact) => fact.number("services") !== undefined),
      "services",
    );
    if (paper === undefined)
      return {
        answer: answer(
          false,
          provided,
          said(text("载明公共服务设施面积的规划条件", "planning conditions that say how much"), text("无成立的记录", "no record that holds"), "records"),
        ),
        path,
        weighs: true,
        fails: text("填写的要求面积须有控规调整及规划条件记录载明", "what is asked for must stand in a record of the planning conditions"),
      };
    return {
      answer: compare(review, provided, "at_least", called(paper.side("services"), "规划条件要求(记录载明)", "asked for by the planning conditions on record"), {
        tolerance: AREA_TOLERANCE,
      }),
      path: first?.at("services") ?? path,
      weighs: true,
      fails: text("少于规划条件要求的面积", "less than the planning conditions ask for"),
    };
  },
});

export const space: readonly Check[] = [exemption, skyGarden, rooms, services];
