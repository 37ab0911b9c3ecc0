import type { Expression, SelectionTerm } from "../../models/language/expression.ts";
import type { FormulaDecl, LineDecl, OwnerKind } from "../../models/language/line.ts";
import { partsOf } from "../../models/language/outline.ts";
import { parseFormula } from "../../models/language/parse.ts";
import { parseSelection } from "../../models/language/selection.ts";

/** A share whose part and whole belong to different owners: it moves with what has nothing to do with it. */
export interface UnlikeShare {
  readonly line: string;
  readonly kind: OwnerKind;
  readonly share: string;
  readonly part: string;
  readonly whole: string;
  /** Why it is meant so, where its line says that it is. */
  readonly meant: string | undefined;
}

const KINDS: Readonly<Record<string, OwnerKind>> = {
  payer: "party",
  payee: "party",
  taxpayer: "party",
  borrower: "party",
  holder: "party",
  recipient: "party",
  investor: "party",
  product: "product",
  plot: "plot",
  component: "component",
};
const OWNERS: readonly OwnerKind[] = ["party", "product", "plot", "component"];

/** Functions whose result is an amount of their first argument. */
const OF_FIRST = new Set([
  "prev",
  "lag",
  "running",
  "total",
  "yearly",
  "ytd",
  "window",
  "convolve",
  "at",
  "exvat",
  "withvat",
  "years",
  "basis",
]);

/** Owners of one selection by kind: `""` where it does not ask. */
type Owners = Readonly<Record<OwnerKind, string>>;

/** Every share of the formulas whose two selections filter by different owners. */
export function unlikeShares(decls: readonly LineDecl[]): readonly UnlikeShare[] {
  const reader = new Reader(decls);
  return decls.flatMap((decl) => (decl.source === "formula" ? reader.unlike(decl) : []));
}

class Reader {
  readonly #byId: ReadonlyMap<string, LineDecl>;
  readonly #known = new Map<string, readonly Owners[]>();

  constructor(decls: readonly LineDecl[]) {
    this.#byId = new Map(decls.map((decl) => [decl.id, decl]));
  }

  unlike(decl: FormulaDecl): readonly UnlikeShare[] {
    return sharesIn(parseFormula(decl.formula)).flatMap(({ part, whole, at }) => {
      const above = this.#owners(decl, part);
      const below = this.#owners(decl, whole);
      if (above.length === 0 || below.length === 0) return [];
      return OWNERS.flatMap((kind) => {
        const [a, b] = [above, below].map((all) =>
          [...new Set(all.map((owners) => owners[kind]))].toSorted().join(" | "),
        );
        if (a === b) return [];
        return [
          {
            line: decl.id,
            kind,
            share: decl.formula.slice(at.span.from, at.span.to),
            part: a || "any",
            whole: b || "any",
            meant: decl.across?.[kind],
          },
        ];
      });
    });
  }

  /** Owners of the selections an amount adds up; a share within it is a number, and what is limited or chosen is no longer theirs alone. */
  #owners(decl: FormulaDecl, e: Expression): readonly Owners[] {
    switch (e.kind) {
      case "selection":
        return [ownersOf(decl, [...e.terms, ...e.named.flatMap(({ name }) => termsNamed(decl, name))])];
      case "name":
        return this.#ofLine(lineOf(decl, e.name));
      case "prefix":
        return this.#owners(decl, e.a);
      case "binary":
        if (e.op === "^") return [];
        if (e.op !== "/") return [...this.#owners(decl, e.a), ...this.#owners(decl, e.b)];
        return this.#owners(decl, e.b).length === 0 ? this.#owners(decl, e.a) : [];
      case "call":
        if (e.fn === "sumrows") return this.#ofRows(decl, e.args);
        return OF_FIRST.has(e.fn) && e.args[0] !== undefined ? this.#owners(decl, e.args[0]) : [];
      default:
        return [];
    }
  }

  #ofLine(id: string): readonly Owners[] {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    // Set before descending: a line that reads itself adds nothing to its own owners.
    this.#known.set(id, []);
    const decl = this.#byId.get(id);
    const owners = decl?.source === "formula" ? this.#owners(decl, parseFormula(decl.formula)) : [];
    this.#known.set(id, owners);
    return owners;
  }

  #ofRows(decl: FormulaDecl, [table, expression]: readonly Expression[]): readonly Owners[] {
    const shape = table?.kind === "name" ? decl.tables?.[table.name] : undefined;
    if (shape === undefined || expression === undefined) return [];
    return shape.rows.flatMap((row) => {
      const before = `${shape.item ?? "row"}.`;
      const scope = Object.fromEntries(
        Object.entries(decl.scope).map(([name, id]) => [before + name, `${id}.${row}`] as const),
      );
      return this.#owners({ ...decl, scope: { ...decl.scope, ...scope } }, expression);
    });
  }
}

const lineOf = ({ scope }: FormulaDecl, name: string): string =>
  Object.hasOwn(scope, name) ? (scope[name] ?? name) : name;

function termsNamed(decl: FormulaDecl, name: string): readonly SelectionTerm[] {
  const text = decl.selections?.[name];
  if (text === undefined) throw new Error(`${decl.id}: no selection ${name}`);
  const { terms, named } = parseSelection(text);
  return [...terms, ...named.flatMap((inner) => termsNamed(decl, inner.name))];
}

function ownersOf(decl: FormulaDecl, terms: readonly SelectionTerm[]): Owners {
  const found: Record<OwnerKind, string[]> = { party: [], product: [], plot: [], component: [] };
  for (const term of terms) {
    const kind = KINDS[term.key];
    if (kind === undefined) continue;
    const values = term.values.flatMap((value) => {
      if (value.type === "self") return [ownTag(decl, term.key)];
      const word = value.type === "word" ? decl.words?.[value.text] : undefined;
      return word === null ? [] : [word ?? value.text].flat();
    });
    const asked = values.filter((value) => value !== "unset").toSorted();
    if (asked.length > 0) found[kind].push(`${term.rel === "!=" ? "not " : ""}${asked.join(", ")}`);
  }
  const text = (kind: OwnerKind) => [...new Set(found[kind])].toSorted().join(" and ");
  return { party: text("party"), product: text("product"), plot: text("plot"), component: text("component") };
}

function ownTag({ id, payer, payee, tags }: FormulaDecl, key: string): string {
  if (key === "payer" || key === "payee") return (key === "payer" ? payer : payee) ?? "";
  return String(tags[key] ?? (key === "component" ? id.split(".", 1)[0] : ""));
}

/** `a / b` and `share(a, b)`, wherever they stand; dividing by a number only changes the unit. */
function sharesIn(
  root: Expression,
): readonly { readonly part: Expression; readonly whole: Expression; readonly at: Expression }[] {
  const found: { part: Expression; whole: Expression; at: Expression }[] = [];
  const visit = (e: Expression): void => {
    if (e.kind === "binary" && e.op === "/" && e.b.kind !== "number") found.push({ part: e.a, whole: e.b, at: e });
    if (e.kind === "call" && e.fn === "share" && e.args[0] !== undefined && e.args[1] !== undefined)
      found.push({ part: e.args[0], whole: e.args[1], at: e });
    for (const inside of partsOf(e)) visit(inside);
  };
  visit(root);
  return found;
}
