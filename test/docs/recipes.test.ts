import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandLine } from "../../cli/setup/build.mjs";
import { captureChild } from "../../cli/setup/child.mjs";
import { inRoot, root } from "../../cli/setup/paths.mjs";
import { guidePages } from "../../renderer/guidebook/names.ts";
import { below } from "../checks/directions.ts";
import { listFiles } from "../checks/sources.ts";

const guides = ["README.md", "AGENTS.md"];
const textOf = (path: string): string => readFileSync(inRoot(path), "utf8");

/** `npm run -s pingheng -- WORDS`, one a line, a comment may follow. */
function commandsIn(path: string): readonly string[] {
  return [...textOf(path).matchAll(/npm run -s pingheng -- ([^\n`#]+)/g)].map(([, words = ""]) => words.trim());
}

/** Words as a shell makes them: single quotes hold together what they enclose. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");

describe("commands of the guides", () => {
  let folder = "";
  let program = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "pingheng-recipes-"));
    cpSync(inRoot("examples"), join(folder, "examples"), { recursive: true });
    program = await commandLine(process.execPath);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const commands = [...new Set(guides.flatMap(commandsIn))];

  it("are there", () => {
    expect(commands.length).toBeGreaterThan(6);
  });

  it.each(commands)("%s", async (line) => {
    const { status, output } = await captureChild(process.execPath, [program, ...wordsOf(line)], { cwd: folder });
    expect(status, output).toBe(0);
    expect(output.trim()).not.toBe("");
  });
});

describe("the user guide", () => {
  it("has every page in both languages, in the list the program shows and in the index", () => {
    const index = textOf("docs/guide/README.md");
    for (const lang of ["zh", "en"]) {
      const pages = files.filter((path) => path.startsWith(`docs/guide/${lang}/`)).map((path) => basename(path, ".md"));
      expect(pages.toSorted()).toEqual([...guidePages].toSorted());
      for (const page of pages) expect(index).toContain(`(${lang}/${page}.md)`);
    }
  });

  it("shows every picture, each on a page of its language", () => {
    const shown = files
      .filter((path) => /^docs\/guide\/(zh|en)\//.test(path))
      .flatMap((path) =>
        [...textOf(path).matchAll(/\.\.\/images\/([\w-]+)-(zh|en)\.jpg/g)].map(([, name, lang]) => ({
          path,
          name,
          lang,
        })),
      );
    for (const { path, lang } of shown) expect(path).toContain(`/${lang}/`);
    const names = shown.map(({ name, lang }) => `docs/guide/images/${name}-${lang}.jpg`);
    expect([...new Set(names)].toSorted()).toEqual(
      files.filter((path) => path.startsWith("docs/guide/images/")).toSorted(),
    );
  });

  it.each(["zh", "en"])("lists the commands that help lists, with options they have, in %s", async (lang) => {
    const { output } = await captureChild(process.execPath, [await commandLine(process.execPath), "help"]);
    const told = [...output.matchAll(/^ {2}([a-z]+) .*$/gm)];
    const rows = [...textOf(`docs/guide/${lang}/commands.md`).matchAll(/^\| `([a-z]+) ([^`]*)` \|/gm)];
    expect([...new Set(rows.map(([, name]) => name))].toSorted()).toEqual(told.map(([, name]) => name).toSorted());
    for (const [, name, words = ""] of rows) {
      const takes = told.find((line) => line[1] === name)?.[0] ?? "";
      for (const [option] of words.matchAll(/--[a-z]+/g)) expect(takes, `${name} ${option}`).toContain(option);
    }
  });
});

const files = listFiles(root);
const folders = new Set(files.flatMap((path) => [...parents(path)]));
const tops = new Set([...folders].map((path) => path.split("/")[0]));

function* parents(path: string): Generator<string> {
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) yield folder;
}

/** Whether code in a text is meant as a path of the checkout. */
function isPath(code: string): boolean {
  if (!/^[\w.@/-]+$/.test(code)) return false;
  const [top = "", ...rest] = code.split("/");
  return (tops.has(top) && rest.length > 0) || /\w\.(ts|tsx|mjs|md|json)$/.test(code);
}

const known = (path: string): boolean => {
  const plain = path.replace(/\/$/, "");
  return folders.has(plain) || files.includes(plain) || files.includes(`${plain}.ts`);
};

/** What code and links of a page name and is not there. */
function lostIn(path: string): readonly string[] {
  const text = textOf(path);
  const spoken = text.replaceAll(/^```[\s\S]*?^```/gm, "");
  const codes = [...spoken.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code).filter(isPath);
  const links = [...spoken.matchAll(/\]\((?!https?:)([^)#\s]+)[^)]*\)/g)].map(([, link = ""]) =>
    relative(root, inRoot(dirname(path), decodeURI(link))).replaceAll("\\", "/"),
  );
  return [...codes, ...links].filter((name) => !known(name) && !existsSync(inRoot(name)));
}

describe("paths named", () => {
  const pages = files.filter((path) => path.endsWith(".md") && (path.startsWith("docs/") || guides.includes(path)));

  it.each([...pages, "CHANGELOG.md"])("in %s are there", (path) => {
    expect(lostIn(path)).toEqual([]);
  });

  it("would be missed", () => {
    expect(["modles/language/table.ts", "models/nowhere", "cli/nowhere.ts"].filter(isPath)).toHaveLength(3);
    expect(["models/nowhere", "cli/nowhere.ts"].filter(known)).toEqual([]);
    expect(["CNY/m2", "role = cost.*", "vat_sale"].filter(isPath)).toEqual([]);
  });
});

describe("the rooms of models in docs/architecture.md", () => {
  const rows = [...textOf("docs/architecture.md").matchAll(/^\| `(\w+)` \| [^|]+ \| ([^|]+) \|$/gm)];
  const told = Object.fromEntries(
    rows.map(([, room = "", may = ""]) => [
      room,
      Object.keys(below)
        .filter((name) => may.match(`\\b${name}\\b`))
        .sort(),
    ]),
  );

  it("may import what the rule of directions lets them", () => {
    expect(told).toEqual(Object.fromEntries(Object.entries(below).map(([room, may]) => [room, may.toSorted()])));
  });

  it("are all there are", () => {
    const rooms = new Set(files.flatMap((path) => /^models\/(\w+)\//.exec(path)?.[1] ?? []));
    expect([...rooms].sort()).toEqual([...Object.keys(below), "analysis", "checks"].sort());
  });
});

/** Rows of the table under “在哪里添加”: what to add, where it is written, where it registers. */
function recipes(): readonly (readonly [what: string, written: string, register: string])[] {
  const [, section = ""] = textOf("AGENTS.md").split("## 在哪里添加 Where to add");
  const rows = (section.split("\n## ")[0] ?? "")
    .split("\n")
    .filter((line) => line.startsWith("| ") && line.includes("`"));
  return rows.map((row) => {
    const [, what = "", written = "", register = ""] = row.split("|").map((cell) => cell.trim().replaceAll("`", ""));
    return [what, written, register];
  });
}

/** Files a module imports, as paths of the checkout. */
function importsOf(path: string): readonly string[] {
  return [...textOf(path).matchAll(/(?:from|import) "(\.[^"]+)"/g)].map(([, target = ""]) =>
    relative(root, inRoot(dirname(path), target)).replaceAll("\\", "/"),
  );
}

describe("where to add", () => {
  it("has a recipe for each kind of thing", () => {
    const all = recipes()
      .map(([what]) => what)
      .join(" ");
    for (const word of ["机制", "参数", "审查要点", "指标", "报表行", "运算", "函数", "选取", "命令", "图表"])
      expect(all).toContain(word);
  });

  it.each(recipes())("%s: %s is registered in %s", (_what, written, register) => {
    expect(importsOf(register)).toContain(written);
  });
});
