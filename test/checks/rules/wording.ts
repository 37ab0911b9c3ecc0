import ts from "typescript";
import {
  type Finding,
  hanzi,
  literalText,
  nameText,
  type Rule,
  receiverName,
  type Source,
  walk,
  wholeText,
} from "../sources.ts";

/** Attributes and properties whose text the user reads. */
const visible = new Set([
  "title",
  "placeholder",
  "alt",
  "label",
  "aria-label",
  "aria-description",
  "okText",
  "cancelText",
  "description",
  "message",
  "tooltip",
  "header",
  "extra",
  "subTitle",
  "emptyText",
  "notFoundContent",
]);

const word = /\p{L}{2}/u;

/** In data, a lower-case word alone is a key or a type; a sentence or a capital is meant for reading. */
const prose = /^\p{Lu}|\s/u;

/** Keys carry the same names in both languages. */
const shortcut = /(?:(?:Ctrl|Alt|Shift|Cmd|Esc|Enter|Tab|F\d{1,2})\+?)+(?:[A-Z]\b)?/g;

function untranslatedIn(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) return word.test(node.text) || hanzi.test(node.text) ? node.text.trim() : undefined;
  const text = literalText(node)?.replaceAll(shortcut, "");
  if (text === undefined) return undefined;
  if (hanzi.test(text)) return text;
  if (!word.test(text)) return undefined;
  const whole = wholeText(node);
  if (ts.isJsxExpression(whole.parent) && !ts.isJsxAttribute(whole.parent.parent)) return text;
  const holder = ts.isJsxExpression(whole.parent) ? whole.parent : whole;
  if (!visible.has(receiverName(holder) ?? "")) return undefined;
  return ts.isJsxAttribute(holder.parent) || prose.test(text) ? text : undefined;
}

/** What the user reads in the face comes from its language files. */
export const rendererWording: Rule = {
  name: "untranslated text in the renderer",
  check: (source) => {
    if (!/^renderer\/.*\.tsx?$/.test(source.path) || source.path.startsWith("renderer/language/")) return [];
    const findings: Finding[] = [];
    walk(source, (node, line) => {
      const text = untranslatedIn(node);
      if (text !== undefined) findings.push({ path: source.path, line, message: `untranslated: ${text}` });
    });
    return findings;
  },
};

/** What stands right after a value in a call or a list: `money("售价", "price")`, `["售价", "price"]`. */
function neighbour(value: ts.Node): ts.Node | undefined {
  const { parent } = value;
  let list: readonly ts.Node[] = [];
  if (ts.isCallExpression(parent)) list = parent.arguments;
  else if (ts.isArrayLiteralExpression(parent)) list = parent.elements;
  return list[list.indexOf(value) + 1];
}

/** Whether Chinese text stands where its English counterpart stands beside it. */
function hasCounterpart(whole: ts.Node): boolean {
  if (receiverName(whole) === "zh") return true;
  const next = neighbour(whole);
  if (!next) return false;
  const text = ts.isTemplateExpression(next) ? next.getText() : literalText(next);
  return text !== undefined && !hanzi.test(text);
}

function lonelyLanguage(node: ts.Node): string | undefined {
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const names = node.properties.map((property) => (property.name ? nameText(property.name) : undefined));
  if (names.includes("zh") === names.includes("en")) return undefined;
  return names.includes("zh") ? "zh without en" : "en without zh";
}

/** One language empty and the other not; both empty is a piece that adds nothing in either. */
function halfEmpty(node: ts.Node): boolean {
  if (!ts.isObjectLiteralExpression(node)) return false;
  const texts = node.properties.filter(ts.isPropertyAssignment).flatMap((property) => {
    const name = nameText(property.name);
    return name === "zh" || name === "en" ? [literalText(property.initializer)?.trim()] : [];
  });
  return texts.includes("") && texts.some((text) => text !== "");
}

function checkModels(source: Source): Finding[] {
  const findings: Finding[] = [];
  const object = (line: number, message: string) => findings.push({ path: source.path, line, message });
  walk(source, (node, line) => {
    const lonely = lonelyLanguage(node);
    if (lonely) object(line, lonely);
    if (halfEmpty(node)) object(line, "empty in one language");
    const text = literalText(node);
    if (text === undefined || !hanzi.test(text)) return;
    if (!hasCounterpart(wholeText(node))) object(line, `Chinese without English beside it: ${text}`);
  });
  return findings;
}

/** Wording of one language only: its counterpart is the file of the same name for the other language. */
const oneLanguage = /^models\/wording\/(zh|en)\//;

/** Labels and messages of the models exist in both languages, side by side. */
export const modelWording: Rule = {
  name: "wording of models in both languages",
  check: (source) => {
    const isData = source.path.startsWith("models/policy/") || oneLanguage.test(source.path);
    return source.path.startsWith("models/") && !isData ? checkModels(source) : [];
  },
};

/** Files of one language that lack the file of the same name for the other. */
export function lonelyLanguageFiles(paths: readonly string[]): string[] {
  const all = new Set(paths);
  return paths.filter((path) => {
    if (!oneLanguage.test(path)) return false;
    const other = path.includes("/zh/") ? path.replace("/zh/", "/en/") : path.replace("/en/", "/zh/");
    return !all.has(other);
  });
}
