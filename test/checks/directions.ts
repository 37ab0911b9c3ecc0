import { existsSync } from "node:fs";
import { join } from "node:path";
import { cruise, type ICruiseResult, type IRegularForbiddenRuleType } from "dependency-cruiser";

/** The folders that hold the product's own modules. */
export const ownFolders = ["models", "db", "app", "cli", "electron", "renderer", "docs", "test"];

const rule = (
  name: string,
  comment: string,
  from: IRegularForbiddenRuleType["from"],
  to: IRegularForbiddenRuleType["to"],
): IRegularForbiddenRuleType => ({ name, comment, severity: "error", from, to });

/** What each folder of models/ may import of the others, from the bottom up; `checks` and `analysis` see everything. */
export const below: Readonly<Record<string, readonly string[]>> = {
  wording: [],
  finance: ["wording"],
  operations: ["engines", "language", "finance", "wording"],
  language: ["operations", "finance", "wording"],
  terms: ["wording"],
  policy: ["language", "wording"],
  engines: ["language", "operations", "finance", "wording"],
  document: ["terms", "policy", "language", "wording"],
  mechanisms: ["terms", "language", "wording"],
  results: ["terms", "engines", "language", "operations", "wording"],
  statements: ["results", "terms", "engines", "language", "operations", "finance", "wording"],
  compile: ["statements", "results", "document", "mechanisms", "policy", "terms", "engines", "language", "wording"],
};

const layers = Object.entries(below).map(([folder, known]) =>
  rule(
    `models-${folder}`,
    `models/${folder} imports ${known.length === 0 ? "no other folder of models" : `of models only ${known.join(", ")}`}`,
    { path: `^models/${folder}/` },
    { path: "^models/", pathNot: `^models/(${[folder, ...known].join("|")})/` },
  ),
);

/** Which folder may know which: renderer → app/contract; electron | cli → app → db → models/document; app → models. */
const forbidden: IRegularForbiddenRuleType[] = [
  rule(
    "models-stand-alone",
    "models import only themselves, mathjs, decimal.js and zod",
    { path: "^models/", pathNot: "^models/analysis/solver/" },
    { pathNot: "^models/|(^|/)node_modules/(mathjs|decimal\\.js|zod)/" },
  ),
  rule(
    "solver-behind-its-door",
    "the linear solver is called through models/analysis/solver, which imports nothing else from outside",
    { path: "^models/analysis/solver/" },
    { pathNot: "^models/|(^|/)node_modules/highs/" },
  ),
  ...layers,
  rule(
    "db-knows-documents-only",
    "of our own folders db imports itself, models/document and the wording of problems",
    { path: "^db/" },
    { path: "^(models|app|cli|electron|renderer|test)/", pathNot: "^models/(document|wording)/" },
  ),
  rule(
    "app-below-hosts",
    "app imports itself, db and models",
    { path: "^app/" },
    { path: "^(cli|electron|renderer|test)/" },
  ),
  rule(
    "renderer-through-contract",
    "the face knows nothing but app/contract",
    { path: "^renderer/" },
    { path: "^(models|db|app|cli|electron|test)/", pathNot: "^app/contract(/|\\.ts$)" },
  ),
  rule("renderer-without-node", "the face runs in a browser", { path: "^renderer/" }, { dependencyTypes: ["core"] }),
  rule(
    "hosts-through-app",
    "electron and cli reach models and db through app; types and the wording of problems they may name",
    { path: "^(electron|cli)/" },
    { path: "^(models|db|renderer|test)/", pathNot: "^models/wording/", dependencyTypesNot: ["type-only"] },
  ),
  rule(
    "nobody-imports-electron-folder",
    "only the desktop shell itself",
    { pathNot: "^(electron|test)/" },
    { path: "^electron/" },
  ),
  rule(
    "docs-describe-models",
    "generated pages read models and nothing else of ours",
    { path: "^docs/" },
    { path: "^(db|app|cli|electron|renderer|test)/" },
  ),
  rule(
    "nobody-imports-docs",
    "nothing the product runs comes from its pages",
    { pathNot: "^(docs|test)/" },
    { path: "^docs/" },
  ),
  rule("nobody-imports-cli-folder", "only the command line itself", { pathNot: "^(cli|test)/" }, { path: "^cli/" }),
  rule(
    "electron-package-in-shell-only",
    "only electron/ imports the electron package",
    { pathNot: "^(electron|test)/" },
    { path: "(^|/)node_modules/electron/" },
  ),
  rule("resolvable", "every import leads somewhere", {}, { couldNotResolve: true }),
  rule(
    "no-cycles",
    "modules that need each other cannot be understood apart; types may",
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  ),
];

/** What one look at a source tree found. */
export interface Directions {
  /** Number of own modules seen; 0 means that nothing was checked. */
  readonly modules: number;
  readonly violations: readonly string[];
}

/** Follows every import below a root folder and compares it with the directions above. */
export async function checkDirections(root: string): Promise<Directions> {
  const folders = ownFolders.filter((folder) => existsSync(join(root, folder)));
  const { output } = await cruise(folders, {
    baseDir: root,
    validate: true,
    ruleSet: { forbidden },
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
      mainFields: ["module", "main", "types"],
    },
  });
  const result = output as ICruiseResult;
  const own = result.modules.filter((module) => folders.some((name) => module.source.startsWith(`${name}/`)));
  return {
    modules: own.length,
    violations: result.summary.violations.map((found) => `${found.rule.name}: ${found.from} → ${found.to}`),
  };
}
