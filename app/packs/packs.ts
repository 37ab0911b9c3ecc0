import type { ModelDocument } from "../../models/document/schema.ts";
import type { PackDifferences, ParameterDifference } from "../../models/policy/differences.ts";
import { loadPacks } from "../../models/policy/load.ts";
import type { Pack } from "../../models/policy/pack.ts";
import { INSTALLED_PACKS, PUBLISHED_PACKS } from "../../models/policy/packs.ts";
import { provenanceOf } from "../../models/policy/provenance.ts";
import { valueChange } from "../../models/policy/valueChange.ts";
import type { PackChangeView, PacksView, PackUseView } from "../contract.ts";

/** The rule packs a document uses, what each of them is, and those it could use. */
export function packsView(document: Pick<ModelDocument, "packs">): PacksView {
  const listed = new Set(document.packs.map(({ id }) => id));
  return {
    used: document.packs.map((ref) => useOf(document, ref)),
    offered: INSTALLED_PACKS.filter(({ id }) => !listed.has(id)).map(named),
  };
}

const named = ({ id, version, title, document, status }: Pack) => ({
  id,
  version,
  title,
  source: [document.issuer, document.number].filter((part) => part !== "").join(" "),
  draft: status === "draft",
});

function useOf(document: Pick<ModelDocument, "packs">, ref: ModelDocument["packs"][number]): PackUseView {
  const { id, version } = ref;
  const published = PUBLISHED_PACKS.filter((pack) => pack.id === id).map((pack) => pack.version);
  const versions = [...new Set(published)];
  const text = loadPacks(document).packs.find((pack) => pack.id === id);
  const found = provenanceOf(ref);
  const none = { versions, changes: [], clauses: 0 };
  if (text === undefined || found === undefined)
    return { id, version, title: { zh: id, en: id }, source: "", draft: false, origin: "unknown", ...none };
  const head = { ...named(text), id, version, origin: found.kind };
  if (!("differences" in found)) return { ...head, ...none };
  const against = found.kind === "earlier" ? found.installed : found.genuine.version;
  return { ...head, versions, against, ...changesOf(found.differences) };
}

function changesOf({ parameters, clausesAdded, clausesRemoved }: PackDifferences) {
  return {
    changes: parameters.flatMap(changeView),
    clauses: new Set([...clausesAdded, ...clausesRemoved].map(({ value }) => value.id)).size,
  };
}

/** What of a parameter is another value; none where only its source or wording is. */
function changeView(difference: ParameterDifference): readonly PackChangeView[] {
  const change = valueChange(difference);
  if (change === undefined) return [];
  const { label, before, after } = difference;
  const unit = (after ?? before)?.value.unit ?? "1";
  return [{ label, unit, before: change.before ?? null, after: change.after ?? null }];
}
