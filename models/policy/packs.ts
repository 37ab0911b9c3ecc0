import civilCode1 from "./earlier/civil-code.json" with { type: "json" };
import hangzhouProperty1 from "./earlier/hangzhou-property.json" with { type: "json" };
import jinhua20201 from "./earlier/jinhua-2020.json" with { type: "json" };
import landAdministration1 from "./earlier/land-administration.json" with { type: "json" };
import nationalLaw3 from "./earlier/national-law.json" with { type: "json" };
import taizhou2023Draft1 from "./earlier/taizhou-2023-draft.json" with { type: "json" };
import taizhouProperty1 from "./earlier/taizhou-property.json" with { type: "json" };
import zhejiang1 from "./earlier/zhejiang.json" with { type: "json" };
import zhejiangExpropriation1 from "./earlier/zhejiang-expropriation.json" with { type: "json" };
import type { Pack } from "./pack.ts";
import civilCode from "./packs/civil-code.json" with { type: "json" };
import hangzhouProperty from "./packs/hangzhou-property.json" with { type: "json" };
import jinhua2020 from "./packs/jinhua-2020.json" with { type: "json" };
import landAdministration from "./packs/land-administration.json" with { type: "json" };
import localDefault from "./packs/local-default.json" with { type: "json" };
import nationalLaw from "./packs/national-law.json" with { type: "json" };
import taizhou2023Draft from "./packs/taizhou-2023-draft.json" with { type: "json" };
import taizhouProperty from "./packs/taizhou-property.json" with { type: "json" };
import zhejiang from "./packs/zhejiang.json" with { type: "json" };
import zhejiangExpropriation from "./packs/zhejiang-expropriation.json" with { type: "json" };
import { readEarlierPack, readPack } from "./read.ts";

/** Rule packs that come with the program. A mistake in one is a mistake in the program. */
export const INSTALLED_PACKS: readonly Pack[] = [
  nationalLaw,
  civilCode,
  landAdministration,
  zhejiang,
  zhejiangExpropriation,
  taizhouProperty,
  hangzhouProperty,
  jinhua2020,
  taizhou2023Draft,
  localDefault,
].map((file) => readPack(file));

/** Texts of versions published before: files that name one compute as they did. */
const EARLIER: readonly Pack[] = [
  nationalLaw3,
  civilCode1,
  landAdministration1,
  zhejiang1,
  zhejiangExpropriation1,
  taizhouProperty1,
  hangzhouProperty1,
  jinhua20201,
  taizhou2023Draft1,
].map((file) => readEarlierPack(file));

/** 评标委员会、定标委员会. */
const COMMITTEES = [
  "evaluation_committee_min",
  "evaluation_committee_experts_min",
  "award_committee_min",
  "evalorder",
  "national-law/tender-37",
  "national-law/evaluation-order-9",
];

interface Added {
  readonly id: string;
  readonly version: string;
  readonly since: readonly Pack[];
  readonly added: readonly string[];
}

/** What forced moves, promised rents and early booking money rest on. */
const SAID_WRONGS = ["housesale", "national-law/expropriation-27", "national-law/sales-11", "national-law/sales-22"];
/** 地方政府债券发行年期: a parameter each. */
const BOND_TENORS = INSTALLED_PACKS.flatMap(({ parameters }) => parameters.map(({ id }) => id)).filter((id) =>
  id.startsWith("bond_tenor_"),
);

/** Other versions: what a text above has that theirs had not. */
const ADDED_SINCE: readonly Added[] = [
  {
    id: "national-law",
    version: "2026.5",
    since: INSTALLED_PACKS,
    added: COMMITTEES,
  },
  {
    id: "national-law",
    version: "2026.4",
    since: INSTALLED_PACKS,
    added: ["own_income_token", ...BOND_TENORS, ...SAID_WRONGS, ...COMMITTEES],
  },
  {
    id: "national-law",
    version: "2026.1",
    since: EARLIER,
    added: [
      "legal_reserve_rate",
      "legal_reserve_cap",
      "works_retention_max",
      "works_retention_months_max",
      "national-law/company-210",
    ],
  },
  {
    id: "national-law",
    version: "2026.2",
    since: EARLIER,
    added: ["works_retention_max", "works_retention_months_max"],
  },
];

/** Every version the program has come with. Documents may list an earlier one without its text. */
export const PUBLISHED_PACKS: readonly Pack[] = [
  ...INSTALLED_PACKS,
  ...EARLIER,
  ...ADDED_SINCE.flatMap(({ id, version, since, added }) => {
    const had = <T extends { readonly id: string }>(list: readonly T[]) =>
      list.filter((one) => !added.includes(one.id));
    const last = since.filter((pack) => pack.id === id);
    return last.map((pack) => ({
      ...pack,
      version,
      ...(pack.laws === undefined ? {} : { laws: had(pack.laws) }),
      parameters: had(pack.parameters),
      clauses: had(pack.clauses),
    }));
  }),
];
