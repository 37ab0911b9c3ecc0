import i18next from "i18next";
import { beforeAll, describe, expect, test } from "vitest";
import type { FieldView } from "../../app/contract.ts";
import { documentSchema } from "../../models/document/schema.ts";
import { en } from "../../renderer/language/en/index.ts";
import { startLanguage, words } from "../../renderer/language/i18n.ts";
import { zh } from "../../renderer/language/zh/index.ts";
import { displayOf, displayOfField, unitWords } from "../../renderer/numbers/units.ts";
import {
  conventionSettings,
  customLineFields,
  partyColumns,
  phaseColumns,
  plotColumns,
  projectSettings,
  recordFields,
  timelineSettings,
} from "../../renderer/settings/fields.ts";

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ""): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value] as const] : leaves(value, `${path}${key}.`),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1]).sort();

beforeAll(() => startLanguage("zh"));

describe("two complete languages", () => {
  const chinese = new Map(leaves(zh));
  const english = new Map(leaves(en));

  test("the same keys, none empty, the same things filled in", () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
    for (const [key, text] of chinese) {
      expect(text.trim(), key).not.toBe("");
      expect(placeholders(english.get(key) ?? ""), key).toEqual(placeholders(text));
    }
  });

  test("no Chinese in the English wording but the name of the language", () => {
    const mixed = [...english].filter(([, text]) => /[一-鿿]/u.test(text)).map(([key]) => key);
    expect(mixed.sort()).toEqual(["preferences.chinese", "preferences.otherLanguage", "preferences.switchLanguage"]);
  });

  test("Chinese punctuation in Chinese sentences", () => {
    const wrong = [...chinese].filter(([, text]) => /[一-鿿][,;:?!]/u.test(text)).map(([key]) => key);
    expect(wrong).toEqual([]);
  });
});

describe("settings of the document", () => {
  const all = (): readonly (readonly [string, readonly FieldView[]])[] => [
    ["project", projectSettings()],
    ["timeline", timelineSettings()],
    ["conventions", conventionSettings()],
    ["phases", phaseColumns([])],
    ["parties", partyColumns([])],
    ["plots", plotColumns()],
    ["records", recordFields()],
    ["customLines", customLineFields()],
  ];

  test("every label and option has its wording in both languages", () => {
    for (const [place, fields] of all())
      for (const field of fields)
        for (const text of [field.label, ...(field.options ?? []).map((option) => option.label)])
          for (const lang of ["zh", "en"] as const)
            expect(text[lang], `${place} ${field.name}`).not.toMatch(/^setting\./);
  });

  test("the schema of the document takes every setting and every word of its choices", () => {
    const shape = documentSchema.shape;
    const schemas = {
      project: shape.project.shape,
      timeline: shape.timeline.shape,
      conventions: shape.conventions.unwrap().shape,
    };
    for (const [place, fields] of all()) {
      if (!(place in schemas)) continue;
      const schema = schemas[place as keyof typeof schemas] as Readonly<
        Record<string, { safeParse(value: unknown): { success: boolean } }>
      >;
      for (const field of fields) {
        expect(Object.keys(schema), place).toContain(field.name);
        for (const option of field.options ?? [])
          expect(schema[field.name]?.safeParse(option.word).success, `${field.name} ${option.word}`).toBe(true);
      }
    }
    expect(
      conventionSettings()
        .map((field) => field.name)
        .sort(),
    ).toEqual(Object.keys(schemas.conventions).sort());
  });
});

describe("units", () => {
  test("are written in the language's words", () => {
    expect(unitWords("CNY/(m2*mo)", words)).toBe("元/㎡·月");
    expect(unitWords("1", words)).toBe("");
    expect(displayOf("CNY", "yi", words)).toEqual({ places: 8, digits: 4, unit: "亿元" });
  });

  test("rates of return are per cent, coverage is a multiple", () => {
    expect(displayOf("1", "wan", words, "firr.project.pretax").unit).toBe("%");
    expect(displayOf("1", "wan", words, "dscr.minimum")).toEqual({ places: 0, digits: 2, unit: "" });
  });

  test("shares and interest are typed in per cent, counts are not", () => {
    expect(displayOfField({ unit: "1", to: 1 }, "wan", words).places).toBe(-2);
    expect(displayOfField({ unit: "1/a" }, "wan", words).unit).toBe("%/年");
    expect(displayOfField({ unit: "1", usual: [1, 40] }, "wan", words).places).toBe(0);
    expect(displayOfField({ unit: "1", to: 1, integer: true }, "wan", words).places).toBe(0);
    expect(i18next.language).toBe("zh");
  });
});
