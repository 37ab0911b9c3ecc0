import type { Pack } from "./pack.ts";
import civilCode from "./packs/civil-code.json" with { type: "json" };
import hangzhouProperty from "./packs/hangzhou-property.json" with { type: "json" };
import jinhua2020 from "./packs/jinhua-2020.json" with { type: "json" };
import landAdministration from "./packs/land-administration.json" with { type: "json" };
import nationalLaw from "./packs/national-law.json" with { type: "json" };
import taizhou2023Draft from "./packs/taizhou-2023-draft.json" with { type: "json" };
import taizhouProperty from "./packs/taizhou-property.json" with { type: "json" };
import zhejiang from "./packs/zhejiang.json" with { type: "json" };
import zhejiangExpropriation from "./packs/zhejiang-expropriation.json" with { type: "json" };
import { readPack } from "./read.ts";

/** Rule packs that come with the program: one file per document. A mistake in one is a mistake in the program. */
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
].map((file) => readPack(file));

/** Versions published before: what today's text has that theirs had not. */
const ADDED_SINCE = [
  {
    id: "national-law",
    version: "2026.1",
    added: [
      "legal_reserve_rate",
      "legal_reserve_cap",
      "works_retention_max",
      "works_retention_months_max",
      "national-law/company-210",
    ],
  },
  { id: "national-law", version: "2026.2", added: ["works_retention_max", "works_retention_months_max"] },
];

/** Every version the program has come with. Documents may list an earlier one without its text. */
export const PUBLISHED_PACKS: readonly Pack[] = [
  ...INSTALLED_PACKS,
  ...ADDED_SINCE.flatMap(({ id, version, added }) => {
    const had = <T extends { readonly id: string }>(list: readonly T[]) =>
      list.filter((one) => !added.includes(one.id));
    const today = INSTALLED_PACKS.filter((pack) => pack.id === id);
    return today.map((pack) => ({ ...pack, version, parameters: had(pack.parameters), clauses: had(pack.clauses) }));
  }),
];
