import { nearest } from "../wording/nearest.ts";
import type { Draft, DraftLine } from "./draft.ts";
import type { Expression, NamedSelection, SelectionTerm } from "./expression.ts";
import { LIMITS } from "./limits.ts";
import { type Axis, type Tag, UNKNOWN } from "./line.ts";
import { lineTerm } from "./reference.ts";
import { refuse } from "./refuse.ts";
import { columnOf } from "./scan.ts";
import { parseSelection, type Selected } from "./selection.ts";
import { hiddenLine, type Site, type Term } from "./site.ts";
import { alike, type Part } from "./typing.ts";

type SelectionExpression = Extract<Expression, { kind: "selection" }>;

/** Sums of more lines than this are computed once, in a hidden line that all users of the same selection share. */
const INLINE_LINES = 8;

/** Finds lines by role, payer, payee, component and tags. Only declared lines with a role, payer or payee can be found. */
export class Selector {
  private readonly draft: Draft;
  private readonly candidates: readonly number[];
  /** Key → value → lines, made for a key when it is first asked for. */
  private readonly postings = new Map<string, ReadonlyMap<string, readonly number[]>>();
  private readonly found = new Map<string, readonly number[]>();
  private readonly superset = new Map<string, readonly number[]>();
  private readonly members = new Map<string, readonly number[]>();
  private readonly terms = new Map<string, Term>();

  constructor(draft: Draft) {
    this.draft = draft;
    // Lines that cannot be used are found too: a total that left them out would look right and be wrong.
    this.candidates = draft.lines.flatMap(({ meta }, index) =>
      meta.role === undefined && meta.payer === undefined && meta.payee === undefined ? [] : [index],
    );
  }

  /** Lines that satisfy all conditions, in the order they were declared; `text` spells the conditions. */
  find(conditions: readonly Condition[], text: string): readonly number[] {
    return remember(this.found, text, () => {
      let narrow = this.candidates;
      for (const condition of conditions) {
        const lines = this.posted(condition);
        if (lines !== undefined && lines.length < narrow.length) narrow = lines;
      }
      this.draft.spend(narrow.length);
      return narrow.filter((index) => {
        const line = this.draft.at(index);
        return conditions.every((condition) => satisfies(tagOf(line, condition.key), condition));
      });
    });
  }

  /** Those of a selection's lines that are added up on one axis, chosen once per axis. */
  chosen(key: string, choose: () => readonly number[]): readonly number[] {
    return remember(this.members, key, choose);
  }

  /** The sum a selection stands for, made once per axis. */
  term(key: string, make: () => Term): Term {
    return remember(this.terms, key, make);
  }

  /** A superset of the lines that satisfy an equality; undefined for other conditions. */
  private posted(condition: Condition): readonly number[] | undefined {
    const anything = condition.values.some(({ text }) => text === UNKNOWN);
    if (condition.rel !== "==" || condition.unset || anything) return undefined;
    const byValue = this.postingsOf(condition.key);
    const [only, ...more] = condition.values;
    const unknown = byValue.get(UNKNOWN);
    if (only !== undefined && more.length === 0 && !only.wildcard && unknown === undefined)
      return byValue.get(only.text) ?? [];
    return remember(this.superset, describe([condition]), () => {
      const lines = condition.values.flatMap(({ text, wildcard }) =>
        wildcard
          ? [...byValue].flatMap(([value, found]) => (matchesWildcard(value, text) ? found : []))
          : (byValue.get(text) ?? []),
      );
      lines.push(...(unknown ?? []));
      return [...new Set(lines)].sort((a, b) => a - b);
    });
  }

  private postingsOf(key: string): ReadonlyMap<string, readonly number[]> {
    return remember(this.postings, key, () => {
      const byValue = new Map<string, number[]>();
      for (const index of this.candidates) {
        const value = tagOf(this.draft.at(index), key);
        if (value === undefined) continue;
        const text = canonical(value);
        const list = byValue.get(text);
        if (list === undefined) byValue.set(text, [index]);
        else list.push(index);
      }
      return byValue;
    });
  }
}

/** The value kept under a key, made the first time it is asked for. */
function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/** `plot = in(p1, unset)`: of plot p1, or of none. */
const UNSET = "unset";

/** A condition with `self` replaced by the owner's value; numbers in one spelling. */
interface Condition {
  readonly key: string;
  readonly rel: SelectionTerm["rel"];
  readonly values: readonly { readonly text: string; readonly wildcard: boolean }[];
  /** Whether lines that have no such key are meant too. */
  readonly unset: boolean;
}

/** `sum(role = …)` as a sum of the lines found, `latest(role = …)` as the largest of them; 0 where there is none. */
export function selectionTerm(site: Site, e: SelectionExpression): Term {
  const column = columnOf(e.span);
  const terms = [...e.terms, ...e.named.flatMap((named) => termsNamed(site, named))];
  const conditions = terms.flatMap((term) => resolve(site, term, column) ?? []);
  const text = describe(conditions);
  mustFind(site, terms, conditions, text);
  const key = `${e.by}:${site.axis}:${text}`;
  const chosen = site.selector.chosen(key, () => ofAxis(site, e, site.selector.find(conditions, text), text));
  if (!site.shifted && includesSorted(chosen, site.owner)) {
    refuse("selectionContainsSelf", { selection: text, line: site.draft.nameOf(site.owner) });
  }
  const limit = LIMITS.selectionLines;
  if (chosen.length > limit) refuse("selectionTooLarge", { selection: text, limit });
  return site.selector.term(key, () => (e.by === "sum" ? sumOf : latestOf)(site, e, chosen, text));
}

/** Keys that say whose a line is: what one party has none of is nothing. */
const OWNERS: ReadonlySet<string> = new Set([
  "payer",
  "payee",
  "taxpayer",
  "borrower",
  "holder",
  "crosses",
  "perimeter",
]);
/** Quantities of the plan: where nothing gives them, nobody knows how much there is. */
const QUANTITIES = /^(area|households)\./;

/** Refuses words that stand for nothing: a total without them would look right and be wrong. */
function mustFind(site: Site, terms: readonly SelectionTerm[], conditions: readonly Condition[], text: string): void {
  const { finds, literal, words = {} } = site.decl;
  if (finds === undefined) return;
  const others = conditions.filter(({ key }) => !OWNERS.has(key));
  const own = site.draft.at(site.owner).meta.tags["component"];
  const has = (conditions: readonly Condition[]): boolean =>
    site.selector
      .find(conditions, describe(conditions))
      .some((line) => literal === true || tagOf(site.draft.at(line), "component") !== own);
  for (const term of terms) {
    if (term.rel !== "==") continue;
    for (const value of term.values) {
      if (value.type !== "word" || (value.text === UNSET && !value.wildcard)) continue;
      const place = Object.hasOwn(finds, value.text) && !value.wildcard ? finds[value.text] : undefined;
      if (place === undefined && literal !== true) continue;
      const meant = place === undefined ? [value.text] : [words[value.text] ?? []].flat();
      const about = place === undefined ? [] : others.filter(({ key }) => key !== term.key);
      for (const word of meant) {
        const only = {
          key: term.key,
          rel: term.rel,
          values: [{ text: canonical(word), wildcard: value.wildcard }],
          unset: false,
        };
        if (word !== UNKNOWN && !has([...about, only])) refuseWord(site, only, about, place);
      }
    }
  }
  const sought = literal === true ? conditions : others;
  const isQuantity =
    conditions.length === others.length &&
    conditions.some(
      ({ key, values }) => key === "role" && values.length > 0 && values.every((role) => QUANTITIES.test(role.text)),
    );
  if ((literal === true || isQuantity) && site.selector.find(sought, describe(sought)).length === 0)
    refuse("selectionFindsNothing", { selection: text });
}

function refuseWord(
  site: Site,
  { key, values }: Condition,
  about: readonly Condition[],
  place: string | undefined,
): never {
  const lines = site.selector.find(about, describe(about));
  const known = new Set(lines.flatMap((line) => [tagOf(site.draft.at(line), key) ?? []].flat().map(String)));
  const word = values[0]?.wildcard === true ? `${values[0].text}.*` : (values[0]?.text ?? "");
  return refuse("wordFindsNothing", { word, key, similar: nearest(word, [...known]) }, place);
}

/** Selections list their lines in ascending order. */
function includesSorted(lines: readonly number[], line: number): boolean {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return lines[low] === line;
}

const declared = new Map<string, Selected>();

/** The conditions a mechanism declared under a name, which may name others. */
function termsNamed(site: Site, { name, span }: NamedSelection, depth = 0): readonly SelectionTerm[] {
  const { selections } = site.decl;
  const text = selections !== undefined && Object.hasOwn(selections, name) ? selections[name] : undefined;
  if (text === undefined) {
    return refuse("selectionName", {
      name,
      column: columnOf(span),
      similar: nearest(name, Object.keys(selections ?? {})),
    });
  }
  if (depth > 8) throw new Error(`selection ${name} of ${site.draft.nameOf(site.owner).id} names itself`);
  const selected = remember(declared, text, () => parseSelection(text));
  return [...selected.terms, ...selected.named.flatMap((inner) => termsNamed(site, { ...inner, span }, depth + 1))];
}

/** The condition with its values; undefined where a value is an optional word that was not entered. */
function resolve(site: Site, term: SelectionTerm, column: number): Condition | undefined {
  const own = (): string => {
    const value = tagOf(site.draft.at(site.owner), term.key);
    return value === undefined ? refuse("selectionSelf", { key: term.key, column }) : canonical(value);
  };
  const { words } = site.decl;
  const values: Condition["values"][number][] = [];
  let unset = false;
  for (const value of term.values) {
    if (value.type === "word" && value.text === UNSET && !value.wildcard) unset = true;
    else if (value.type === "self") values.push({ text: own(), wildcard: false });
    else if (value.type === "number") values.push({ text: String(Number(value.text)), wildcard: false });
    else if (words !== undefined && !value.wildcard && Object.hasOwn(words, value.text)) {
      const word = words[value.text] ?? [];
      if (word.length === 0) return undefined;
      for (const text of [word].flat()) values.push({ text: canonical(text), wildcard: false });
    } else values.push({ text: value.text, wildcard: value.wildcard });
  }
  return { key: term.key, rel: term.rel, values, unset };
}

/**
 * Lines that can be added up on the site's axis: scalar ones in a scalar formula, yearly ones in a yearly formula, period and yearly
 * ones in a period formula. Finding lines of other axes only is an error rather than 0. The largest of single values is one everywhere.
 */
function ofAxis(site: Site, { by }: SelectionExpression, found: readonly number[], text: string): readonly number[] {
  const axisOf = (index: number): Axis => site.draft.at(index).meta.axis;
  const fits = (axis: Axis): boolean =>
    axis === site.axis || (site.axis === "period" && axis === "year") || (by === "latest" && axis === "scalar");
  // What nobody knows stands on every axis, once on each.
  const isUnread = (index: number): boolean => Object.hasOwn(site.draft.at(index).meta.tags, UNKNOWN);
  const matches = found.filter((index) => !isUnread(index) || axisOf(index) === site.axis);
  const chosen = matches.filter((index) => fits(axisOf(index)));
  const periods = site.axis === "year" ? matches.filter((index) => axisOf(index) === "period") : [];
  const example = periods[0] ?? (chosen.length === 0 ? matches[0] : undefined);
  if (example !== undefined) {
    refuse("selectionOtherAxis", { selection: text, example: site.draft.nameOf(example), wanted: site.axis });
  }
  return chosen;
}

function sumOf(site: Site, e: SelectionExpression, lines: readonly number[], text: string): Term {
  return gathered(site, e, lines, text, "add");
}

/** A line that is switched off is 0, so that what remains of a plan decides. */
function latestOf(site: Site, e: SelectionExpression, lines: readonly number[], text: string): Term {
  return { ...gathered(site, e, lines, `latest${text.slice("sum".length)}`, "max"), flow: false };
}

function gathered(site: Site, e: SelectionExpression, lines: readonly number[], text: string, op: "add" | "max"): Term {
  const { draft } = site;
  if (lines.length === 0) return { node: draft.nodes.zero, unit: undefined, scalar: true, flow: op === "add" };
  const column = columnOf(e.span);
  const parts: Part[] = lines.map((line) => ({ expression: e, term: lineTerm(site, line, column) }));
  refuseMixedUnits(site, lines, parts, text);
  const whole = alike(site, e, parts, (args) => draft.nodes.many(op, args));
  if (lines.length <= INLINE_LINES) return whole;
  const kind = whole.flow ? "flow" : "stock";
  const index = hiddenLine(site, { key: `sum:${text}`, unit: whole.unit, kind, formula: text }, () => whole.node);
  draft.at(index).holds = whole.node;
  return { ...whole, node: draft.nodes.read("line", index) };
}

function refuseMixedUnits(site: Site, lines: readonly number[], parts: readonly Part[], text: string): void {
  const first = parts.findIndex((part) => part.term.unit !== undefined);
  const unit = parts[first]?.term.unit;
  const other = parts.findIndex((part) => part.term.unit !== undefined && part.term.unit.text !== unit?.text);
  const otherUnit = parts[other]?.term.unit;
  if (unit === undefined || otherUnit === undefined) return;
  const idOf = (at: number): string => site.draft.nameOf(lines[at] ?? 0).id;
  refuse("unitDiffers", {
    left: idOf(first),
    right: idOf(other),
    leftUnit: unit.text,
    rightUnit: otherUnit.text,
    text,
  });
}

function tagOf(line: DraftLine, key: string): Tag | undefined {
  const { meta } = line;
  if (key === "role") return meta.role;
  if (key === "payer") return meta.payer;
  if (key === "payee") return meta.payee;
  if (Object.hasOwn(meta.tags, key)) return meta.tags[key];
  if (Object.hasOwn(meta.tags, UNKNOWN)) return UNKNOWN;
  return key === "component" ? meta.id.split(".", 1)[0] : undefined;
}

function canonical(value: Tag): string {
  return typeof value === "number" ? String(value) : /^\d+(\.\d+)?$/.test(value) ? String(Number(value)) : value;
}

/** `cost.*` finds `cost.works` and `cost.works.civil`, not `cost` and not `costs`. */
function matchesWildcard(text: string, prefix: string): boolean {
  return text.startsWith(prefix) && text[prefix.length] === ".";
}

/** A line without the key satisfies `!=`, and `=` where `unset` is among the values. */
function satisfies(value: Tag | undefined, condition: Condition): boolean {
  if (value === undefined) return condition.rel === "!=" ? !condition.unset : condition.rel === "==" && condition.unset;
  const text = canonical(value);
  if (text === UNKNOWN || condition.values.some((wanted) => wanted.text === UNKNOWN)) return true;
  if (condition.rel === "==" || condition.rel === "!=") {
    const equal = condition.values.some((wanted) =>
      wanted.wildcard ? matchesWildcard(text, wanted.text) : wanted.text === text,
    );
    return equal === (condition.rel === "==");
  }
  const bound = Number(condition.values[0]?.text);
  const number = Number(text);
  switch (condition.rel) {
    case "<":
      return number < bound;
    case "<=":
      return number <= bound;
    case ">":
      return number > bound;
    case ">=":
      return number >= bound;
  }
}

/** The selection as text, `self` resolved: equal texts find equal lines. */
function describe(conditions: readonly Condition[]): string {
  const text = conditions.map(({ key, rel, values, unset }) => {
    const words = [
      ...values.map((value) => (value.wildcard ? `${value.text}.*` : value.text)),
      ...(unset ? [UNSET] : []),
    ];
    const [only] = words;
    return `${key} ${rel === "==" ? "=" : rel} ${words.length === 1 ? only : `in(${words.join(", ")})`}`;
  });
  return `sum(${text.join(", ")})`;
}
