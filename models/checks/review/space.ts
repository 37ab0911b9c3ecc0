import { amountText } from "../../wording/grouped.ts";
import type { Finding } from "../findings.ts";
import { sum, ZERO } from "./amounts.ts";
import { finding, grants } from "./finding.ts";
import type { Check, Review } from "./review.ts";

const EXEMPT = ["jinhua-2020/3(2)", "taizhou-2023-draft/4(5)13"];

/** M22: space is left out of the floor area ratio only where the rules in force allow it. */
function exemption(review: Review): readonly Finding[] {
  return review.parts.flatMap((part) => {
    if (part.rows("exempt").length === 0) return [];
    const rule = review.parameter("far_exempt_allowed");
    const used = part.number("exemptAllowed");
    const exempt = review.view.scalar(`${part.id}.exempt_total`);
    if (rule === undefined || used === undefined) return [];
    const pass = used.lessThanOrEqualTo(rule);
    const path = part.has("exemptAllowed") ? `${part.path}/exemptAllowed` : `${part.path}/exempt`;
    const message = pass
      ? rule.greaterThan(0)
        ? {
            zh: `${part.label.zh}:架空等公共空间按规则不计容,须经批准`,
            en: `${part.label.en}: stilt and open space is left out of FAR as the rules allow, with approval`,
          }
        : {
            zh: `${part.label.zh}:规则尚在研究,架空等空间按计容处理`,
            en: `${part.label.en}: the rule is still being studied, the space counts in FAR`,
          }
      : {
          zh: `${part.label.zh}:所列规则未允许不计容,文件按不计容处理`,
          en: `${part.label.en}: the listed rules do not allow the exemption the file uses`,
        };
    return [
      finding(review, {
        id: "M22",
        severity: "R",
        pass,
        clauses: EXEMPT,
        numbers: { allowed: rule, used, exempt },
        path,
        message,
      }),
    ];
  });
}

/** M23: the planted part of sky-garden balconies is excluded up to a limit, where a pack says so. */
function skyGarden(review: Review): readonly Finding[] {
  return review.parts.flatMap((part) =>
    part
      .rows("exempt")
      .filter((row) => row.word("kind") === "sky_garden")
      .map((row) => {
        const [allowed, limited] = [grants(review, ["jinhua-2020/3(2)"]), row.has("limit")];
        const pass = allowed && limited;
        const message = pass
          ? { zh: "空中花园绿化部分按上限不计面积", en: "the planted part of sky gardens is excluded up to its limit" }
          : allowed
            ? {
                zh: "空中花园绿化部分未填写不计容上限(按阳台面积比例)",
                en: "no limit is entered for the planted part of sky gardens",
              }
            : {
                zh: "所列规则包没有空中花园绿化不计面积的规定",
                en: "no listed pack excludes the planted part of sky gardens",
              };
        return finding(review, {
          id: "M23",
          severity: "Q",
          pass,
          clauses: ["jinhua-2020/3(2)"],
          numbers: { area: row.number("area"), limit: row.number("limit") },
          path: row.path,
          message,
        });
      }),
  );
}

/** C03 (M25): rooms each standard asks for, against the rooms with a disposition on the same plot. */
function rooms(review: Review): readonly Finding[] {
  return review.withRole("area.required").flatMap((line) => {
    const { plot, item } = line.tags;
    const required = review.view.scalar(line.id);
    const own = review
      .withRole("area.disposition.*")
      .filter(({ tags }) => tags["plot"] === plot && tags["item"] === item);
    const values = own.map(({ id }) => review.view.scalar(id));
    if (required === undefined || values.includes(undefined)) return [];
    const provided = sum(values.map((value) => value ?? ZERO));
    const pass = provided.greaterThanOrEqualTo(required);
    return [
      finding(review, {
        id: "C03",
        severity: "Q",
        pass,
        clauses: CLAUSES[String(item)] ?? [],
        numbers: { provided, required },
        path: own[0]?.id ?? line.id,
        message: {
          zh: `${line.label.zh}:配置 ${amountText(provided)} ㎡,应配 ${amountText(required)} ㎡`,
          en: `${line.label.en}: ${amountText(provided)} ㎡ provided, ${amountText(required)} ㎡ required`,
        },
      }),
    ];
  });
}

const CLAUSES: Readonly<Record<string, readonly string[]>> = {
  community: ["jinhua-2020/3(4)"],
  property: ["taizhou-property/44", "hangzhou-property/44", "zhejiang/property-rooms"],
};

/** What a neighbourhood centre must offer. */
const CENTRE: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  health: { zh: "卫生服务", en: "health care" },
  childcare: { zh: "托育", en: "childcare" },
  elderly: { zh: "养老", en: "elderly care" },
  canteen: { zh: "社区食堂", en: "canteen" },
};

/** M26: the rooms of a neighbourhood centre are there, here or within reach. */
function centre(review: Review): readonly Finding[] {
  const clauses = ["jinhua-2020/3(4)", "taizhou-2023-draft/4(2)5"];
  const reachable = new Set(
    review.facts
      .filter((fact) => fact.kind === "facility" && fact.number("reachable")?.greaterThan(0))
      .map(({ id }) => id),
  );
  return review.parts
    .filter((part) => part.rows("services").length > 0)
    .map((part) => {
      const items = new Set(
        part
          .rows("services")
          .filter((row) => row.number("area")?.greaterThan(0))
          .map((row) => row.word("item")),
      );
      const missing = Object.entries(CENTRE).filter(([item]) => !items.has(item) && !reachable.has(item));
      const pass = missing.length === 0;
      const message = pass
        ? { zh: "邻里中心必备用房齐全", en: "the neighbourhood centre has its rooms" }
        : {
            zh: `邻里中心缺少:${missing.map(([, { zh }]) => zh).join("、")}(周边可用的以同名设施盘点记录说明)`,
            en: `the neighbourhood centre lacks ${missing.map(([, { en }]) => en).join(", ")} (a facility record of that name shows what is within reach)`,
          };
      return finding(review, { id: "M26", severity: "Q", pass, clauses, path: `${part.path}/services`, message });
    });
}

/** M28: what the service circle still lacks is provided. */
function circle(review: Review): readonly Finding[] {
  return review.facts.flatMap((fact) => {
    const required = fact.kind === "facility" ? fact.number("required") : undefined;
    if (required === undefined) return [];
    const [reachable, provided] = [fact.number("reachable") ?? ZERO, fact.number("provided") ?? ZERO];
    const missing = required.minus(reachable).minus(provided);
    const pass = missing.lessThanOrEqualTo(0);
    return [
      finding(review, {
        id: "M28",
        severity: "Q",
        pass,
        clauses: ["taizhou-2023-draft/4(1)1"],
        numbers: { required, reachable, provided },
        path: fact.path,
        message: pass
          ? { zh: `${fact.label.zh}:周边与本项目可满足需要`, en: `${fact.label.en}: met within reach or here` }
          : {
              zh: `${fact.label.zh}:尚缺 ${amountText(missing)} ㎡`,
              en: `${fact.label.en}: ${amountText(missing)} ㎡ still missing`,
            },
      }),
    ];
  });
}

/** M98: reserve space earns nothing. */
function reserve(review: Review): readonly Finding[] {
  const lines = review.withRole("area.disposition.reserve");
  if (lines.length === 0) return [];
  const products = new Set(lines.map(({ tags }) => tags["product"]).filter((product) => product !== undefined));
  const earning = review.parts.find(
    (part) => products.has(part.word("product") ?? "") || part.word("product") === "reserve",
  );
  return [
    finding(review, {
      id: "M98",
      severity: "Q",
      pass: earning === undefined,
      clauses: ["jinhua-2020/1(2)4"],
      numbers: { area: sum(lines.map(({ id }) => review.view.scalar(id) ?? ZERO)) },
      path: earning?.path ?? lines[0]?.id ?? "",
      message:
        earning === undefined
          ? { zh: "留白面积只计成本、不计收入", en: "reserve space costs and earns nothing" }
          : { zh: `${earning.label.zh}把留白面积计入收入`, en: `${earning.label.en} earns money from reserve space` },
    }),
  ];
}

export const space: readonly Check[] = [
  { ids: ["M22"], run: exemption },
  { ids: ["M23"], run: skyGarden },
  { ids: ["C03"], run: rooms },
  { ids: ["M26"], run: centre },
  { ids: ["M28"], run: circle },
  { ids: ["M98"], run: reserve },
];
