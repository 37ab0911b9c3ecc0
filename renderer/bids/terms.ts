import type { FieldView, Json, JsonObject } from "../../app/contract.ts";
import { inBoth } from "../language/i18n.ts";
import { isDecimal } from "../numbers/decimal.ts";
import { isObject, labelOf, objectsOf, textOf, valueAt } from "../session/json.ts";
import type { SolvableInput } from "../solve/inputs.ts";
import {
  bondFields,
  capitalColumns,
  feeFields,
  investmentColumns,
  priceColumns,
  promiseColumns,
  shareColumns,
  shareLimits,
} from "./fields.ts";
import { namedIn } from "./named.ts";

type Lang = "zh" | "en";

const AMOUNT: FieldView = {
  name: "amounts",
  type: "number",
  label: { zh: "", en: "" },
  unit: "CNY",
  optional: true,
  from: 0,
};

/** What can be asked for as a price: whether tax is in it, and whole years, cannot. */
const priced = (fields: readonly FieldView[]): readonly FieldView[] =>
  fields.filter(({ type, integer, name }) => type === "number" && integer !== true && !/(?:^|\/)vat\//.test(name));

/** Every number a bid states, by what the form calls it: what may be solved for. */
export function termsOf(document: JsonObject, id: string, lang: Lang): readonly SolvableInput[] {
  const root = `bids/${id}`;
  const bid = valueAt(document, root);
  if (!isObject(bid)) return [];
  const called = new Map(
    ["revenues", "services", "subsidies", "kpis"].flatMap((list) =>
      namedIn(document, `tender/notice/${list}`).map((one) => [`${list}/${one.id}`, one.label[lang]] as const),
    ),
  );
  const one = (path: string, label: string, field: FieldView): readonly SolvableInput[] => {
    const value = textOf(valueAt(bid, path));
    return isDecimal(value) ? [{ path: `${root}/${path}`, label, field, value }] : [];
  };
  const yearly = (path: string, label: string): readonly SolvableInput[] => {
    const value: Json | undefined = valueAt(bid, path);
    if (!isObject(value)) return one(path, label, AMOUNT);
    return Object.keys(value).flatMap((year) =>
      one(`${path}/${year}`, `${label} · ${inBoth("bids.inYear", { year })[lang]}`, AMOUNT),
    );
  };
  const fields = (of: readonly FieldView[]) => priced(of).flatMap((field) => one(field.name, field.label[lang], field));
  const rows = (list: string, of: readonly FieldView[], heading: string, nameOf: (row: JsonObject) => string) =>
    objectsOf(valueAt(bid, list)).flatMap((row) =>
      priced(of).flatMap((field) =>
        one(`${list}/${textOf(row["id"])}/${field.name}`, `${heading} ${nameOf(row)} · ${field.label[lang]}`, field),
      ),
    );
  const yearlyRows = (list: string, heading: string, nameOf: (row: JsonObject) => string) =>
    objectsOf(valueAt(bid, list)).flatMap((row) =>
      yearly(`${list}/${textOf(row["id"])}/amounts`, `${heading} ${nameOf(row)}`),
    );
  const own = (row: JsonObject) => labelOf(row["label"], lang) || textOf(row["id"]);
  const printed = (list: string) => (row: JsonObject) =>
    called.get(`${list}/${textOf(row["id"])}`) ?? textOf(row["id"]);
  const shared = (row: JsonObject) => {
    const of = textOf(row["of"]);
    return of === "total" ? inBoth("bids.total")[lang] : (called.get(`revenues/${of}`) ?? of);
  };
  const word = (key: Parameters<typeof inBoth>[0]) => inBoth(key)[lang];
  return [
    ...yearly("fee/amounts", word("bids.fee")),
    ...priced(feeFields()).flatMap((field) => one(field.name, `${word("bids.fee")} · ${field.label[lang]}`, field)),
    ...rows("shares", shareColumns([]), word("bids.shares"), shared),
    ...fields(shareLimits()),
    ...yearlyRows("subsidies", word("bids.subsidies"), printed("subsidies")),
    ...rows("capital", capitalColumns(), word("bids.capital"), own),
    ...rows("prices", priceColumns(), word("bids.prices"), printed("services")),
    ...rows("kpis", promiseColumns(), word("bids.kpis"), printed("kpis")),
    ...yearlyRows("borne", word("bids.borneBid"), own),
    ...fields(bondFields()),
    ...yearlyRows("own/revenues", word("bids.ownRevenue"), printed("revenues")),
    ...yearlyRows("own/costs", word("bids.ownCost"), own),
    ...rows("own/investments", investmentColumns(), word("bids.ownInvestments"), own),
  ];
}
