import { EXPECTED_NAMES } from "../../models/checks/expectations/index.ts";
import { type ModelDocument, STATUSES } from "../../models/document/schema.ts";
import { STATUS_WORDS } from "../../models/document/statusWords.ts";
import { FAMILIES, type Mechanism } from "../../models/mechanisms/define/mechanism.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { INSTALLED_PACKS } from "../../models/policy/packs.ts";
import { PARTY_ROLES } from "../../models/terms/parties.ts";
import type { Calls, MechanismView } from "../contract.ts";
import { clausesOf } from "../model/clauses.ts";
import { FieldReader } from "./fields.ts";
import { GUIDE } from "./guide.ts";
import { recordKindViews } from "./recordKinds.ts";

type DocumentPacks = Pick<ModelDocument, "packs"> & Partial<Pick<ModelDocument, "timeline">>;

/** Everything a form needs, from the mechanisms and the rule packs of the document; of all installed packs where there is none. */
export function catalogueOf(document: ModelDocument | undefined): Calls["catalogue"]["value"] {
  const packs: DocumentPacks = document ?? { packs: INSTALLED_PACKS.map(({ id, version }) => ({ id, version })) };
  const fields = new FieldReader(packs);
  return {
    mechanisms: [...mechanisms.values()].map((mechanism) => mechanismView(mechanism, packs, fields)),
    partyRoles: Object.entries(PARTY_ROLES).map(([word, label]) => ({ word, label })),
    recordKinds: recordKindViews(),
    expected: EXPECTED_NAMES.map(({ id, name }) => ({ word: id, label: name })),
    guide: GUIDE,
    statuses: STATUSES.map((word) => ({ word, label: STATUS_WORDS[word] })),
  };
}

function mechanismView(mechanism: Mechanism, packs: DocumentPacks, fields: FieldReader): MechanismView {
  const { id, family, title, summary } = mechanism;
  return {
    id,
    family,
    familyLabel: FAMILIES[family],
    title,
    summary,
    // A clause of a town whose pack the model does not use says nothing about the model.
    clauses: clausesOf(
      { document: packs },
      mechanism.clauses.filter((clause) => fields.packs.clause(clause) !== undefined),
    ),
    fields: Object.entries(mechanism.inputs).map(([name, spec]) => fields.field(name, spec, mechanism.inputs)),
  };
}
