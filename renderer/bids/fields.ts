import type { FieldView } from "../../app/contract.ts";
import { inBoth, type WordKey } from "../language/i18n.ts";

type Name = WordKey extends infer K ? (K extends `bids.${infer N}` ? N : never) : never;
export type Options = NonNullable<FieldView["options"]>;

const field = (name: string, label: Name, type: FieldView["type"], extra: Partial<FieldView> = {}): FieldView => ({
  name,
  type,
  label: inBoth(`bids.${label}`),
  optional: true,
  ...extra,
});
const text = (name: string, label: Name): FieldView => field(name, label, "word", { options: [] });
const sentences = (name: string, label: Name): FieldView => ({ ...text(name, label), long: true });
const money = (name: string, label: Name): FieldView => field(name, label, "number", { unit: "CNY", from: 0 });
const price = (name: string, label: Name): FieldView =>
  field(name, label, "number", { unit: "CNY", from: 0, perUnit: true });
const share = (name: string, label: Name): FieldView =>
  field(name, label, "number", { unit: "1", from: 0, to: 1, meaning: "share" });
const rate = (name: string, label: Name): FieldView => field(name, label, "number", { unit: "1/a", from: -0.5, to: 1 });
const whole = (name: string, label: Name): FieldView =>
  field(name, label, "number", { unit: "1", integer: true, from: 0, to: 60, meaning: "amount" });
const plain = (name: string, label: Name): FieldView => field(name, label, "number", { unit: "1", meaning: "amount" });
const flag = (name: string, label: Name): FieldView => field(name, label, "flag");
const options = (...names: readonly (readonly [word: string, label: Name])[]): Options =>
  names.map(([word, label]) => ({ word, label: inBoth(`bids.${label}`) }));
const choice = (name: string, label: Name, of: Options): FieldView => field(name, label, "choice", { options: of });
const vat = (at = ""): readonly FieldView[] => [
  flag(`${at}vat/included`, "vatIncluded"),
  share(`${at}vat/rate`, "vatRate"),
];

const LEVELS = () => options(["constant", "constant"], ["current", "current"]);

export const bidFields = (): readonly FieldView[] => [
  text("bidder", "bidder"),
  whole("termYears", "termYears"),
  whole("extensionYears", "extensionYears"),
  choice("priceLevel", "priceLevel", LEVELS()),
];
export const feeFields = (): readonly FieldView[] => [rate("fee/growth", "growth"), ...vat("fee/")];
export const shareLimits = (): readonly FieldView[] => [
  money("sharesCap", "sharesCap"),
  money("sharesFloor", "sharesFloor"),
];
export const bondFields = (): readonly FieldView[] => [
  money("bidBond", "bidBond"),
  money("contractAmount", "contractAmount"),
  money("performanceBond/amount", "bond"),
  text("performanceBond/form", "bondForm"),
];
export const shareColumns = (revenues: Options): readonly FieldView[] => [
  choice("of", "of", [...revenues, ...options(["total", "total"])]),
  share("rate", "rate"),
  money("threshold", "threshold"),
  money("cap", "cap"),
  money("floor", "floor"),
];
export const capitalColumns = (): readonly FieldView[] => [
  text("label", "label"),
  whole("year", "year"),
  money("amount", "amount"),
  text("evidence", "evidence"),
  ...vat(),
];
export const priceColumns = (): readonly FieldView[] => [price("price", "price"), ...vat()];
export const promiseColumns = (): readonly FieldView[] => [plain("promise", "promise"), money("penalty", "penalty")];
export const consortiumColumns = (): readonly FieldView[] => [text("name", "name"), share("share", "share")];
export const deviationColumns = (): readonly FieldView[] => [text("clause", "clause"), sentences("text", "text")];
export const investmentColumns = (): readonly FieldView[] => [
  text("label", "label"),
  whole("year", "year"),
  money("amount", "amount"),
];

export const noticeFields = (): readonly FieldView[] => [
  text("number", "number"),
  text("date", "date"),
  field("baseMonth", "baseMonth", "month"),
  whole("termYears", "termYears"),
  whole("extensionYearsMost", "extensionMost"),
  choice("form", "form", options(["concession", "concession"], ["lease", "lease"], ["service", "contractService"])),
  choice("vatBasis", "vatBasis", options(["excluded", "excluded"], ["included", "included"])),
  choice("priceLevel", "priceLevel", LEVELS()),
  rate("inflation", "inflation"),
  rate("discountRate", "discountRate"),
  share("sensitivity", "sensitivity"),
];
export const limitFields = (): readonly FieldView[] => [
  money("estimate", "estimate"),
  money("bidBond", "bidBond"),
  share("performanceBondShare", "bondShare"),
  money("feeLeast", "feeLeast"),
  money("servicesCap", "servicesCap"),
  money("subsidyLimitWhole", "subsidyWhole"),
];
export const legalFields = (): readonly FieldView[] => [
  choice("way", "way", options(["open", "open"], ["invited", "invited"])),
  flag("compulsory", "compulsory"),
  flag("stateFunds", "stateFunds"),
  sentences("ground", "ground"),
  flag("separateAward", "separateAward"),
  sentences("separateGround", "separateGround"),
  whole("candidatesLeast", "candidatesLeast"),
  whole("candidatesMost", "candidatesMost"),
  choice(
    "award/method",
    "method",
    options(["vote", "vote"], ["discussion", "discussion"], ["price", "byPrice"], ["weighted", "weighted"]),
  ),
  choice("award/passes", "passes", options(["most", "most"], ["half", "half"], ["two_thirds", "two_thirds"])),
  sentences("award/text", "rules"),
];
export const serviceColumns = (): readonly FieldView[] => [
  text("label", "label"),
  text("unit", "unit"),
  price("cap", "cap"),
  ...vat(),
  plain("quantity", "quantity"),
];
export const revenueColumns = (): readonly FieldView[] => [text("label", "label"), share("shareLeast", "shareLeast")];
export const labelColumns = (): readonly FieldView[] => [text("label", "label")];
export const kpiColumns = (): readonly FieldView[] => [
  text("label", "label"),
  text("unit", "unit"),
  choice("sense", "sense", options(["at_least", "at_least"], ["at_most", "at_most"])),
  plain("target", "target"),
];
export const weightColumns = (): readonly FieldView[] => [text("label", "label"), plain("points", "points")];
export const nameColumns = (): readonly FieldView[] => [text("name", "name")];
export const evaluatorColumns = (): readonly FieldView[] => [text("name", "name"), flag("expert", "expert")];

export const evaluationFields = (): readonly FieldView[] => [text("date", "evaluationDate"), sentences("note", "note")];
export const evaluationColumns = (ranked: boolean, weights: Options): readonly FieldView[] => [
  flag("valid", "valid"),
  sentences("comment", "comment"),
  flag("recommended", "recommended"),
  ...(ranked ? [whole("rank", "rank")] : []),
  ...weights.map(({ word, label }) => ({ ...plain(`points/${word}`, "points"), label })),
];
export const awardFields = (candidates: Options): readonly FieldView[] => [
  text("date", "awardDate"),
  choice("winner", "winner", candidates),
  sentences("reason", "reason"),
  sentences("ground", "awardGround"),
];
export const voteColumns = (candidates: Options): readonly FieldView[] => [
  choice("bid", "votedFor", candidates),
  sentences("note", "note"),
];
export const passedColumns = (): readonly FieldView[] => [sentences("reason", "passedReason")];
