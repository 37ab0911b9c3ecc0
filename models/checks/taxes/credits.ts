import { documentProblem } from "../../wording/document.ts";
import { grouped } from "../../wording/grouped.ts";
import type { Problem } from "../../wording/problem.ts";
import type { TaxFile } from "./file.ts";
import { type TaxPlace, wordIn } from "./place.ts";

/** Works and services that are supplied at a lower rate than goods; equipment and energy may be goods. */
const SUPPLIED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  works: { building: "vat_sale", outdoor: "vat_sale", demolition: "vat_sale" },
  joint_cost: { "": "vat_sale" },
  other_costs: { "*": "vat_service" },
  operating_cost: { other: "vat_service", management: "vat_service", insurance: "vat_service", selling: "vat_service" },
};

/** Works on buildings that stay their owners': what is built for them serves no taxed sale. */
const OWNERS: ReadonlySet<string> = new Set(["kept", "existing"]);

/** 进项税额: credited at no more than what is supplied bears, and of nothing that serves no taxed income. */
export function creditProblems(file: TaxFile): readonly Problem[] {
  return file.places.flatMap((place) => {
    if (wordIn(place, "vatMethod") !== "creditable" || file.isGrounded(place, "credit")) return [];
    return [...rateTooHigh(file, place), ...notForIncome(file, place)];
  });
}

function rateTooHigh(file: TaxFile, place: TaxPlace): readonly Problem[] {
  const kinds = SUPPLIED[place.mechanism] ?? {};
  const id = kinds[wordIn(place, "kind") ?? ""] ?? kinds["*"];
  const most = id === undefined ? undefined : file.rules.stated(id)?.value;
  const entered = place.values["vatRate"] === undefined ? undefined : file.numberOf(place, "vatRate");
  if (most === undefined || entered === undefined || entered.lessThanOrEqualTo(most)) return [];
  return [
    documentProblem("document.tax_credit_rate", `${place.path}/vatRate`, {
      input: place.specs["vatRate"]?.label ?? "vatRate",
      value: grouped(entered.toFixed()),
      rule: grouped(most.toFixed()),
      word: place.word,
    }),
  ];
}

function notForIncome({ document }: TaxFile, place: TaxPlace): readonly Problem[] {
  if (place.mechanism !== "works") return [];
  const basis = wordIn(place, "basis") ?? "";
  const isOwners =
    OWNERS.has(basis) || (document.project.mode === "rehabilitation" && (basis === "households" || basis === "site"));
  if (!isOwners) return [];
  return [documentProblem("document.tax_credit", `${place.path}/vatMethod`, { what: place.name, word: place.word })];
}
