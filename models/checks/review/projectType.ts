import { amountText } from "../../wording/grouped.ts";
import type { Finding } from "../findings.ts";
import { sum, ZERO } from "./amounts.ts";
import { finding, percent } from "./finding.ts";
import type { Check, Review } from "./review.ts";

/** M01, M02: the modules in use fit the type of the project. */
function modules(review: Review): readonly Finding[] {
  const newBuild = review.document.project.type === "new_build";
  const clauses = ["jinhua-2020/1(2)2", "taizhou-2023-draft/4(3)7"];
  const foreign = newBuild
    ? ["support.rebate", "contribution.resident", "contribution.maintenance_fund"]
    : ["cost.land.price"];
  const used = review.withRole(...foreign).filter((line) => review.total([line])?.isZero() === false);
  const bought = !newBuild && used.length > 0;
  const empty = bought && !hasPeople(review);
  const pass = newBuild ? used.length === 0 : !empty;
  const id = newBuild ? "M02" : "M01";
  const message = newBuild
    ? pass
      ? { zh: "规划新建类:未使用计提返还与居民出资", en: "new build: neither rebate nor residents' money is used" }
      : {
          zh: `规划新建类不适用:${used.map(({ label }) => label.zh).join("、")}`,
          en: `does not apply to a new build: ${used.map(({ label }) => label.en).join(", ")}`,
        }
    : used.length === 0
      ? {
          zh: "改造更新类:安置、业主表决、维修资金与计提返还规则适用",
          en: "renovation: rules of resettlement, votes, maintenance fund and rebate apply",
        }
      : empty
        ? {
            zh: "没有现状建筑和住户、另行购地的项目不是改造更新类,应为规划新建类",
            en: "a project that buys land and has neither existing buildings nor households is a new build, not a renovation",
          }
        : { zh: "改造更新类,另有购地支出,请核对项目类型", en: "renovation with land purchase: look at the type again" };
  return [finding(review, { id, severity: "R", pass, clauses, path: used[0]?.id ?? "project/type", message })];
}

/** Whether anybody lives there, or anything stands there, before the project. */
function hasPeople(review: Review): boolean {
  return (
    review.parts.some(
      (part) => part.rows("existing").length > 0 || part.number("householdsExisting")?.greaterThan(0),
    ) ||
    review.withRole("area.demolished", "area.disposition.kept").some(({ id }) => review.view.scalar(id)?.greaterThan(0))
  );
}

/** M03–M05: the mode of renovation agrees with the areas kept, demolished and offered. */
function mode(review: Review): readonly Finding[] {
  const { mode: chosen } = review.document.project;
  if (chosen === undefined || review.withRole("area.gfa.*").length === 0) return [];
  const areaOf = (role: string) => sum(review.withRole(role).map(({ id }) => review.view.scalar(id) ?? ZERO));
  const [kept, demolished, sale] = [
    areaOf("area.disposition.kept"),
    areaOf("area.demolished"),
    areaOf("area.disposition.sale"),
  ];
  const grown = review.parts.some((part) => review.view.scalar(`${part.id}.gfa_above_new`)?.greaterThan(0));
  const table: Readonly<
    Record<string, { readonly id: string; readonly pass: boolean; readonly zh: string; readonly en: string }>
  > = {
    rebuild: { id: "M03", pass: kept.isZero(), zh: "全拆重建不应有保留建筑", en: "full rebuild keeps no building" },
    infill: {
      id: "M04",
      pass: kept.greaterThan(0),
      zh: "插花式改建须把保留建筑计入面积平衡",
      en: "interspersed rebuild has kept buildings in the area balance",
    },
    rehabilitation: {
      id: "M05",
      pass: demolished.isZero() && (sale.isZero() || grown),
      zh: "综合整治不拆除,无新增面积不得列出售面积",
      en: "rehabilitation demolishes nothing and sells nothing without new area",
    },
  };
  const row = table[chosen];
  if (row === undefined) return [];
  const { id, pass, zh, en } = row;
  const numbers = { kept, demolished, sale };
  const figures = {
    zh: `保留 ${amountText(kept)} ㎡、拆除 ${amountText(demolished)} ㎡、出售 ${amountText(sale)} ㎡`,
    en: `kept ${amountText(kept)}, demolished ${amountText(demolished)}, for sale ${amountText(sale)} ㎡`,
  };
  return [
    finding(review, {
      id,
      severity: "Q",
      pass,
      clauses: ["jinhua-2020/1(2)2"],
      numbers,
      path: "project/mode",
      message: { zh: `${zh}:${figures.zh}`, en: `${en}: ${figures.en}` },
    }),
  ];
}

/** M06: mainly communities of the 1970s to 1990s. */
function age(review: Review): readonly Finding[] {
  return review.facts.flatMap((fact) => {
    if (fact.kind !== "building_age") return [];
    const [old, all] = [fact.number("areaOfAge"), fact.number("areaTotal")];
    if (old === undefined || all === undefined || all.isZero()) return [];
    const share = old.div(all);
    const pass = share.times(2).greaterThanOrEqualTo(1);
    return [
      finding(review, {
        id: "M06",
        severity: "Q",
        pass,
        clauses: ["jinhua-2020/1(2)2"],
        numbers: { share },
        path: fact.path,
        message: {
          zh: `1970—1999年建成面积占 ${percent(share)}`,
          en: `${percent(share)} of the area was built 1970–1999`,
        },
      }),
    ];
  });
}

export const projectType: readonly Check[] = [
  { ids: ["M01", "M02"], run: modules },
  { ids: ["M03", "M04", "M05"], run: mode },
  { ids: ["M06"], run: age },
];
