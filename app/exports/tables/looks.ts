import type { CellStyle } from "hucre/xlsx";
import type { Lang } from "../../contract.ts";

type Font = NonNullable<CellStyle["font"]>;

/** What offices print in. */
export const FONTS: Readonly<Record<Lang, { readonly name: string; readonly size: number }>> = {
  zh: { name: "宋体", size: 10 },
  en: { name: "Arial", size: 9 },
};

const thin = { style: "thin", color: { rgb: "000000" } } as const;
const box = { top: thin, bottom: thin, left: thin, right: thin };
const wrapped = { wrapText: true, vertical: "center" } as const;

/** What cells of printed tables look like: black on white, every cell in a box. */
const LOOKS = {
  title: { bold: true, size: 16, alignment: { horizontal: "center", vertical: "center" } },
  titleLeft: { bold: true, size: 16, alignment: { vertical: "center" } },
  left: { alignment: { vertical: "center" } },
  right: { alignment: { horizontal: "right", vertical: "center" } },
  note: { alignment: { wrapText: true, vertical: "top" } },
  heading: { bold: true, alignment: { vertical: "center" } },
  head: { bold: true, boxed: true, alignment: { ...wrapped, horizontal: "center" } },
  no: { boxed: true, alignment: { horizontal: "center", vertical: "center" } },
  item: { boxed: true, alignment: wrapped },
  itemTop: { bold: true, boxed: true, alignment: wrapped },
  figure: { boxed: true, alignment: { horizontal: "right", vertical: "center" } },
  figureTop: { bold: true, boxed: true, alignment: { horizontal: "right", vertical: "center" } },
} as const satisfies Record<
  string,
  {
    readonly bold?: true;
    readonly size?: number;
    readonly boxed?: true;
    readonly alignment: NonNullable<CellStyle["alignment"]>;
  }
>;

export type Look = keyof typeof LOOKS;

/** @param indent how far a text stands in, in characters */
export function styleOf(look: Look, lang: Lang, indent = 0): CellStyle {
  const {
    alignment,
    ...more
  }: {
    readonly bold?: true;
    readonly size?: number;
    readonly boxed?: true;
    readonly alignment: NonNullable<CellStyle["alignment"]>;
  } = LOOKS[look];
  const font: Font = {
    ...FONTS[lang],
    ...(more.bold ? { bold: true } : {}),
    ...(more.size === undefined ? {} : { size: more.size }),
  };
  return {
    font,
    alignment: { ...alignment, ...(indent > 0 ? { indent, horizontal: "left" } : {}) },
    ...(more.boxed ? { border: box } : {}),
  };
}
