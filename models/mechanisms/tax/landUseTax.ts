import { area, flag, month, party, profile } from "../../terms/inputs.ts";
import { doubt, FEN } from "../define/doubt.ts";
import { cash, rateLine, scalar } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE } from "../define/parties.ts";
import { assumeRenewal, RELIEF_CONVENTION, RELIEF_IN_FORCE } from "./relief.ts";

const LAST_WORKS = "latest(role = stage.completion, stage_of = works, taxpayer = taxpayer)";

/** 城镇土地使用税: area of land times the local amount per ㎡ and year, from the month the land is taken until it is handed on. */
export const landUseTax = mechanism("land_use_tax", {
  title: { zh: "城镇土地使用税", en: "Urban land-use tax" },
  summary: {
    zh: "占地面积乘以当地年税额标准,按占用月数折算;社区服务用地在优惠期内免征。",
    en: "Land area times the local amount per ㎡ and year, by months held; exempt while used for community services under the relief.",
  },
  family: "tax",
  clauses: ["national-law/land-use-tax", "national-law/community-service-relief"],
  inputs: {
    taxpayer: party("纳税人", "taxpayer", PROJECT_SIDE),
    authority: party("征收机关", "tax authority", ["tax"]),
    landArea: area("占地面积(不填取本纳税人各地块净用地)", "land area (net site area of the taxpayer's plots when left out)", { from: 0, optional: true, usual: [1000, 40000] }),
    standard: profile("rate", "CNY/(m2*a)", "年税额标准(元/㎡·年)", "amount per ㎡ and year", { averaged: true, from: 0, to: 30, usual: [0.9, 30] }),
    from: month("起征月", "charged from", "from"),
    until: month("止征月(含)", "charged until, inclusive", "through", { notBefore: ["from"] }),
    communityService: flag("用于社区养老、托育、家政(享受限期优惠)", "used for community services, under the relief", { optional: true }),
    assumeRenewal,
  },
  lines: () => [
    scalar("area_charged", "计税面积", "area charged", "landArea or sum(role = area.site, taxpayer = in(taxpayer, unset))", { unit: "m2" }),
    rateLine("relief_in_force", "优惠执行比例", "relief in force", `(communityService or 0) * ${RELIEF_IN_FORCE}`, { convention: RELIEF_CONVENTION }),
    cash("paid", "缴纳城镇土地使用税", "land-use tax paid", "area_charged * standard * monthsin(from, until + 1 mo) / monthsperyear * (1 - relief_in_force)", {
      from: "taxpayer",
      to: "authority",
      role: "tax.land_use",
      words: { taxpayer: "taxpayer" },
      posts: { debit: "surcharge", credit: "cash" },
      clauses: ["national-law/land-use-tax"],
    }),
    doubt(
      "charges_nothing",
      "standard",
      "未产生城镇土地使用税(标准、面积或起止月)",
      "no land-use tax arises: its amount, area or months",
      `total(paid) > ${FEN} or (communityService or 0) > 0 ? 0 : 1`,
    ),
    doubt(
      "starts_late",
      "from",
      "起征月比本纳税人工程的首次付款晚一年以上:土地已在占用",
      "the charge begins over a year after the taxpayer's works do: the land is already held",
      `total(month + dtmonths + 12 mo <= from ? sum(payer = taxpayer, role = cost.works.*, crosses != inside) : 0 CNY) > ${FEN} ? 1 : 0`,
    ),
    doubt(
      "ends_before_works",
      "until",
      "止征月早于本纳税人工程的完工月:土地尚在占用",
      "the charge ends before the taxpayer's works are completed: the land is still held",
      `until < ${LAST_WORKS} and until < endmonth ? 1 : 0`,
    ),
  ],
});
