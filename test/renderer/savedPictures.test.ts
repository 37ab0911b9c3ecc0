import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { barsDrawing } from "../../renderer/picture/bars.ts";
import { framed, type Picture } from "../../renderer/picture/frame.ts";
import { fileName } from "../../renderer/picture/save.ts";
import { wrapped } from "../../renderer/picture/wrap.ts";

const FACE = join(import.meta.dirname, "../../renderer");
const measure = (text: string, size: number) =>
  [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0xff ? size : size / 2), 0);

const picture: Picture = {
  title: '<script>alert(1)</script> & "引号"',
  facts: ["项目：甲", "单位：万元"],
  keys: [{ label: "流入<b>", colour: "rgb(1, 2, 3)", opacity: 1, look: "box" }],
  notes: ["注".repeat(120)],
  drawing: { width: 300, height: 100, markup: '<rect width="300" height="100"/>' },
};

describe("a saved picture", () => {
  const { svg, width, height } = framed(picture, measure);

  test("says title, facts, legend and notes, and what people wrote stays words", () => {
    expect(svg).not.toMatch(/<script|<b>/);
    expect(svg).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;引号&quot;");
    expect(svg).toContain("流入&lt;b&gt;");
    expect(svg).toContain("项目：甲\u2003单位：万元");
    expect(svg).toContain('fill="rgb(1, 2, 3)"');
    // 120 signs of 12 px do not go on one line of 528.
    expect(svg.match(/>注+</g)?.map((line) => line.length - 2)).toEqual([44, 44, 32]);
    expect([...svg.matchAll(/ y="([\d.]+)"/g)].every(([, y]) => Number(y) < height)).toBe(true);
    expect(width).toBe(560);
  });

  test("asks for nothing from outside", () => {
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https?:|href|url\(|@import|<style/);
  });

  test("has a name that every system takes", () => {
    expect(fileName(["..甲/乙", "现金: <流>?"], "png")).toBe("甲 乙-现金 流.png");
    expect([...fileName(["长".repeat(300)], "svg")].length).toBeLessThan(90);
  });
});

describe("lines of a picture", () => {
  test("are no wider than they may be, and closing marks do not begin one", () => {
    const text = "项目资金平衡，差额为零。the quick brown fox，Donaudampfschifffahrtsgesellschaft";
    const lines = wrapped(text, 84, 12, measure);
    expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
    for (const line of lines) {
      expect(measure(line, 12)).toBeLessThanOrEqual(84);
      expect(line).not.toMatch(/^[，。]/);
    }
  });
});

test("bars of a tornado begin in the middle and go to their side", () => {
  const bar = (from: number, to: number) => ({ from, to, colour: "#123456", before: "9", after: "(1.00)" });
  const { markup, height } = barsDrawing([{ label: "售价", bars: [bar(0.5, 0.25), bar(0.5, 1)] }], true, measure);
  const boxes = [...markup.matchAll(/<rect x="([\d.]+)" y="\d+" width="([\d.]+)"/g)].map(([, x, w]) => [
    +(x ?? 0),
    +(w ?? 0),
  ]);
  expect(boxes).toEqual([
    [410, 80],
    [490, 160],
  ]);
  expect(markup).toContain('x1="490" x2="490"');
  expect(height).toBe(36);
});

/** A chart that cannot be saved is found here: whatever draws one stands in the frame that saves it, or is put into it. */
test("every chart of the face can be saved as a picture", () => {
  const files = readdirSync(FACE, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tsx"));
  const texts = new Map(files.map((name) => [name, readFileSync(join(FACE, name), "utf8")]));
  // Icons, and the course of a line beside its name, are no charts.
  const isFramed = (text: string) => text.includes("<Pictured");
  const drawing = [...texts].filter(
    ([name, text]) =>
      !/^(icons|grid.Spark)/.test(name) && /<svg|<ResponsiveContainer|<(?:ul|div)[^>]*phase-bars|lever-bars/.test(text),
  );
  expect(drawing.length).toBeGreaterThan(8);
  const bare = drawing.filter(([name, text]) => {
    if (isFramed(text)) return false;
    const users = [...texts.values()].filter((other) => other.includes(`<${basename(name, ".tsx")} `));
    return users.length === 0 || !users.every(isFramed);
  });
  expect(bare.map(([name]) => name)).toEqual([]);
});
