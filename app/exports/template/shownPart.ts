import type { ModelDocument } from "../../../models/document/schema.ts";
import { CONVENTIONS } from "./projectGrid.ts";

/** Of a document, as a scenario sees it, what the sheets of a template show and no more: the tender, bids, notes and reviews stay behind. */
export function shownPart(shown: ModelDocument): ModelDocument {
  const { format, version, project, plots, timeline, conventions, packs, parties, components, records } = shown;
  const isShown = ([name]: readonly [string, unknown]) => Object.hasOwn(CONVENTIONS, name);
  return {
    format,
    version,
    project,
    plots,
    timeline,
    conventions: Object.fromEntries(Object.entries(conventions).filter(isShown)),
    packs,
    parties: parties.map(({ id, label, role, inProject, openingCash }) => ({
      id,
      label,
      role,
      ...(inProject === undefined ? {} : { inProject }),
      ...(openingCash === undefined ? {} : { openingCash }),
    })),
    components: components.map(({ note: _, evidence, ...component }) => ({
      ...component,
      ...(evidence === undefined ? {} : { evidence: Object.fromEntries(Object.entries(evidence).map(named)) }),
    })),
    records: records.map(({ id, label, date, kind }) => ({ id, label, date, ...(kind === undefined ? {} : { kind }) })),
    customLines: [],
    scenarios: [],
    uncertainty: [],
    targets: [],
    bids: [],
  };
}

type Source = NonNullable<ModelDocument["components"][number]["evidence"]>[string];

/** A source by the name its cell shows. */
const named = ([input, source]: readonly [string, Source]): readonly [string, Source] => [
  input,
  "assumed" in source ? source : { document: source.document },
];
