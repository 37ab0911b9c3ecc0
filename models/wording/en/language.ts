import type { AxisWord, LanguageWording, LineName } from "../language.ts";

const axisWords: Readonly<Record<AxisWord, string>> = { period: "period", year: "yearly", scalar: "scalar" };

const didYouMean = (similar: string | undefined): { hint?: string } =>
  similar === undefined ? {} : { hint: `Did you mean “${similar}”?` };

/** A circle of lines, the first named again at its end; the middle of a long one is left out. */
const chain = (lines: readonly LineName[], name: (line: LineName) => string): string => {
  const shown = lines.length <= 12 ? lines.map(name) : [...lines.slice(0, 11).map(name), `… (${lines.length} lines)`];
  return [...shown, ...lines.slice(0, 1).map(name)].join(" → ");
};

/** Keys of selections as a reader of a form knows them. */
const KEYS: Readonly<Record<string, string>> = {
  role: "the category",
  pool: "the kind of area",
  product: "the product",
  plot: "the plot",
  component: "the component",
  taxpayer: "the taxpayer",
};

/** Problems of the formula language in English. */
export const languageEn: LanguageWording = {
  tooLong: (a) => ({
    message: `The formula has ${a.length} characters; at most ${a.limit} are allowed.`,
    hint: "Split it over several lines.",
  }),
  tooDeep: (a) => ({
    message: `Column ${a.column}: more than ${a.limit} levels of nesting.`,
    hint: "Split the formula over several lines.",
  }),
  tooManyNodes: (a) => ({
    message: `The formula has more than ${a.limit} parts.`,
    hint: "Split it over several lines.",
  }),
  empty: () => ({ message: "The formula is empty." }),
  character: (a) => ({
    message: `Column ${a.column}: the character ${a.shown} has no place in a formula.`,
    ...(a.instead === undefined ? {} : { hint: `Write ${a.instead}` }),
  }),
  percent: (a) => ({
    message: `Column ${a.column}: “%” is not allowed, because it is read differently from place to place.`,
    hint: "Write 0.05 for 5 percent.",
  }),
  number: (a) => ({
    message: `Column ${a.column}: “${a.text}” is not a number.`,
    hint: "Write decimal numbers such as 0.25, 12 or 1.5e6.",
  }),
  numberRange: (a) => ({
    message: `Column ${a.column}: the number “${a.text}” is too long, or its exponent exceeds ±${a.exponent}.`,
  }),
  nameTooLong: (a) => ({ message: `Column ${a.column}: a name of more than ${a.limit} characters.` }),
  danglingDot: (a) => ({
    message: `Column ${a.column}: a dot must stand inside a name or a number.`,
    hint: "Names are written component.line, numbers 0.5.",
  }),
  wildcard: (a) => ({
    message: `Column ${a.column}: “${a.text}” may stand only inside a selection.`,
    hint: `Write sum(role = ${a.text})`,
  }),
  equalsSign: (a) => ({
    message: `Column ${a.column}: a single “=” may stand only inside sum(…); nothing can be assigned.`,
    hint: "Compare with ==",
  }),
  syntax: (a) => ({ message: `Column ${a.column}: the formula cannot be read here, near “${a.near}”.` }),
  unclosed: (a) => ({ message: `Column ${a.column}: “${a.mark}” is not followed by its “${a.by}”.` }),
  unopened: (a) => ({ message: `Column ${a.column}: “${a.mark}” without “${a.opener}” before it.` }),
  implicitProduct: (a) => ({
    message: `Column ${a.column}: an operator is missing in “${a.text}”.`,
    hint: "Write the multiplication sign: a * b",
  }),
  unitWord: (a) => ({
    message: `Column ${a.column}: “${a.word}” after the number ${a.number} is not a unit.`,
    hint: `Write ${a.number} * ${a.word} for a product; units are CNY, m2, household, person, mo (month), a (year), d (day), space, kWh, unit.`,
  }),
  orAmbiguous: (a) => ({
    message: `Column ${a.column}: in “${a.text}” the word “or” may give a default to an optional input or join two conditions.`,
    hint: "Write x or 0 for a default, (x or 0) or condition for either of two conditions.",
  }),
  orLoose: (a) => ({
    message: `Column ${a.column}: “or” binds looser than all else, so “${a.text}” gives no default to ${a.name}.`,
    hint: `Put the default in parentheses: (${a.name} or …)`,
  }),
  notAmbiguous: (a) => ({
    message: `Column ${a.column}: “not” next to a comparison can be read in two ways.`,
    hint: "Write not (a > b)",
  }),
  chainOperand: (a) => ({
    message: `Column ${a.column}: between two comparisons only a name or a number may stand, not “${a.text}”.`,
    hint: "Write a < b and b < c",
  }),
  construct: (a) => ({ message: `Column ${a.column}: “${a.text}” is not part of the formula language.` }),
  unknownFunction: (a) => ({
    message: `Column ${a.column}: there is no function “${a.name}”.`,
    ...didYouMean(a.similar),
  }),
  arity: (a) => ({
    message: `Column ${a.column}: ${a.name} takes ${a.min === a.max ? a.min : `${a.min} to ${a.max}`} argument(s), not ${a.given}.`,
  }),
  nameExpected: (a) => ({ message: `Column ${a.column}: ${a.name}(…) needs a plain name here.` }),
  selectionSyntax: (a) => ({
    message: `Column ${a.column}: the selection cannot be read.`,
    hint: "Write conditions separated by commas: sum(role = revenue.*, payee = spv, component != self)",
  }),
  selectionNumber: (a) => ({
    message: `Column ${a.column}: the condition on “${a.key}” compares by size and needs a number.`,
  }),
  wordFindsNothing: (a) => ({
    message: `“${a.word}” finds nothing: no line it could mean has ${KEYS[a.key] ?? a.key} “${a.word}”, and that is not zero.`,
    hint: a.similar === undefined ? "Check the name, or add what it stands for" : `Did you mean “${a.similar}”?`,
    subject: `what “${a.word}” stands for`,
  }),
  selectionFindsNothing: (a) => ({
    message: "The area or households it refers to are not in the file, and that is not zero.",
    hint: `Add what it needs, such as an area balance, or enter a sum or the quantity itself. What it selects: ${a.selection}`,
    subject: "the area or households it refers to",
  }),
  selectionName: (a) => ({
    message: `Column ${a.column}: there is no selection named “${a.name}” here.`,
    hint: a.similar === undefined ? "Write a condition: role = revenue.*" : `Did you mean “${a.similar}”?`,
  }),
  selectionSelf: (a) => ({
    message: `Column ${a.column}: “self” is used for “${a.key}”, but this line has no ${a.key}.`,
  }),
  selectionContainsSelf: (a, name) => ({
    message: `The selection ${a.selection} contains the line ${name(a.line)} itself.`,
    hint: "Exclude it, for example with component != self, or read it with prev(…).",
  }),
  selectionOtherAxis: (a, name) => ({
    message: `The selection ${a.selection} finds lines such as ${name(a.example)}, but none that can be added up in a ${axisWords[a.wanted]} line.`,
    hint:
      a.wanted === "scalar"
        ? "Write total(sum(…)) for the sum over all periods."
        : a.wanted === "year"
          ? "Write yearly(sum(…))."
          : "Add the single values up in a scalar line first.",
  }),
  selectionTooLarge: (a) => ({ message: `The selection ${a.selection} finds more than ${a.limit} lines.` }),
  unknownName: (a) => ({
    message: `Column ${a.column}: there is no line or input “${a.name}”.`,
    ...didYouMean(a.similar),
  }),
  inputNeeded: (a) => ({
    message: `“${a.label.en}” is not filled in`,
    hint: "what was chosen beside it needs it",
    subject: a.label.en,
  }),
  absentInput: (a) => ({
    message: `Column ${a.column}: the optional input “${a.name}” has not been entered, but the formula needs it.`,
    hint: "Enter it, give it a default (x or 0), or use it only within min, max or given(…).",
  }),
  allAbsent: (a) => ({ message: `Column ${a.column}: none of the optional inputs in ${a.text} has been entered.` }),
  unknownParam: (a) => ({
    message: `Column ${a.column}: no rule pack of this document has a parameter “${a.name}”.`,
    hint: "Add the rule pack, or correct the name.",
  }),
  unknownPhase: (a) => ({ message: `Column ${a.column}: the timeline has no phase “${a.name}”.` }),
  unknownRecord: (a) => ({ message: `Column ${a.column}: there is no record “${a.name}”.` }),
  unknownTable: (a) => ({ message: `Column ${a.column}: there is no table “${a.name}” here.` }),
  unknownColumn: (a) => ({ message: `Column ${a.column}: the table “${a.table}” has no column “${a.name}”.` }),
  tableColumns: (a) => ({
    message: `Column ${a.column}: name the column of table “${a.table}”; without one it must have exactly ${a.needed}.`,
    hint: `Write ${a.table}.column`,
  }),
  tableTooLong: (a) => ({ message: `The table “${a.table}” has more than ${a.limit} rows.` }),
  profileTooLong: (a) => ({ message: `A profile has at most ${a.limit} weights.` }),
  nestedRows: (a) => ({ message: `Column ${a.column}: sumrows(…) cannot stand inside another sumrows(…).` }),
  missingLine: (a) => ({ message: `The line “${a.id}”, which this formula needs, does not exist.` }),
  lookupMode: (a) => ({ message: `Column ${a.column}: the third argument of lookup is step or linear.` }),
  lagCount: (a) => ({
    message: `Column ${a.column}: “${a.text}” must be a whole number of periods, 0 or more.`,
  }),
  periodInScalar: (a, name) => ({
    message: `Column ${a.column}: ${name(a.name)} changes over time, but a single value is needed here.`,
    hint: "Write total(…) for its sum or at(…, date) for its value on a date.",
  }),
  periodInYear: (a, name) => ({
    message: `Column ${a.column}: ${name(a.name)} is a period line and cannot be read directly in a yearly line.`,
    hint: "Write yearly(…).",
  }),
  timeInScalar: (a) => ({ message: `Column ${a.column}: ${a.fn}(…) has no meaning where a single value is computed.` }),
  yearlyOutsideYear: (a) => ({ message: `Column ${a.column}: yearly(…) may stand only in a yearly line.` }),
  ytdInYear: (a) => ({
    message: `Column ${a.column}: ytd(…) has no meaning in a yearly line.`,
    hint: "Write yearly(…).",
  }),
  yearsInYear: (a) => ({
    message: `Column ${a.column}: years(…) cannot be used in a yearly line.`,
    hint: "Yearly lines count calendar years: write yearly(…).",
  }),
  basisOutsideReducer: (a) => ({
    message: `Column ${a.column}: basis(…) stands only around the series of npv, irr, lowest and the like.`,
    hint: "For example irr(basis(project.net_posttax)).",
  }),
  constantOverTime: (a) => ({
    message: `Column ${a.column}: ${a.fn}(…) needs something that changes over time; ${a.text} is a single value.`,
  }),
  unitUnknown: (a) => ({
    message: `“${a.unit}” is not a unit.`,
    hint: "Units are built from CNY, m2, household, person, mo, a, d, space, kWh, unit and 1, for example CNY/(m2*mo).",
  }),
  unitDiffers: (a) => ({
    message: `Units differ in ${a.text}: ${a.left} is in ${a.leftUnit}, ${a.right} in ${a.rightUnit}.`,
  }),
  unitOfLine: (a, name) => ({
    message: `${name(a.line)} is declared in ${a.declared}, but its formula ${a.text} gives ${a.found}.`,
  }),
  unitNeeded: (a) => ({ message: `${a.text} must be in ${a.needed}, but is in ${a.found}.` }),
  powerUnit: (a) => ({
    message: `In ${a.text} a quantity in ${a.unit} is raised to a power that is not a small whole number.`,
  }),
  duplicateLine: (a) => ({ message: `The line id “${a.id}” is used twice.` }),
  tooManyLines: (a) => ({ message: `The model has ${a.count} lines; at most ${a.limit} are allowed.` }),
  graphTooLarge: () => ({
    message: "The model is too large: its selections and tables add up to too many operations.",
  }),
  cycle: (a, name) => ({
    message: `Circular reference within one period: ${chain(a.lines, name)}.`,
    hint: "Break the circle with prev(…), or compute one of the lines from opening values.",
  }),
  barrierCycle: (a, name) => ({
    message: `Circular reference over the whole horizon: ${name(a.reader)} needs all values of ${name(a.read)} (total, at), which in turn depend on it: ${chain(a.lines, name)}.`,
  }),
};
