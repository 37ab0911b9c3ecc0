import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import ts from "typescript";

/** One text file of the checkout, with forward slashes in its path. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Something a rule objects to. */
export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** A rule of style that is checked like a test; each has planted samples that it must refuse. */
export interface Rule {
  readonly name: string;
  readonly check: (source: Source) => readonly Finding[];
}

const skipped = new Set(["node_modules", "dist", ".git", "coverage", ".cache"]);
const codeEndings = new Set([".ts", ".tsx", ".mts", ".mjs", ".js", ".css", ".html"]);

export function isCode(path: string): boolean {
  return codeEndings.has(extname(path)) && !path.endsWith(".d.ts");
}

/** Paths of all files below a folder, packages and built output left out. */
export function listFiles(root: string, folder = ""): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? listFiles(root, path) : [path];
  });
}

export function readSources(root: string): Source[] {
  return listFiles(root)
    .filter(isCode)
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

/** Calls `visit` for every node of a TypeScript or JavaScript source. */
export function walk(source: Source, visit: (node: ts.Node, line: number) => void): void {
  const kind = source.path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.Latest, true, kind);
  const step = (node: ts.Node): void => {
    visit(node, tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1);
    ts.forEachChild(node, step);
  };
  step(tree);
}

/** The fixed text of a string, a template or a piece of one; undefined for every other node. */
export function literalText(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) return node.text;
  if (ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) return node.text;
  return undefined;
}

/** The outermost expression a piece of text belongs to: the whole template, or text joined by `+`. */
export function wholeText(node: ts.Node): ts.Node {
  let whole = node;
  if (ts.isTemplateSpan(whole.parent)) whole = whole.parent.parent;
  else if (ts.isTemplateExpression(whole.parent)) whole = whole.parent;
  while (isTextWrapper(whole.parent)) whole = whole.parent;
  return whole;
}

function isTextWrapper(node: ts.Node): boolean {
  if (ts.isBinaryExpression(node)) return node.operatorToken.kind === ts.SyntaxKind.PlusToken;
  return ts.isParenthesizedExpression(node) || ts.isConditionalExpression(node) || ts.isArrowFunction(node);
}

/** Name of the property, attribute, variable or parameter that a value is given to. */
export function receiverName(value: ts.Node): string | undefined {
  const { parent } = value;
  if (ts.isPropertyAssignment(parent) && parent.initializer === value) return nameText(parent.name);
  if (ts.isJsxAttribute(parent)) return parent.name.getText();
  if ((ts.isVariableDeclaration(parent) || ts.isParameter(parent)) && ts.isIdentifier(parent.name))
    return parent.name.text;
  return undefined;
}

export function nameText(name: ts.PropertyName): string | undefined {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : undefined;
}

export const hanzi = /\p{Script=Han}/u;
