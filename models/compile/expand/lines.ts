import type { ReadComponent } from "../../document/component.ts";
import type { ModelDocument } from "../../document/schema.ts";
import type { FormulaDecl, Posting, Tag } from "../../language/line.ts";
import type { Component } from "../../mechanisms/define/component.ts";
import type { LineSpec } from "../../mechanisms/define/lines.ts";
import type { Mechanism } from "../../mechanisms/define/mechanism.ts";
import type { ColumnSpec, InputSpec } from "../../terms/inputs.ts";
import type { Problem } from "../../wording/problem.ts";
import type { Text } from "../../wording/text.ts";
import { cashSides, postingTags } from "./cash.ts";
import { ComponentNames, isSource, type Names, suffix } from "./names.ts";
import { onlyPlot } from "./plots.ts";
import { possibilities } from "./possible.ts";

export interface ComponentLines {
  readonly lines: readonly FormulaDecl[];
  readonly problems: readonly Problem[];
}

/** Writes out the lines of one component; where its inputs do not tell which it has, all that it may have, none of them usable. */
export function componentLines(
  component: ReadComponent<Mechanism>,
  document: ModelDocument,
  guards: readonly string[],
): ComponentLines {
  const problems: Problem[] = [];
  const lines = possibilities(component, document.project.type).flatMap(({ read, view, specs, added }, possibility) => {
    if (possibility === 0) checkNames(read, specs);
    const names = new ComponentNames(read, view.component, specs, document);
    // Asking for a party that was left out although a line needs it says so.
    const sides = added.map(
      (spec): Sides => [partyOf(spec.from, spec, view.component), partyOf(spec.to, spec, view.component)],
    );
    const owner: Owner = { read, document, guards, structure: read.structure ?? view.missing[0] };
    // What a guess at the structure would need is not known to be missing.
    if (read.structure === undefined) problems.push(...view.missing);
    return added.map((spec, index) => {
      const line = toDecl(owner, spec, sides[index] ?? [], names.of(spec));
      if (line.problem !== undefined && line.problem !== owner.structure) problems.push(line.problem);
      return possibility === 0 ? line : { ...line, id: `${line.id}_or_${possibility}` };
    });
  });
  return { lines, problems };
}

type Sides = readonly [payer?: string | undefined, payee?: string | undefined];

interface Owner {
  readonly read: ReadComponent<Mechanism>;
  readonly document: ModelDocument;
  readonly guards: readonly string[];
  /** Why none of the component's lines can be trusted. */
  readonly structure: Problem | undefined;
}

/** A mechanism that names two things alike is a mistake in the program, not in the document. */
function checkNames({ mechanism }: ReadComponent<Mechanism>, specs: readonly LineSpec[]): void {
  const inputs = Object.keys(mechanism.inputs);
  if (inputs.includes("enabled"))
    throw new Error(`mechanism ${mechanism.id}: "enabled" is every component's own input`);
  const seen = new Set<string>();
  for (const spec of specs) {
    const name = suffix(spec);
    if (seen.has(name)) throw new Error(`mechanism ${mechanism.id} writes line ${name} twice`);
    const table = mechanism.inputs[spec.row?.table ?? ""];
    if (
      inputs.includes(spec.name) ||
      spec.name === "enabled" ||
      (table?.type === "table" && spec.name in table.columns)
    )
      throw new Error(`mechanism ${mechanism.id}: ${spec.name} is an input and a line`);
    seen.add(name);
  }
}

function toDecl(owner: Owner, spec: LineSpec, [payer, payee]: Sides, names: Names): FormulaDecl {
  const { read, document } = owner;
  const { row } = spec;
  const id = `${read.spec.id}.${suffix(spec)}`;
  const cash = cashSides({ id, payer, payee, path: `components/${read.spec.id}` }, document);
  const problem = owner.structure ?? cash.problem;
  const tags: Record<string, Tag> = {
    component: read.spec.id,
    mechanism: read.mechanism.id,
    ...(row === undefined ? {} : { row: row.id }),
    ...spec.tags,
    ...wordTags(spec, names, read, document),
    ...cash.tags,
  };
  return {
    source: "formula",
    id,
    label: labelOf(spec),
    unit: spec.unit,
    kind: spec.kind,
    axis: spec.axis,
    tags: { ...tags, ...postingTags({ role: spec.role, posts: spec.posts, tags }, document) },
    clauses: spec.clauses ?? [],
    path: `components/${read.spec.id}`,
    formula: spec.formula.replace(/\s+/g, " "),
    ...names,
    ...(spec.role === undefined ? {} : { role: spec.role }),
    ...cash.sides,
    ...(spec.posts === undefined ? {} : { posts: spec.posts satisfies Posting }),
    ...(spec.convention === undefined ? {} : { convention: spec.convention }),
    ...(spec.across === undefined ? {} : { across: spec.across }),
    ...(spec.opening === undefined ? {} : { opening: spec.opening }),
    ...(spec.gated ? { gate: `${read.spec.id}.enabled` } : {}),
    ...(spec.gated && owner.guards.length > 0 ? { guards: owner.guards } : {}),
    ...(read.mechanism.mayFindNothing?.includes(spec.name) === true ? {} : { finds: findsOf(read, names) }),
    ...(problem === undefined ? {} : { problem }),
  };
}

/** Lines repeated over a list are told apart by the label of their member, those of a table by the row's id. */
function labelOf({ label, row }: LineSpec): Text {
  if (row === undefined) return label;
  const member = row.label;
  return member === undefined
    ? { zh: `${label.zh} · ${row.id}`, en: `${label.en} · ${row.id}` }
    : { zh: `${member.zh}:${label.zh}`, en: `${member.en}: ${label.en}` };
}

/** The party of an input, or of a row's column written `row.COLUMN`. */
function partyOf(name: string | undefined, { row }: LineSpec, component: Component): string | undefined {
  if (name === undefined) return undefined;
  return row !== undefined && isSource(row) && name.startsWith("row.") ? row.word(name.slice(4)) : component.word(name);
}

/** Places of the words that must find something: those that link components by a name. */
function findsOf({ spec, mechanism }: ReadComponent<Mechanism>, { words }: Names): Readonly<Record<string, string>> {
  const places: Record<string, string> = {};
  const links = ({ type }: InputSpec | ColumnSpec): boolean => type === "word";
  for (const [name, input] of Object.entries(mechanism.inputs)) {
    const path = `components/${spec.id}/inputs/${name}`;
    if (links(input)) places[name] = path;
    if (input.type !== "table") continue;
    for (const [column, cell] of Object.entries(input.columns))
      if (links(cell)) for (const before of [name, "row"]) places[`${before}.${column}`] ??= path;
  }
  return Object.fromEntries(Object.entries(places).filter(([name]) => Object.hasOwn(words, name)));
}

/** The word a mechanism means by the name of an input; a name that is none is a mistake in the program. */
function wordOf(
  name: string | undefined,
  { words }: Names,
  { mechanism }: ReadComponent<Mechanism>,
): string | undefined {
  if (name === undefined) return undefined;
  const word = words[name];
  if (word === undefined || Array.isArray(word)) throw new Error(`mechanism ${mechanism.id} has no word input ${name}`);
  return (word as string | null) ?? undefined;
}

function wordTags(
  { words }: LineSpec,
  names: Names,
  read: ReadComponent<Mechanism>,
  document: ModelDocument,
): Record<string, Tag> {
  const tags: Record<string, Tag> = {};
  for (const [key, name] of Object.entries(words ?? {})) {
    const input = read.mechanism.inputs[name];
    const word = wordOf(name, names, read) ?? (input === undefined ? undefined : onlyPlot(input, document));
    if (word !== undefined) tags[key] = word;
  }
  return tags;
}
