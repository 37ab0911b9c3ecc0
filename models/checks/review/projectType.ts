import type { ModelDocument } from "../../document/schema.ts";
import { areaBalance } from "../../mechanisms/area/areaBalance.ts";
import { listedOrNone, type Text, text } from "../../wording/text.ts";
import { greatest, ZERO } from "../amounts.ts";
import { answer, compare, lacks } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Review } from "./review.ts";
import type { RolePattern } from "./roles.ts";
import { figure, inPercent, said, sumOf } from "./sides.ts";

const TYPES = ["jinhua-2020/1(2)2", "taizhou-2023-draft/4(3)7"];
const isNew = ({ document }: Review) => document.project.type === "new_build";

/** M02: a new build knows neither rebate nor residents' money. */
const newBuild = check({
  ids: ["M02"],
  severity: "R",
  clauses: TYPES,
  of: (review) => (isNew(review) ? [review] : []),
  none: text("不是规划新建类,不适用", "no new build: does not apply"),
  judge: (review) => {
    const lines = review.withRole("support.rebate", "contribution.resident", "contribution.maintenance_fund");
    const used = lines.filter((line) => review.total([line])?.isZero() === false);
    const names = listedOrNone(used.map(({ label }) => label));
    return {
      answer: answer(
        used.length === 0,
        said(text("项目类型", "type of project"), text("规划新建类", "new build"), "project/type"),
        said(text("计提返还与居民出资", "rebate and residents' money"), names, used[0]?.id ?? "components"),
      ),
      path: used[0]?.id ?? "project/type",
      fails: text("规划新建类不适用", "it does not apply to a new build"),
    };
  },
});

/** M01: a renovation renews what is there: buildings stand or people live there before the project. */
const renovation = check({
  ids: ["M01"],
  severity: "R",
  clauses: TYPES,
  of: (review) => (isNew(review) ? [] : [review]),
  none: text("不是改造更新类,不适用", "no renovation: does not apply"),
  judge: (review) => {
    const areas = review.withRole("area.existing", "area.demolished", "area.disposition.kept");
    const homes = review.withRole("households.existing");
    const bought = review.withRole("cost.land.price").find((line) => review.total([line])?.isZero() === false);
    const existing = figure(
      text("现状、拆除或保留建筑面积", "area that stands, is pulled down or kept"),
      greatest(areas.map((line) => review.view.scalar(line) ?? ZERO)),
      "m2",
      areas[0]?.id ?? "components",
    );
    const households = figure(text("现状户数", "existing households"), review.added(homes), "household", homes[0]?.id ?? "components");
    const renewed = existing.value?.greaterThan(0) === true || households.value?.greaterThan(0) === true;
    return {
      answer: areas.length + homes.length === 0 ? lacks(existing.what, "components") : answer(renewed, existing, households),
      path: renewed ? "project/type" : (bought?.id ?? "project/type"),
      fails: text("没有现状建筑和住户的项目不是改造更新类,应为规划新建类", "a project with neither existing buildings nor households is a new build, not a renovation"),
    };
  },
});

type Mode = NonNullable<ModelDocument["project"]["mode"]>;
interface Areas {
  readonly kept: boolean;
  readonly demolished: boolean;
  readonly sold: boolean;
  readonly grown: boolean;
}
interface ModeRule {
  readonly id: string;
  readonly mode: Mode;
  readonly holds: (areas: Areas) => boolean;
  readonly fails: Text;
}

const MODES: readonly ModeRule[] = [
  {
    id: "M03",
    mode: "rebuild",
    holds: ({ kept }) => !kept,
    fails: text("全拆重建不应有保留建筑", "full rebuild keeps no building"),
  },
  {
    id: "M04",
    mode: "infill",
    holds: ({ kept }) => kept,
    fails: text("插花式改建须把保留建筑计入面积平衡", "interspersed rebuild has kept buildings in the area balance"),
  },
  {
    id: "M05",
    mode: "rehabilitation",
    holds: ({ demolished, sold, grown }) => !demolished && (!sold || grown),
    fails: text("综合整治不拆除,无新增面积不得列出售面积", "rehabilitation demolishes nothing and sells nothing without new area"),
  },
];

/** M03–M05: the mode of renovation agrees with the areas kept, demolished and offered. */
const modeCheck = ({ id, mode, holds, fails }: ModeRule): Check =>
  check({
    ids: [id],
    severity: "Q",
    clauses: ["jinhua-2020/1(2)2"],
    of: (review) => (review.document.project.mode === mode && review.withRole("area.gfa.*").length > 0 ? [review] : []),
    none: text("不是此种更新方式,不适用", "no project of this mode: does not apply"),
    judge: (review) => {
      const side = (what: Text, ...roles: readonly RolePattern[]) => {
        const lines = review.withRole(...roles);
        return { ...sumOf(review, what, lines, "project/mode"), value: review.added(lines), unit: "m2" };
      };
      const [kept, demolished, sold] = [
        side(text("保留", "kept"), "area.disposition.kept"),
        side(text("拆除", "demolished"), "area.demolished"),
        side(text("出售", "for sale"), "area.disposition.sale"),
      ];
      const grown = review.partsOf(areaBalance).some((part) => review.view.scalar(part.line("gfa_above_new"))?.greaterThan(0));
      const areas = {
        kept: !kept.value.isZero(),
        demolished: !demolished.value.isZero(),
        sold: !sold.value.isZero(),
        grown,
      };
      return { answer: answer(holds(areas), kept, demolished, sold), path: "project/mode", fails };
    },
  });

/** M06: mainly communities of the 1970s to 1990s. */
const age = check({
  ids: ["M06"],
  severity: "Q",
  clauses: ["jinhua-2020/1(2)2"],
  of: (review) => review.records("building_age"),
  none: text("无建成年代记录,不适用", "no record of when buildings were built: does not apply"),
  judge: (fact, review) => {
    const [old, all] = [fact.side("areaOfAge"), fact.side("areaTotal")];
    const share = old.value === undefined || all.value === undefined || all.value.isZero() ? undefined : old.value.div(all.value);
    const half = figure(text("须过半", "at least half"), review.count(1).div(2), "1", "");
    const built = figure(text("1970—1999年建成面积占", "built 1970–1999"), share, "1", fact.path);
    return { answer: compare(review, inPercent(built), "at_least", inPercent(half)), path: fact.path };
  },
});

export const projectType: readonly Check[] = [newBuild, renovation, ...MODES.map(modeCheck), age];
