import { describe, expect, test } from "vitest";
import { exportPaper, exportWordTemplate } from "../../../app/exports/exportPaper.ts";
import { type ZipEntry, zipped } from "../../../app/exports/word/zip.ts";
import { newShelf } from "../../../app/model/prepare.ts";
import { example } from "../../analysis/advise/support.ts";
import { partsOf, wordsIn, xmlFaults } from "./plan/docx.ts";

const shelf = newShelf();
const now = new Date("2026-11-29T08:00:00Z");
const question = { lang: "zh", revision: "r1", version: "0.1.0", now, money: "wan" } as const;
const document = example("zhegong");

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/** One white point. */
const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=",
  "base64",
);

/** As a Chinese Word writes it: built-in styles by name under ids of their own, 仿宋 everywhere, a header with a seal. */
const STYLES = `<?xml version="1.0"?><w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="FangSong" w:eastAsia="仿宋"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:rPr><w:color w:val="C00000"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Body"><w:name w:val="Quote"/><w:basedOn w:val="a"/></w:style></w:styles>`;
const BODY = `<w:document ${W} ${R}><w:body><w:p><w:r><w:t>不应出现的正文</w:t></w:r></w:p><w:sectPr><w:headerReference w:type="default" r:id="rId9"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/><w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr></w:body></w:document>`;
const NUMBERING = `<w:numbering ${W}><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"/></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num></w:numbering>`;
const relations = (inside: string): string => `<Relationships xmlns="x">${inside}</Relationships>`;
const HEADER = `<w:hdr ${W} ${R}><w:p><w:r><w:t>某某市财政局</w:t></w:r></w:p></w:hdr>`;

function templateWith(changed: Readonly<Record<string, string | Buffer>> = {}): Uint8Array {
  const parts: Readonly<Record<string, string | Buffer>> = {
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": BODY,
    "word/styles.xml": STYLES,
    "word/numbering.xml": NUMBERING,
    "word/header3.xml": HEADER,
    "word/_rels/header3.xml.rels": relations(`<Relationship Id="rId1" Type="${TYPE}/image" Target="media/seal.png"/>`),
    "word/media/seal.png": DOT,
    "word/_rels/document.xml.rels": relations(
      `<Relationship Id="rId9" Type="${TYPE}/header" Target="header3.xml"/><Relationship Id="rId2" Type="${TYPE}/hyperlink" Target="https://example.org/" TargetMode="External"/>`,
    ),
    ...changed,
  };
  const entries = Object.entries(parts).map(
    ([name, part]): ZipEntry => (typeof part === "string" ? { name, text: part } : { name, bytes: part }),
  );
  return zipped(entries, now);
}

const made = (bytes: Uint8Array, file: "docx" | "html" = "docx") =>
  exportPaper("opinion", file, document, { ...question, template: { name: "mine.docx", bytes } }, shelf);

function written(bytes: Uint8Array) {
  const paper = made(bytes);
  if (!paper.ok) throw new Error(JSON.stringify(paper.problems));
  return { parts: partsOf(paper.value.bytes), problems: paper.value.problems };
}

describe("a paper by a clerk's own template", () => {
  const { parts, problems } = written(templateWith());
  const part = (name: string): string => parts.get(name) ?? "";
  const body = part("word/document.xml");
  const plain = exportPaper("opinion", "docx", document, question, shelf);

  test("has the words of ours and none of the template's", () => {
    if (!plain.ok) throw new Error("the paper can be made");
    expect(wordsIn(body)).toBe(wordsIn(partsOf(plain.value.bytes).get("word/document.xml") ?? ""));
    expect(body).not.toContain("不应出现的正文");
  });

  test("has the template's styles as they are, with those it lacks, which are said", () => {
    const styles = part("word/styles.xml");
    expect(styles.startsWith(STYLES.slice(0, -"</w:styles>".length))).toBe(true);
    const ids = [...styles.matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const used = [...body.matchAll(/<w:(?:p|tbl)Style w:val="([^"]*)"/g)].map(([, id]) => id);
    expect(used.filter((id) => !ids.includes(id))).toEqual([]);
    // 标题 1 is the template's, whatever it is called there; the id “Body” is taken by another style.
    expect(body).toContain('<w:pStyle w:val="1"/>');
    expect(body).not.toContain('<w:pStyle w:val="Body"/>');
    const said = problems.find(({ code }) => code === "template.styles")?.message.zh;
    expect(said).toContain("Body Text");
    expect(said).not.toMatch(/heading 1/);
  });

  test("numbers headings where the template does not, by lists that do not touch its own", () => {
    const numbering = part("word/numbering.xml");
    const lists = [...numbering.matchAll(/<w:num w:numId="(\d+)"/g)].map(([, id]) => id);
    expect(lists).toEqual(["5", "6", "7"]);
    expect(numbering.lastIndexOf("<w:abstractNum ")).toBeLessThan(numbering.indexOf("<w:num "));
    expect(body).toContain('<w:pStyle w:val="1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="6"/></w:numPr>');
  });

  test("has its pages and its header with the picture, and our footer nowhere", () => {
    const section = body.match(/<w:sectPr>.*?<\/w:sectPr>/s)?.[0] ?? "";
    expect(section).toContain('w:top="2098" w:bottom="1985" w:left="1588" w:right="1474"');
    expect(section).toContain('<w:docGrid w:type="lines" w:linePitch="312"/>');
    const [, id] = /<w:headerReference w:type="default" r:id="([^"]+)"/.exec(section) ?? [];
    const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(part("word/_rels/document.xml.rels"))?.[1];
    expect(part(`word/${target}`)).toBe(HEADER);
    expect(part(`word/_rels/${target}.rels`)).toContain('Target="media/own1.png"');
    expect(part("[Content_Types].xml")).toContain('Extension="png"');
    expect(parts.has("word/media/own1.png")).toBe(true);
    expect(section).not.toContain("footerReference");
    // Tables are as wide as the pages are.
    expect(body).toContain(`<w:tblW w:w="${11906 - 1588 - 1474}" w:type="dxa"/>`);
  });

  test("is sound, and every part it names is there", () => {
    for (const [name, text] of parts)
      if (/\.(xml|rels)$/.test(name)) expect([name, ...xmlFaults(text)]).toEqual([name]);
    for (const [, target = ""] of part("word/_rels/document.xml.rels").matchAll(/Target="([^"]+)"/g))
      expect(parts.has(`word/${target}`)).toBe(true);
  });
});

test("our own template, given back, changes nothing and lacks nothing", () => {
  const { parts, problems } = written(exportWordTemplate({ lang: "zh", now }));
  expect(problems.filter(({ code }) => code.startsWith("template."))).toEqual([]);
  const plain = exportPaper("opinion", "docx", document, question, shelf);
  if (!plain.ok) throw new Error("the paper can be made");
  expect(parts.get("word/styles.xml")).toBe(partsOf(plain.value.bytes).get("word/styles.xml"));
});

describe("a template that is refused", () => {
  const link = (kind: string): string =>
    relations(
      `<Relationship Id="rId1" Type="${TYPE}/${kind}" Target="https://planted.example/x" TargetMode="External"/>`,
    );
  const field = (instruction: string): string =>
    HEADER.replace("<w:t>", `<w:instrText>${instruction}</w:instrText><w:t>`);
  test.each<[string, string, Readonly<Record<string, string | Buffer>>]>([
    ["macros", "template.macros", { "word/vbaProject.bin": DOT }],
    ["a .docm by its types", "template.macros", { "[Content_Types].xml": '<Types a="x.macroEnabled.main+xml"/>' }],
    [
      "a template attached from outside",
      "template.external",
      { "word/_rels/settings.xml.rels": link("attachedTemplate") },
    ],
    ["a linked picture in a header", "template.external", { "word/_rels/header3.xml.rels": link("image") }],
    ["a link in a header", "template.external", { "word/_rels/header3.xml.rels": link("hyperlink") }],
    ["a field that fetches", "template.external", { "word/header3.xml": field(' INCLUDEPICTURE "http://planted" ') }],
    ["an object in a header", "template.part", { "word/header3.xml": HEADER.replace("<w:t>", "<w:object/><w:t>") }],
    ["entities", "template.declaration", { "word/styles.xml": `<!DOCTYPE x>${STYLES}` }],
    ["a bomb", "template.bomb", { "word/media/seal.png": Buffer.alloc(4_000_000) }],
    ["markup that does not end", "template.damaged", { "word/styles.xml": STYLES.slice(0, -20) }],
    ["a name that leads elsewhere", "template.hostile_name", { "../evil.xml": "<x/>" }],
  ])("%s", (_, code, changed) => {
    const paper = made(templateWith(changed));
    expect(paper.ok ? [] : paper.problems.map((problem) => problem.code)).toEqual([code]);
  });

  test("what is no .docx, and a template for a page", () => {
    const text = made(Buffer.from("PK but no archive"));
    expect(text.ok ? [] : text.problems.map(({ code }) => code)).toEqual(["template.not_docx"]);
    const page = made(templateWith(), "html");
    expect(page.ok ? [] : page.problems.map(({ code }) => code)).toEqual(["template.only_docx"]);
  });
});
