import { documentProblem, suggestion } from "../wording/document.ts";
import type { Problem } from "../wording/problem.ts";
import type { Pack, PackClause, PackParameter } from "./pack.ts";
import { INSTALLED_PACKS, PUBLISHED_PACKS } from "./packs.ts";

/** Rule packs of one document, in its order; where two have the same parameter the first listed wins (the local pack before the national one). */
export interface LoadedPacks {
  readonly packs: readonly Pack[];
  readonly problems: readonly Problem[];
  parameter(id: string): PackParameter | undefined;
  /** Which pack a parameter comes from. */
  packOf(parameterId: string): Pack | undefined;
  clause(id: string): PackClause | undefined;
  /** What stands in for an input that must have a value where no listed pack has one: the national rule, that of Zhejiang, a default. */
  base(id: string): PackedParameter | undefined;
}

export interface PackedParameter {
  readonly pack: Pack;
  readonly parameter: PackParameter;
}

/** A pack as a document lists it, with its text where the file carries it. */
export interface PackRef {
  readonly id: string;
  readonly version: string;
  readonly text?: Pack | undefined;
}

/** What holds whichever packs a document lists, unless one of them says otherwise. */
const standing: ReadonlyMap<string, PackedParameter> = new Map(
  INSTALLED_PACKS.flatMap((pack) =>
    pack.parameters.flatMap((parameter) =>
      parameter.standing === true ? [[parameter.id, { pack, parameter }] as const] : [],
    ),
  ),
);

/** The base under every file: national packs before the province before the defaults. */
const base: ReadonlyMap<string, PackedParameter> = new Map(
  (["default", "province", "national"] as const).flatMap((level) =>
    INSTALLED_PACKS.filter(({ area }) => area?.level === level).flatMap((pack) =>
      pack.parameters.map((parameter) => [parameter.id, { pack, parameter }] as const),
    ),
  ),
);

/** Parameters the base has. */
export const BASE_PARAMETERS: readonly string[] = [...base.keys()];

/** Clauses by what earlier versions of their packs called them: a file that carries an earlier text is judged by it. */
export const FORMER_CLAUSES: ReadonlyMap<string, readonly string[]> = new Map(
  INSTALLED_PACKS.flatMap(({ clauses }) =>
    clauses.flatMap(({ id, former }) => (former === undefined ? [] : [[id, former] as const])),
  ),
);

interface Lists {
  readonly packs: readonly PackRef[];
}

/** Lists of packs do not change: each is looked through once, however often a document is read or patched. */
const loaded = new WeakMap<readonly PackRef[], LoadedPacks>();

/** Finds the packs a document lists: the text it carries, otherwise the installed one of that version. */
export function loadPacks(document: Lists, installed: readonly Pack[] = PUBLISHED_PACKS): LoadedPacks {
  const known = installed === PUBLISHED_PACKS ? loaded.get(document.packs) : undefined;
  const packs = known ?? load(document, installed);
  if (installed === PUBLISHED_PACKS) loaded.set(document.packs, packs);
  return packs;
}

function load(document: Lists, installed: readonly Pack[]): LoadedPacks {
  const problems: Problem[] = [];
  const packs = document.packs.flatMap((ref) => {
    const found = findPack(ref, installed);
    if ("code" in found) {
      problems.push(found);
      return [];
    }
    return [found];
  });
  const parameters = new Map<string, PackedParameter>();
  const clauses = new Map<string, PackClause>();
  for (const pack of packs) {
    for (const parameter of pack.parameters)
      if (!parameters.has(parameter.id)) parameters.set(parameter.id, { pack, parameter });
    for (const clause of pack.clauses) clauses.set(clause.id, clause);
  }
  for (const [id, former] of FORMER_CLAUSES) {
    const found = former.map((name) => clauses.get(name)).find((clause) => clause !== undefined);
    if (!clauses.has(id) && found !== undefined) clauses.set(id, found);
  }
  return {
    packs,
    problems,
    parameter: (id) => (parameters.get(id) ?? standing.get(id))?.parameter,
    packOf: (id) => (parameters.get(id) ?? standing.get(id))?.pack,
    clause: (id) => clauses.get(id),
    base: (id) => base.get(id),
  };
}

function findPack(ref: PackRef, installed: readonly Pack[]): Pack | Problem {
  const path = `packs/${ref.id}`;
  if (ref.text !== undefined) {
    if (ref.text.id === ref.id && ref.text.version === ref.version) return ref.text;
    return documentProblem("document.pack_mismatch", path, {
      id: ref.id,
      version: ref.version,
      found: `${ref.text.id} ${ref.text.version}`,
    });
  }
  const ours = installed.filter(({ id }) => id === ref.id);
  const exact = ours.find(({ version }) => version === ref.version);
  if (exact !== undefined) return exact;
  if (ours.length > 0)
    return documentProblem("document.pack_version", path, {
      id: ref.id,
      version: ref.version,
      known: ours.map(({ version }) => version).join(", "),
    });
  return documentProblem("document.pack_unknown", path, {
    id: ref.id,
    suggestion: suggestion(
      ref.id,
      installed.map(({ id }) => id),
    ),
  });
}

/** The document with the full text of every pack it uses, as saved files carry it. */
export function embedPacks<D extends Lists>(document: D, installed: readonly Pack[] = PUBLISHED_PACKS): D {
  const packs = document.packs.map((ref) => {
    const found = findPack(ref, installed);
    return "code" in found ? ref : { ...ref, text: found };
  });
  return { ...document, packs };
}
