import type { z } from "zod";
import { compareDecimals, readDecimal } from "../../language/decimal.ts";
import { AMOUNT_MAX } from "../../terms/conventions.ts";
import type { DocumentCode } from "../../wording/zh/document.ts";
import { amount } from "../schemaParts.ts";

/** A decimal literal between two, both included. */
function between(from: string, to: string, code: DocumentCode): z.ZodType<string, string | number> {
  const [low, high] = [readDecimal(from), readDecimal(to)];
  return amount.refine(
    (text) => {
      const value = readDecimal(text);
      return (
        value !== undefined &&
        low !== undefined &&
        high !== undefined &&
        compareDecimals(value, low) >= 0 &&
        compareDecimals(value, high) <= 0
      );
    },
    { params: { code } },
  );
}

/** 元, or another quantity that cannot be negative. */
export const money = between("0", AMOUNT_MAX, "document.not_amount");
/** Of a whole. */
export const share = between("0", "1", "document.not_share");
/** A year: growth, inflation, discount. */
export const rate = between("-0.5", "1", "document.not_yearly_rate");
/** Any figure. */
export const signed = between(`-${AMOUNT_MAX}`, AMOUNT_MAX, "document.not_figure");
