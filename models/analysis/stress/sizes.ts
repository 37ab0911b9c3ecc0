import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import type { Problem } from "../../wording/problem.ts";
import type { Text } from "../../wording/text.ts";
import { type Sizes, STRESSES } from "./table.ts";

/** What is wrong with sizes of one's own. */
export function sizeProblems(given: readonly (readonly [id: string, size: string])[]): readonly Problem[] {
  return [...given.flatMap(([id, size]) => wrongSize(id, size)), ...twice(given.map(([id]) => id))];
}

function twice(ids: readonly string[]): readonly Problem[] {
  const found = [...new Set(ids.filter((id, index) => ids.indexOf(id) < index))];
  return found.map((id) => ({
    code: "stress.size",
    message: { zh: `压力“${id}”的幅度写了两次`, en: `the stress “${id}” has two sizes` },
    path: `sizes/${id}`,
  }));
}

function wrongSize(id: string, size: string): readonly Problem[] {
  const known = STRESSES.filter((stress) => stress.size !== undefined);
  const stress = known.find((one) => one.id === id);
  const problem = (message: Text, hint: Text): readonly Problem[] => [
    { code: "stress.size", message, path: `sizes/${id}`, hint },
  ];
  if (stress?.size === undefined) {
    const ids = known.map((one) => one.id);
    return problem(
      { zh: `没有可设幅度的压力“${id}”`, en: `there is no stress “${id}” with a size` },
      { zh: `可设幅度:${ids.join("、")}`, en: `sizes are for ${ids.join(", ")}` },
    );
  }
  if (fits(size, stress.size)) return [];
  const { zh, en } = stress.label;
  const said: Text = size === "" ? { zh: "空", en: "empty" } : { zh: size, en: size };
  return problem(
    {
      zh: `压力“${zh}”(${id})的幅度不能是 ${said.zh}`,
      en: `the size of the stress “${en}” (${id}) cannot be ${said.en}`,
    },
    directionOf(stress.size),
  );
}

function fits(size: string, { above, below, whole = false }: Sizes): boolean {
  if (!/^-?\d+(\.\d+)?$/.test(size)) return false;
  const number = new RecordDecimal(size);
  return number.greaterThan(above) && number.lessThan(below) && (!whole || number.isInteger());
}

/** Which way a size goes, and how far. */
function directionOf({ usual, above, below, whole = false }: Sizes): Text {
  if (whole)
    return {
      zh: `推迟的月数,为小于 ${below} 的正整数,如 ${usual}`,
      en: `months it comes later: whole and positive, below ${below}, as ${usual}`,
    };
  return above < 0
    ? {
        zh: `下降写负数,大于 ${above}、小于 ${below},如 ${usual}`,
        en: `a fall is written below zero: above ${above} and below ${below}, as ${usual}`,
      }
    : {
        zh: `上升写正数,大于 ${above}、小于 ${below},如 ${usual}`,
        en: `a rise is written above zero: above ${above} and below ${below}, as ${usual}`,
      };
}
