import type { ModelDocument } from "../../models/document/schema.ts";
import type { PackDifferences, ParameterDifference } from "../../models/policy/differences.ts";
import { loadPacks } from "../../models/policy/load.ts";
import type { Pack, PackParameter } from "../../models/policy/pack.ts";
import { INSTALLED_PACKS, PUBLISHED_PACKS } from "../../models/policy/packs.ts";
import { provenanceOf } from "../../models/policy/provenance.ts";
import { valueChange } from "../../models/policy/valueChange.ts";
import type { KnownParameterView, PackChangeView, PacksView, PackUseView } from "../contract.ts";

/** The rule packs a document uses, what each of them is, and those it could use. */
export function packsView(document: Pick<ModelDocument, "packs">): PacksView {
  const listed = new Set(document.packs.map(({ id }) => id));
  return {
    used: document.packs.map((ref) => useOf(document, ref)),
    offered: INSTALLED_PACKS.filter(({ id }) => !listed.has(id)).map(named),
    known: KNOWN,
  };
}

/** Every parameter of the installed packs once, as the first of them has it. */
const KNOWN: readonly KnownParameterView[] = [
  ...new Map(
    INSTALLED_PACKS.flatMap(({ parameters }) => parameters)
      .toReversed()
      .map((parameter) => [parameter.id, knownOf(parameter)] as const),
  ).values(),
];

function knownOf({ id, label, unit, values }: PackParameter): KnownParameterView {
  const { from = "", value = "" } = values.at(-1) ?? {};
  return { id, label, unit, from, value };
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
  const versions = [...new Set(published)].toSorted((one, other) => other.localeCompare(one, "en", { numeric: true }));
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
