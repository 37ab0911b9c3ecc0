import { describe, expect, it } from "vitest";
import { checkDirections } from "./directions.ts";
import { plant } from "./plant.ts";

const modules = {
  "models/document/schema.ts": "export const schema = 1;\n",
  "models/finance/irr.ts": "export const irr = 1;\n",
  "models/compile/compile.ts": "export const compile = 1;\n",
  "models/mechanisms/sale.ts": "export const sale = 1;\n",
  "models/statements/tables.ts": "export const tables = 1;\n",
  "models/checks/review.ts": "export const review = 1;\n",
  "db/file.ts": "export const file = 1;\n",
  "app/open.ts": "export const open = 1;\n",
  "app/contract/index.ts": "export const contract = 1;\n",
  "cli/main.ts": "export const main = 1;\n",
  "electron/main.ts": "export const shell = 1;\n",
  "renderer/main.ts": "export const face = 1;\n",
};

const bad: [rule: string, from: string, text: string][] = [
  ["models-stand-alone", "models/x.ts", 'import { file } from "../db/file.ts";\nexport const x = file;\n'],
  ["models-stand-alone", "models/x.ts", 'import { readFileSync } from "node:fs";\nexport const x = readFileSync;\n'],
  ["models-stand-alone", "models/x.ts", 'import { useState } from "react";\nexport const x = useState;\n'],
  [
    "solver-behind-its-door",
    "models/analysis/solver/x.ts",
    'import { readFileSync } from "node:fs";\nexport const x = readFileSync;\n',
  ],
  ["models-wording", "models/wording/x.ts", 'import { irr } from "../finance/irr.ts";\nexport const x = irr;\n'],
  [
    "models-language",
    "models/language/x.ts",
    'import { schema } from "../document/schema.ts";\nexport const x = schema;\n',
  ],
  [
    "models-policy",
    "models/policy/x.ts",
    'import { schema } from "../document/schema.ts";\nexport const x = schema;\n',
  ],
  ["models-terms", "models/terms/x.ts", 'import { sale } from "../mechanisms/sale.ts";\nexport const x = sale;\n'],
  [
    "models-document",
    "models/document/x.ts",
    'import { compile } from "../compile/compile.ts";\nexport const x = compile;\n',
  ],
  [
    "models-document",
    "models/document/x.ts",
    'import type { sale } from "../mechanisms/sale.ts";\nexport type X = typeof sale;\n',
  ],
  [
    "models-document",
    "models/document/x.ts",
    'import { tables } from "../statements/tables.ts";\nexport const x = tables;\n',
  ],
  [
    "models-mechanisms",
    "models/mechanisms/x.ts",
    'import { schema } from "../document/schema.ts";\nexport const x = schema;\n',
  ],
  [
    "models-mechanisms",
    "models/mechanisms/x.ts",
    'import { compile } from "../compile/compile.ts";\nexport const x = compile;\n',
  ],
  [
    "models-statements",
    "models/statements/x.ts",
    'import { schema } from "../document/schema.ts";\nexport const x = schema;\n',
  ],
  [
    "models-engines",
    "models/engines/x.ts",
    'import { schema } from "../document/schema.ts";\nexport const x = schema;\n',
  ],
  [
    "models-compile",
    "models/compile/x.ts",
    'import { review } from "../checks/review.ts";\nexport const x = review;\n',
  ],
  ["db-knows-documents-only", "db/x.ts", 'import { irr } from "../models/finance/irr.ts";\nexport const x = irr;\n'],
  ["db-knows-documents-only", "db/x.ts", 'import { open } from "../app/open.ts";\nexport const x = open;\n'],
  ["app-below-hosts", "app/x.ts", 'import { main } from "../cli/main.ts";\nexport const x = main;\n'],
  ["renderer-through-contract", "renderer/x.ts", 'import { open } from "../app/open.ts";\nexport const x = open;\n'],
  [
    "renderer-through-contract",
    "renderer/x.ts",
    'import type { irr } from "../models/finance/irr.ts";\nexport type X = typeof irr;\n',
  ],
  ["renderer-without-node", "renderer/x.tsx", 'import { join } from "node:path";\nexport const x = join;\n'],
  ["hosts-through-app", "cli/x.ts", 'import { file } from "../db/file.ts";\nexport const x = file;\n'],
  ["hosts-through-app", "electron/x.ts", 'import { irr } from "../models/finance/irr.ts";\nexport const x = irr;\n'],
  [
    "nobody-imports-electron-folder",
    "app/x.ts",
    'import { shell } from "../electron/main.ts";\nexport const x = shell;\n',
  ],
  ["nobody-imports-cli-folder", "renderer/x.ts", 'import { main } from "../cli/main.ts";\nexport const x = main;\n'],
  ["electron-package-in-shell-only", "cli/x.ts", 'import { app } from "electron";\nexport const x = app;\n'],
  ["resolvable", "app/x.ts", 'import { gone } from "./gone.ts";\nexport const x = gone;\n'],
  ["no-cycles", "app/x.ts", 'import { y } from "./y.ts";\nexport const x = () => y;\n'],
];

describe("dependency directions", () => {
  it("accept the allowed ones", async () => {
    const root = plant({
      ...modules,
      "models/y.ts":
        'import { Decimal } from "decimal.js";\nimport { irr } from "./finance/irr.ts";\nexport const y = [Decimal, irr];\n',
      "db/y.ts": 'import { schema } from "../models/document/schema.ts";\nexport const y = schema;\n',
      "app/y.ts":
        'import { file } from "../db/file.ts";\nimport { irr } from "../models/finance/irr.ts";\nexport const y = [file, irr];\n',
      "renderer/y.ts": 'import { contract } from "../app/contract/index.ts";\nexport const y = contract;\n',
      "cli/y.ts": 'import type { irr } from "../models/finance/irr.ts";\nexport type Y = typeof irr;\n',
      "electron/y.ts":
        'import { app } from "electron";\nimport { open } from "../app/open.ts";\nexport const y = [app, open];\n',
    });
    const found = await checkDirections(root);
    expect(found.violations).toEqual([]);
    expect(found.modules).toBeGreaterThanOrEqual(Object.keys(modules).length);
  });

  it.each(bad)("%s refuses what %s imports", async (rule, from, text) => {
    const circle =
      rule === "no-cycles" ? { "app/y.ts": 'import { x } from "./x.ts";\nexport const y = () => x;\n' } : {};
    const found = await checkDirections(plant({ ...modules, ...circle, [from]: text }));
    expect(found.violations.join("\n")).toContain(`${rule}: `);
  });

  it("see no module in an empty folder, which counts as failure", async () => {
    expect(await checkDirections(plant({}))).toEqual({ modules: 0, violations: [] });
  });
});
