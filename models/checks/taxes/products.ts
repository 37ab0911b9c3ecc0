import { ZERO } from "../../engines/arithmetic/decimal.ts";
import { AREA_TOLERANCE } from "../../statements/tolerances.ts";
import { documentProblem } from "../../wording/document.ts";
import { grouped } from "../../wording/grouped.ts";
import type { Problem } from "../../wording/problem.ts";
import type { TaxFile } from "./file.ts";
import { type TaxPlace, wordIn } from "./place.ts";

/** 每一产品恰按一种方式计税: what is sold stands in one category of land appreciation tax, what is let is charged by property tax, each as what it is. */
export function productProblems(file: TaxFile): readonly Problem[] {
  return [
    ...unsettled(file),
    ...notHousing(file),
    ...unchargedRents(file),
    ...easedProperty(file),
    ...landShort(file),
    ...unstamped(file),
  ];
}

const owned = ({ places }: TaxFile, mechanism: string): readonly TaxPlace[] =>
  places.filter((place) => place.mechanism === mechanism && place.word === place.component);

const rowsOf = ({ places }: TaxFile, { component, word }: TaxPlace): readonly TaxPlace[] =>
  places.filter((place) => place.component === component && place.word !== word);

/** Products sold, or deemed so, that the seller's land appreciation tax does not list; that there is none at all is told elsewhere. */
function unsettled(file: TaxFile): readonly Problem[] {
  const returns = owned(file, "land_appreciation_tax");
  return [...owned(file, "sale"), ...owned(file, "deemed_sale")].flatMap((sold) => {
    const [seller, product] = [wordIn(sold, "seller") ?? wordIn(sold, "taxpayer"), wordIn(sold, "product")];
    const own = returns.filter((place) => wordIn(place, "taxpayer") === seller);
    const listed = own.flatMap((place) => rowsOf(file, place)).some((row) => wordIn(row, "product") === product);
    const [first] = own;
    if (first === undefined || product === undefined || listed || file.isGrounded(sold, "other")) return [];
    const args = { product, what: sold.name, tax: LAT, word: sold.word };
    return [documentProblem("document.tax_product", `${first.path}/products`, args)];
  });
}

const LAT = { zh: "土地增值税产品分类", en: "the categories of land appreciation tax" };
const PROPERTY_TAX = { zh: "房产税", en: "property tax" };

/** What lies below ground is no dwelling, so that it does not share the exemption of ordinary housing. */
function notHousing(file: TaxFile): readonly Problem[] {
  const below = new Set(
    file.lines.flatMap(({ role, tags }) =>
      tags["pool"] === "below" &&
      /^area\.disposition\.|^area\.(sold|handed_over)/.test(role ?? "") &&
      tags["product"] !== undefined
        ? [String(tags["product"])]
        : [],
    ),
  );
  return owned(file, "land_appreciation_tax")
    .flatMap((place) => rowsOf(file, place))
    .flatMap((row) => {
      const product = wordIn(row, "product") ?? "";
      if (wordIn(row, "category") === "commercial" || !below.has(product) || file.isGrounded(row, "other")) return [];
      return [documentProblem("document.tax_category", `${row.path}/category`, { product, word: row.word })];
    });
}

/** Rents of a lessor that has property tax, of a product no row charges. */
function unchargedRents(file: TaxFile): readonly Problem[] {
  const returns = owned(file, "property_tax");
  return owned(file, "lease").flatMap((lease) => {
    const [lessor, product] = [wordIn(lease, "lessor"), wordIn(lease, "product")];
    const own = returns.filter((place) => wordIn(place, "taxpayer") === lessor);
    const charged = own
      .flatMap((place) => rowsOf(file, place))
      .some((row) => {
        const [basis, of] = [wordIn(row, "basis"), wordIn(row, "product")];
        return (basis === "rent" || basis === "housing") && (of === undefined || of === product);
      });
    const [first] = own;
    if (first === undefined || product === undefined || charged || file.isGrounded(lease, "property_relief")) return [];
    const args = { product, what: lease.name, tax: PROPERTY_TAX, word: lease.word };
    return [documentProblem("document.tax_product", `${first.path}/items`, args)];
  });
}

const EASED = {
  housing: { zh: "按出租住房计征房产税", en: "charged property tax as let housing" },
  relief: { zh: "享受社区服务优惠", en: "relieved as a community service" },
} as const;

/** The lower rate of housing and the relief of services to the community need a ground: what is let does not say what it is used for. */
function easedProperty(file: TaxFile): readonly Problem[] {
  const taxed = [
    ...owned(file, "property_tax").flatMap((place) => rowsOf(file, place)),
    ...owned(file, "land_use_tax"),
  ];
  return taxed.flatMap((place) => {
    const eased = [
      ...(wordIn(place, "basis") === "housing" && !file.isGrounded(place, "housing") ? (["housing"] as const) : []),
      ...((wordIn(place, "relief") === "community_service" || place.values["communityService"] === true) &&
      !file.isGrounded(place, "property_relief")
        ? (["relief"] as const)
        : []),
    ];
    return eased.map((sort) => {
      const at = sort === "housing" ? "basis" : place.mechanism === "land_use_tax" ? "communityService" : "relief";
      return documentProblem("document.tax_ground", `${place.path}/${at}`, {
        what: place.name,
        treatment: EASED[sort],
        word: place.word,
      });
    });
  });
}

/** Where a whole site is built on, all of it is taken; a building fitted in may stand on a part. */
function landShort(file: TaxFile): readonly Problem[] {
  const { type, mode } = file.document.project;
  if (type !== "new_build" && mode !== "rebuild") return [];
  const sites = file.lines.filter(({ role }) => role === "area.site").map(({ id }) => file.scalar(id));
  const site = sites.reduce(
    (sum, area) => (sum === undefined || area === undefined ? undefined : sum.plus(area)),
    ZERO,
  );
  const taxes = owned(file, "land_use_tax");
  const [first] = taxes;
  const areas = taxes.map((place) => file.scalar(`${place.component}.area_charged`));
  const charged = areas.reduce(
    (sum, area) => (sum === undefined || area === undefined ? undefined : sum.plus(area)),
    ZERO,
  );
  if (first === undefined || site === undefined || charged === undefined || file.isGrounded(first, "land_area"))
    return [];
  if (charged.plus(AREA_TOLERANCE).greaterThanOrEqualTo(site)) return [];
  const args = { charged: grouped(charged.toFixed(2)), site: grouped(site.toFixed(2)), word: first.word };
  return [documentProblem("document.tax_land_area", `${first.path}/landArea`, args)];
}

const PAPERS = {
  sale: { zh: "商品房买卖合同", en: "contracts of sale" },
  construction: { zh: "建设工程合同", en: "construction contracts" },
  lease: { zh: "租赁合同", en: "leases" },
  loan: { zh: "借款合同", en: "loan contracts" },
} as const;

/** Papers a taxpayer signs by what it does, of which its stamp tax has none. */
function unstamped(file: TaxFile): readonly Problem[] {
  return owned(file, "stamp_tax").flatMap((place) => {
    if (file.isGrounded(place, "papers")) return [];
    const taxpayer = wordIn(place, "taxpayer");
    const kinds = new Set(rowsOf(file, place).map((row) => wordIn(row, "kind")));
    const signs: Readonly<Record<keyof typeof PAPERS, boolean>> = {
      sale: owned(file, "sale").some((one) => wordIn(one, "seller") === taxpayer),
      construction: owned(file, "works").some((one) => wordIn(one, "payer") === taxpayer),
      lease: owned(file, "lease").some((one) => wordIn(one, "lessor") === taxpayer),
      loan: owned(file, "loan").some((one) => wordIn(one, "borrower") === taxpayer),
    };
    return Object.entries(PAPERS).flatMap(([kind, paper]) => {
      if (!signs[kind as keyof typeof PAPERS] || kinds.has(kind)) return [];
      return [documentProblem("document.tax_paper", `${place.path}/items`, { paper, word: place.word })];
    });
  });
}
