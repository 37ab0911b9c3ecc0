import type { Decimal } from "decimal.js";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { STEP_MONTHS } from "../../language/timeline.ts";
import { mechanisms } from "../../mechanisms/index.ts";
import { boundOf, within } from "../../policy/bounds.ts";
import { parameterCitation } from "../../policy/cite.ts";
import type { PackedParameter } from "../../policy/load.ts";
import { grouped } from "../../wording/grouped.ts";
import type { Text } from "../../wording/text.ts";
import type { Finding } from "../findings.ts";
import { finding } from "./finding.ts";
import type { Given, Part } from "./parts.ts";
import type { Review } from "./review.ts";
import { ruleOf, statedBy } from "./rules.ts";
import { vatRates } from "./vatRates.ts";

/** An input a rule governs that does not take its value from the rule when it is left out. */
interface Governed {
  readonly parameters: readonly string[];
  /** Mechanism → input, or table and column. */
  readonly inputs: Readonly<Record<string, readonly string[]>>;
  readonly when?: (review: Review, part: Part) => boolean;
}

const presale = (review: Review): boolean =>
  review.total(review.withRole("vat.prepayment_base"))?.greaterThan(0) === true;

/** What the rules say of inputs that are always entered. */
export const GOVERNED: readonly Governed[] = [
  {
    parameters: ["deed_tax", "deed_tax_max"],
    inputs: { deed_tax: ["taxRate"], bundled_transfer: ["deedRate"], land_scheme: ["deedRate"] },
  },
  { parameters: ["property_tax_deduct_min"], inputs: { property_tax: ["items.deduction"] } },
  { parameters: ["maint_deposit_rate_min", "maint_deposit_rate_max"], inputs: { deposits: ["maintenanceRate"] } },
  { parameters: ["building_depr_min_years"], inputs: { asset_books: ["life"] } },
  {
    parameters: ["electronics_depr_min_years"],
    inputs: { replacement: ["items.life"] },
    when: (_review, part) => part.word("treatment") !== "expensed",
  },
  { parameters: ["new_land_fee_central"], inputs: { land_revenue: ["centralShare"] } },
  { parameters: ["transition_months_highrise"], inputs: { compensation: ["agreedMonths"] } },
  { parameters: ["concession_max_years"], inputs: { franchise: ["term", "termLimit"] } },
  { parameters: ["vat_presale_prepay"], inputs: { vat_return: ["prepaymentRate"] }, when: presale },
];

/** Rules of the same thing elsewhere or of another kind: what keeps to one of them is asked about, not called a departure. */
const ALTERNATIVES: Readonly<Record<string, readonly string[]>> = { city_tax: ["city_tax_town", "city_tax_other"] };

/** Where nobody will live, other shares of the floor area hold. */
const NONRESIDENTIAL: Readonly<Record<string, string>> = {
  pm_room_rate: "pm_room_rate_nonresidential",
  pm_operating_rate: "pm_operating_rate_nonresidential",
};

/** Every input against every parameter that governs it. */
export function departures(review: Review): readonly Finding[] {
  return review.parts.flatMap((part) => [
    ...setAside(review, part),
    ...GOVERNED.flatMap((rule) => governed(review, part, rule)),
    ...vatRates(review, part),
    ...losses(review, part),
    ...smallProfit(review, part),
    ...highRise(review, part),
  ]);
}

/** Inputs that would take the value of a rule were they left out, cells of tables among them. */
function setAside(review: Review, part: Part): readonly Finding[] {
  const inputs = mechanisms.get(part.mechanism)?.inputs ?? {};
  return Object.entries(inputs).flatMap(([name, spec]) => {
    if (spec.type === "number" && spec.policy !== undefined) return departs(review, part, part, name, spec.policy);
    if (spec.type !== "table") return [];
    return Object.entries(spec.columns).flatMap(([column, cell]) =>
      cell.type === "number" && cell.policy !== undefined
        ? part.rows(name).flatMap((row) => departs(review, part, row, column, cell.policy ?? ""))
        : [],
    );
  });
}

function governed(review: Review, part: Part, { parameters, inputs, when }: Governed): readonly Finding[] {
  const names = inputs[part.mechanism] ?? [];
  if (names.length === 0 || when?.(review, part) === false) return [];
  return names.flatMap((name) => {
    const [table = "", column] = name.split(".");
    const places = column === undefined ? [part] : part.rows(table);
    return places.flatMap((place) => parameters.flatMap((id) => departs(review, part, place, column ?? table, id)));
  });
}

function departs(review: Review, part: Part, place: Given, name: string, governing: string): readonly Finding[] {
  const id = isEmptyOfHomes(part) ? (NONRESIDENTIAL[governing] ?? governing) : governing;
  const entered = place.has(name) ? place.number(name) : undefined;
  const rule = ruleOf(review, id);
  const value = rule === undefined ? undefined : statedBy(review, rule);
  if (entered === undefined || rule === undefined || value === undefined) return [];
  const stated = isInMonths(part, name) && rule.parameter.unit === "a" ? value.times(STEP_MONTHS.year) : value;
  if (within(entered, boundOf(rule.parameter), stated)) return [];
  const other = (ALTERNATIVES[id] ?? [])
    .map((one) => ruleOf(review, one))
    .find((one) => one !== undefined && statedBy(review, one)?.equals(entered));
  return [departure(review, { part, place, name, rule, entered, stated, other })];
}

interface Departure {
  readonly part: Part;
  readonly place: Given;
  readonly name: string;
  readonly rule: PackedParameter;
  readonly entered: Decimal;
  readonly stated: Decimal;
  readonly other?: PackedParameter | undefined;
}

const BOUND_WORDS: Readonly<Record<string, Text>> = {
  floor: { zh: "不低于", en: "at least" },
  cap: { zh: "不超过", en: "at most" },
};
const EXACTLY: Text = { zh: "为", en: "has" };

function departure(review: Review, { part, place, name, rule, entered, stated, other }: Departure): Finding {
  const { parameter, pack } = rule;
  const bound = BOUND_WORDS[boundOf(parameter) ?? ""] ?? EXACTLY;
  const source = parameterCitation(pack, parameter).text;
  const tail =
    other === undefined
      ? { zh: "测算采用填写值", en: "the entered value is used" }
      : {
          zh: `与“${other.parameter.label.zh}”一致,须属该情形`,
          en: `it is that of “${other.parameter.label.en}”, which must be the case`,
        };
  return finding(review, {
    id: "M16",
    severity: other === undefined ? "Q" : "N",
    pass: false,
    numbers: { entered, rule: stated },
    path: `${place.path}/${name}`,
    message: {
      zh: `${part.label.zh}:“${parameter.label.zh}”填写 ${grouped(entered.toFixed())},规则包 ${pack.id} ${bound.zh} ${grouped(stated.toFixed())}(${source.zh});${tail.zh}`,
      en: `${part.label.en}: “${parameter.label.en}” is entered as ${grouped(entered.toFixed())}, rule pack ${pack.id} ${bound.en} ${grouped(stated.toFixed())} (${source.en}); ${tail.en}`,
    },
  });
}

function isInMonths({ mechanism }: Part, name: string): boolean {
  const spec = mechanisms.get(mechanism)?.inputs[name];
  return spec?.type === "number" && spec.unit === "mo";
}

function isEmptyOfHomes(part: Part): boolean {
  return part.mechanism === "area_balance" && part.number("householdsPlanned")?.isZero() === true;
}

/** Losses carried longer than the ordinary term need a qualification of the taxpayer. */
function losses(review: Review, part: Part): readonly Finding[] {
  const rule = part.word("lossYears") === "ten" ? ruleOf(review, "loss_years") : undefined;
  const value = rule === undefined ? undefined : statedBy(review, rule);
  if (rule === undefined || value === undefined) return [];
  const source = parameterCitation(rule.pack, rule.parameter).text;
  const message = {
    zh: `${part.label.zh}:亏损结转十年只适用于高新技术企业和科技型中小企业,一般企业不超过 ${value.toFixed()} 年(${source.zh})`,
    en: `${part.label.en}: ten years of losses are for high-tech enterprises only, others carry them ${value.toFixed()} years (${source.en})`,
  };
  return [
    finding(review, {
      id: "M16",
      severity: "Q",
      pass: false,
      clauses: ["national-law/income-tax"],
      numbers: { rule: value },
      path: `${part.path}/lossYears`,
      message,
    }),
  ];
}

const TOTAL_ASSETS = "stmt_balance.r1";

/** A taxpayer of more assets than the limit is no small low-profit enterprise. */
function smallProfit(review: Review, part: Part): readonly Finding[] {
  const rule = part.word("regime") === "small_profit" ? ruleOf(review, "small_profit_assets_max") : undefined;
  const [limit, assets] = [rule === undefined ? undefined : statedBy(review, rule), review.view.series(TOTAL_ASSETS)];
  if (rule === undefined || limit === undefined || assets === undefined) return [];
  const most = assets.reduce((a, b) => (b.greaterThan(a) ? b : a), new RecordDecimal(0));
  if (most.lessThanOrEqualTo(limit)) return [];
  const source = parameterCitation(rule.pack, rule.parameter).text;
  const message = {
    zh: `${part.label.zh}:按小型微利企业计税,项目资产总额最高 ${grouped(most.toFixed(2))} 元,超过 ${grouped(limit.toFixed())} 元的上限(${source.zh})`,
    en: `${part.label.en}: taxed as a small low-profit enterprise, yet assets reach CNY ${grouped(most.toFixed(2))}, above the limit of ${grouped(limit.toFixed())} (${source.en})`,
  };
  return [
    finding(review, {
      id: "M16",
      severity: "Q",
      pass: false,
      clauses: ["national-law/small-profit"],
      numbers: { assets: most, limit },
      path: `${part.path}/regime`,
      message,
    }),
  ];
}

/** A transition beyond the ordinary term is for new high-rise inside the area; the file does not say what is built. */
function highRise(review: Review, part: Part): readonly Finding[] {
  const months = part.mechanism === "compensation" ? part.number("agreedMonths") : undefined;
  const [ordinary, high] = ["transition_months", "transition_months_highrise"].map((id) => ruleOf(review, id));
  const [least, most] = [ordinary, high].map((rule) => (rule === undefined ? undefined : statedBy(review, rule)));
  if (months === undefined || ordinary === undefined || least === undefined || most === undefined) return [];
  if (months.lessThanOrEqualTo(least) || months.greaterThan(most)) return [];
  const source = parameterCitation(ordinary.pack, ordinary.parameter).text;
  const message = {
    zh: `${part.label.zh}:约定过渡期 ${months.toFixed()} 个月,超过 ${least.toFixed()} 个月的须为征收范围内新建高层(${source.zh})`,
    en: `${part.label.en}: a transition of ${months.toFixed()} months; beyond ${least.toFixed()} it is for new high-rise inside the area (${source.en})`,
  };
  const clauses = ["zhejiang-expropriation/23"];
  return [
    finding(review, {
      id: "M16",
      severity: "N",
      pass: null,
      clauses,
      numbers: { months, rule: least },
      path: `${part.path}/agreedMonths`,
      message,
    }),
  ];
}
