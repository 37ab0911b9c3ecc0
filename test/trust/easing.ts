import { mechanisms } from "../../models/mechanisms/index.ts";

type Values = Record<string, unknown>;

export interface Draft {
  absences?: { id: string; reason: string }[];
  components: { id: string; mechanism: string; enabled?: boolean; inputs: Values }[];
  records: Values[];
}

export interface Easing {
  readonly name: string;
  readonly make: (draft: Draft) => void;
}

const TAXES = new Set([
  "vat_return",
  "land_appreciation_tax",
  "income_tax",
  "property_tax",
  "deed_tax",
  "land_use_tax",
  "stamp_tax",
]);

/** Word under which a file says that a tax does not apply. */
const WORDS: Readonly<Record<string, string>> = {
  vat_return: "tax_vat",
  land_appreciation_tax: "tax_land_appreciation",
  income_tax: "tax_income",
  property_tax: "tax_property",
  deed_tax: "tax_deed",
  land_use_tax: "tax_land_use",
  stamp_tax: "tax_stamp",
};

const inputsOf = (draft: Draft, id: string): Values => draft.components.find((one) => one.id === id)?.inputs ?? {};
const rowOf = (draft: Draft, id: string, table: string, row: string): Values =>
  (inputsOf(draft, id)[table] as Values[]).find((one) => one["id"] === row) ?? {};

/** One change at a time that lets a tax weigh less: gone, said to be none, at a lower rate, on less, of fewer products, or exempt. */
export function easingsOf(draft: Draft): readonly Easing[] {
  return draft.components.flatMap((component) => {
    if (component.enabled === false) return [];
    return TAXES.has(component.mechanism) ? ofTax(component) : ofSale(component);
  });
}

function ofTax({ id, mechanism, inputs }: Draft["components"][number]): readonly Easing[] {
  const rates = Object.entries(mechanisms.get(mechanism)?.inputs ?? {}).flatMap(([name, spec]) => {
    if (spec.type !== "number" || spec.unit !== "1" || spec.policy === undefined) return [];
    const values = /addition|exempt|expense|deduction|limit|Sold|saleRate/.test(name) ? ["1"] : ["0", "0.0001"];
    return values.map((value) =>
      easing(`${id}/${name} ${value}`, (d) => void Object.assign(inputsOf(d, id), { [name]: value })),
    );
  });
  const rows = Object.entries(inputs).flatMap(([table, list]) =>
    Array.isArray(list)
      ? (list as Values[]).map((row) =>
          easing(`${id}/${table}/${row["id"]} removed`, (d) => {
            inputsOf(d, id)[table] = (inputsOf(d, id)[table] as Values[]).filter((one) => one["id"] !== row["id"]);
          }),
        )
      : [],
  );
  return [
    easing(`${id} off`, (d) => {
      for (const one of d.components) if (one.id === id) one.enabled = false;
    }),
    easing(`${id} said to be none`, (d) => {
      d.components = d.components.filter((one) => one.id !== id);
      d.absences = [...(d.absences ?? []), { id: WORDS[mechanism] ?? "", reason: "本项目不涉及" }];
    }),
    ...rates,
    ...rows,
  ];
}

function ofSale({ id, mechanism, inputs }: Draft["components"][number]): readonly Easing[] {
  const isSold = (specs: Values | undefined): boolean => {
    const method = specs?.["vatMethod"] as { options?: Values } | undefined;
    return "simplified" in (method?.options ?? {});
  };
  const specs = mechanisms.get(mechanism)?.inputs as Values | undefined;
  const own = isSold(specs) && inputs["vatMethod"] === "general" ? treatments(id, (d) => inputsOf(d, id)) : [];
  const rows = Object.entries(inputs).flatMap(([table, list]) => {
    const columns = (specs?.[table] as { columns?: Values } | undefined)?.columns;
    if (!Array.isArray(list) || !isSold(columns)) return [];
    return (list as Values[])
      .filter((row) => row["vatMethod"] === "general")
      .flatMap((row) => treatments(`${id}/${row["id"]}`, (d) => rowOf(d, id, table, String(row["id"]))));
  });
  return [...own, ...rows];
}

const treatments = (name: string, at: (draft: Draft) => Values): readonly Easing[] => [
  easing(`${name} at a VAT rate of 0`, (d) => void Object.assign(at(d), { vatRate: "0" })),
  easing(`${name} at a VAT rate of 1 %`, (d) => void Object.assign(at(d), { vatRate: "0.01" })),
  easing(`${name} exempt`, (d) => void Object.assign(at(d), { vatMethod: "exempt", relief: undefined })),
  easing(`${name} simplified`, (d) => void Object.assign(at(d), { vatMethod: "simplified", vatRate: "0.03" })),
];

const easing = (name: string, make: Easing["make"]): Easing => ({ name, make });
