/**
 * Names a document may give to its parts. They become line names in formulas, so they are letters (Latin or Chinese), digits and `_`.
 * Only plain letters are accepted: a Cyrillic or full-width look-alike would make two names a reader cannot tell apart.
 */
const ID = /^[A-Za-z_\u3007\u3400-\u4dbf\u4e00-\u9fff][A-Za-z0-9_\u3007\u3400-\u4dbf\u4e00-\u9fff]{0,63}$/;

export const ID_PATTERN = ID.source;

/** Prefixes of lines the product itself provides (`phase.build`, `party.city.cash`, …). */
const SYSTEM = ["phase", "record", "param", "convention", "project", "party", "plot", "timeline", "account"];

/** Families of results (`npv.project.posttax`, `verdict.B2.margin`). Others, such as `area` and `cash`, are words a document may use too. */
const RESULTS = ["verdict", "side", "npv", "firr", "dscr", "icr", "loar", "bep"];

/** Lines of the standard tables: `stmt_plan.r1_1`. */
const STATEMENT = /^stmt_/;

/** Words of the formula language. */
const LANGUAGE = ["and", "or", "not", "in", "self", "row", "true", "false", "null", "undefined", "NaN", "Infinity"];

const RESERVED: ReadonlySet<string> = new Set([...SYSTEM, ...RESULTS, ...LANGUAGE, "prototype"]);

/** Whether a word has a meaning of its own for the language, the product or JavaScript. */
export function isReserved(word: string): boolean {
  return RESERVED.has(word) || STATEMENT.test(word) || word in Object.prototype;
}

/** Names given by mechanisms (inputs, columns), which may be reserved as ids. */
export function isName(word: string): boolean {
  return ID.test(word) && !isHostileKey(word);
}

export function isId(word: string): boolean {
  return ID.test(word) && !isReserved(word);
}

/** Whether an object key could reach into JavaScript's own objects. */
export function isHostileKey(key: string): boolean {
  return key === "prototype" || key in Object.prototype;
}
