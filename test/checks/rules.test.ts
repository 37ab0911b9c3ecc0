import { describe, expect, it } from "vitest";
import { root } from "../../cli/setup/paths.mjs";
import { leftovers } from "./rules/leftovers.ts";
import { licenceAllowed, licenceFindings, shippedPackages } from "./rules/licences.ts";
import { numericLiterals } from "./rules/numbers.ts";
import { purity } from "./rules/purity.ts";
import { fileSize } from "./rules/size.ts";
import { oneTolerance } from "./rules/tolerance.ts";
import { lonelyLanguageFiles, modelWording, rendererWording } from "./rules/wording.ts";
import type { Rule } from "./sources.ts";

const put = (...parts: string[]) => parts.join("");

const refused: [rule: Rule, path: string, text: string][] = [
  [fileSize, "models/long.ts", "const a = 1;\n".repeat(401)],
  [fileSize, "renderer/wide.css", `/*${"x".repeat(26 * 1024)}*/\n`],
  [rendererWording, "renderer/a.tsx", "export const A = () => <p>Open file</p>;"],
  [rendererWording, "renderer/a.tsx", "export const A = () => <p>打开</p>;"],
  [rendererWording, "renderer/a.tsx", 'export const A = () => <p>{"Open"}</p>;'],
  [rendererWording, "renderer/a.tsx", 'export const A = () => <input placeholder="Name of file" />;'],
  [rendererWording, "renderer/a.tsx", "export const A = (n) => <input aria-label={`Row ${n}`} />;"],
  [rendererWording, "renderer/a.tsx", 'export const A = (n) => <p>{n ? "Open" : "Closed"}</p>;'],
  [rendererWording, "renderer/a.ts", 'export const columns = [{ title: "Amount", key: "amount" }];'],
  [rendererWording, "renderer/a.ts", 'export const say = (n) => n + "万元";'],
  [modelWording, "models/a.ts", 'export const label = { zh: "售价" };'],
  [modelWording, "models/a.ts", 'export const label = { en: "price" };'],
  [modelWording, "models/a.ts", 'export const label = { zh: "售价", en: "" };'],
  [modelWording, "models/a.ts", 'export const message = "售价缺失";'],
  [modelWording, "models/a.ts", "export const message = (n) => `第 ${n} 期`;"],
  [modelWording, "models/a.ts", 'export const input = money("售价", "价格");'],
  [modelWording, "models/a.ts", 'export const labels = ["售价", "面积"];'],
  [numericLiterals, "models/mechanisms/a.ts", "export const share = 0.05;"],
  [numericLiterals, "models/checks/a.ts", "export const tooMany = (n) => n > 30;"],
  [numericLiterals, "models/mechanisms/a.ts", 'flow("fund", "基金", "fund", "area * 0.05");'],
  [numericLiterals, "models/mechanisms/a.ts", 'flow("fund", "基金", "fund", `area * ${price} ^ 3`);'],
  [numericLiterals, "models/mechanisms/a.ts", 'flow("fund", "基金", "fund", "min(due,15)");'],
  [purity, "models/a.ts", "export const now = Date.now();"],
  [purity, "models/a.ts", "export const today = new Date();"],
  [purity, "models/a.ts", "export const draw = Math.random();"],
  [purity, "models/a.ts", "export const home = process.env.HOME;"],
  [leftovers, "models/a.ts", put("// TO", "DO later\n")],
  [leftovers, "docs/a.md", put("FIX", "ME\n")],
  [leftovers, "models/a.ts", put("// @ts-", "ignore\n")],
  [oneTolerance, "app/board/a.ts", "const TIE = 0.005;"],
  [oneTolerance, "models/statements/a.ts", 'const TOLERANCE = "0.005";'],
  [oneTolerance, "renderer/a.ts", "const tolerance = { CNY: 0.005 };"],
];

const accepted: [rule: Rule, path: string, text: string][] = [
  [fileSize, "models/short.ts", "const a = 1;\n".repeat(400)],
  [
    rendererWording,
    "renderer/a.tsx",
    'export const A = ({ t }) => <p className="wide" title={t("open")}>{t("file.open")} · 1 %</p>;',
  ],
  [rendererWording, "renderer/language/zh.ts", 'export const zh = { open: "打开" };'],
  [rendererWording, "renderer/a.ts", 'export const columns = [{ title: t("amount"), key: "amount" }];'],
  [rendererWording, "renderer/a.ts", 'export const item = { extra: "Ctrl+Shift+S", title: t("save") + " (F2)" };'],
  [rendererWording, "renderer/a.ts", 'export const shape = { message: "string" };'],
  [modelWording, "models/a.ts", 'export const label = { zh: "售价", en: "price" };'],
  [modelWording, "models/a.ts", "export const label = (n) => ({ zh: `第 ${n} 期`, en: `period ${n}` });"],
  [modelWording, "models/a.ts", 'export const input = money("售价", "price");'],
  [modelWording, "models/a.ts", 'export const labels = [["售价", "price"], [`面积:${a}`, `area: ${a}`]];'],
  [modelWording, "models/a.ts", 'export const none = { zh: "", en: "" };'],
  [modelWording, "models/policy/a.ts", 'export const clause = "第三条";'],
  [
    numericLiterals,
    "models/mechanisms/a.ts",
    'rate("比例", "share of 60 %", { from: 0, to: 0.5, usual: [0.03, 0.13] });',
  ],
  [
    numericLiterals,
    "models/mechanisms/a.ts",
    'flow("f", "息", "interest", "prev(debt2) * rate / 12", { clauses: ["jinhua-2020/3(3)"] });',
  ],
  [numericLiterals, "models/mechanisms/a.ts", "const monthsPerQuarter = 3;"],
  [numericLiterals, "models/mechanisms/a.ts", 'const words = ["3", "4"];'],
  [numericLiterals, "models/finance/a.ts", "const tolerance = 1e-9;"],
  [purity, "models/a.ts", "export const day = new Date(Date.UTC(year, 0, 1));"],
  [purity, "app/a.ts", "export const now = Date.now();"],
  [oneTolerance, "models/operations/ties.ts", "export const MONEY_TIE = 0.005;"],
  [oneTolerance, "models/mechanisms/a.ts", "const usual = [0.005, 0.02];"],
  [leftovers, "models/a.ts", "// Nothing to do here.\n"],
];

describe("style rules", () => {
  it.each(refused)("$name refuses %s: %s", (rule, path, text) => {
    expect(rule.check({ path, text }).length).toBeGreaterThan(0);
  });

  it.each(accepted)("$name accepts %s: %s", (rule, path, text) => {
    expect(rule.check({ path, text })).toEqual([]);
  });

  it("say where they object", () => {
    const findings = purity.check({ path: "models/a.ts", text: "const a = 1;\nconst b = Math.random();\n" });
    expect(findings).toEqual([{ path: "models/a.ts", line: 2, message: "Math.random in models" }]);
  });

  it("find a wording file without its other language", () => {
    const both = ["models/wording/zh/document.ts", "models/wording/en/document.ts"];
    expect(lonelyLanguageFiles(both)).toEqual([]);
    expect(lonelyLanguageFiles([...both, "models/wording/zh/lines.ts"])).toEqual(["models/wording/zh/lines.ts"]);
    expect(lonelyLanguageFiles(["models/wording/en/lines.ts"])).toEqual(["models/wording/en/lines.ts"]);
  });
});

describe("licences", () => {
  it("are read as expressions", () => {
    expect(licenceAllowed("MIT")).toBe(true);
    expect(licenceAllowed("(GPL-3.0 OR MIT)")).toBe(true);
    expect(licenceAllowed("(MIT AND CC-BY-NC-4.0)")).toBe(false);
    expect(licenceAllowed("GPL-3.0")).toBe(false);
    expect(licenceAllowed("none")).toBe(false);
  });

  it("are looked at in the whole tree below a package", () => {
    const { seen, findings } = licenceFindings(root, ["antd"]);
    expect(seen).toBeGreaterThan(10);
    expect(findings).toEqual([]);
    // A build tool's dependency that may not be shipped: the rule can object.
    expect(licenceFindings(root, ["lightningcss"]).findings).toEqual(["lightningcss: MPL-2.0"]);
  });

  it("count what shipped sources import, not what tests import", () => {
    const text =
      'import { Decimal } from "decimal.js";\nimport en from "antd/locale/en_US";\nimport fs from "node:fs";\nimport "./a.css";\n';
    expect(shippedPackages([{ path: "renderer/a.ts", text }])).toEqual(["antd", "decimal.js"]);
    expect(shippedPackages([{ path: "test/a.ts", text }])).toEqual([]);
  });
});
