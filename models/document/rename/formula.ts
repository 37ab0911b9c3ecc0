import { scan, type Token } from "../../language/scan.ts";

/** 改代码: what can get another id, by the list of the document it stands in. */
export const RENAMED = ["components", "customLines", "parties", "plots", "records", "timeline/phases"] as const;
export type Renamed = (typeof RENAMED)[number];

export interface Renaming {
  readonly list: Renamed;
  readonly from: string;
  readonly to: string;
}

/** The first word of the lines the product gives an item. */
const FAMILY: Readonly<Partial<Record<Renamed, string>>> = {
  parties: "party",
  plots: "plot",
  records: "record",
  "timeline/phases": "phase",
};

/** Keys of selections whose values are ids. */
const KEYS: Readonly<Record<Renamed, RegExp>> = {
  components: /^component$/,
  customLines: /^$/,
  parties: /^(payer|payee)$/,
  plots: /^plot$/,
  records: /^$/,
  "timeline/phases": /^phase$/,
};

/** Functions whose argument is an id. */
const CALLS: Readonly<Partial<Record<Renamed, string>>> = { records: "recorded", "timeline/phases": "during" };

/** Lines of the product in families whose name a component may have too. */
const PRODUCT = /^(area\.(residual|earned_twice|built|short|claimed_twice)|funding\.earning)(\.|$)/;

/** The name of a line under another id: `flats.receipt`, `party.spv.cash`, `coverage.loan`, `stmt_investor_group.total`. */
export function renamedLine(name: string, { list, from, to }: Renaming): string {
  const parts = name.split(".");
  const put = (at: number) => parts.with(at, to).join(".");
  const [first = "", second, third] = parts;
  // Tables have lines of each loan, of each payer: `stmt_debt.closing_of_loan`.
  if (/^(stmt_\w+|open)$/.test(first) && second?.endsWith(`_of_${from}`) === true)
    return parts.with(1, `${second.slice(0, -from.length)}${to}`).join(".");
  if (list === "components") {
    if (PRODUCT.test(name)) return name;
    if (first === from && parts.length > 1) return put(0);
    return first === "coverage" && second === from && parts.length === 2 ? put(1) : name;
  }
  if (list === "customLines") return name === from ? to : name;
  if (first === FAMILY[list] && second === from) return put(1);
  if (list === "plots" && name.startsWith("funding.earning.") && parts[3] === from) return put(3);
  if (list !== "parties") return name;
  if (first === "flow" && third === from) return put(2);
  if (second === "investor" && third === from) return put(2);
  return first === `stmt_investor_${from}` ? parts.with(0, `stmt_investor_${to}`).join(".") : name;
}

/** Whether a token stands where an id does: the value of a condition, the argument of a function. */
function isId(tokens: readonly Token[], at: number, { list }: Renaming): boolean {
  const before = (steps: number) => tokens[at - steps]?.text ?? "";
  if (CALLS[list] !== undefined && before(1) === "(" && before(2) === CALLS[list]) return true;
  // `payee = in(a, b)`: back over the values before it.
  let back = at - 1;
  while (tokens[back]?.text === "," && tokens[back - 1]?.type !== "mark") back -= 2;
  if (tokens[back]?.text === "(" && tokens[back - 1]?.text === "in") back -= 2;
  else back = at - 1;
  return /^(==?|!=)$/.test(tokens[back]?.text ?? "") && KEYS[list].test(tokens[back - 1]?.text ?? "");
}

/**
 * A formula that calls an item by its new id. A text that is no formula of the language, which somebody is still writing, is left as it is.
 * @param own first words of names the formula has from its own component, which stand before all others
 */
export function renamedFormula(text: string, renaming: Renaming, own: ReadonlySet<string>): string {
  let tokens: readonly Token[];
  try {
    tokens = scan(text);
  } catch {
    return text;
  }
  let result = "";
  let at = 0;
  tokens.forEach((token, index) => {
    if (token.type !== "name") return;
    const isOwn = own.has(token.text.split(".")[0] ?? "");
    const asId = token.text === renaming.from && isId(tokens, index, renaming);
    // What stands before `=` in a selection is a key, not a line.
    const next = asId ? renaming.to : isOwn ? token.text : renamedLine(token.text, renaming);
    result += text.slice(at, token.from) + next + (token.wildcard ? ".*" : "");
    at = token.to;
  });
  return result + text.slice(at);
}
