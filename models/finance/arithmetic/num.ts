import type { Decimal } from "decimal.js";

/** What goes in and comes out: plain double or exact decimal. */
export type Num = number | Decimal;

type Element<X> = X extends Decimal
  ? Decimal
  : X extends number
    ? number
    : X extends readonly (infer E)[]
      ? Element<E>
      : never;

type SurelyDecimal<A extends readonly unknown[]> = A extends readonly [infer Head, ...infer Rest]
  ? [Element<Head>] extends [never]
    ? SurelyDecimal<Rest>
    : [Element<Head>] extends [Decimal]
      ? true
      : SurelyDecimal<Rest>
  : false;

/**
 * The kind of number a call gives back: Decimal as soon as one argument is a Decimal, otherwise number;
 * `Num` where the types of the arguments leave it open.
 */
export type KindOf<A extends readonly unknown[]> = [Extract<Element<A[number]>, Decimal>] extends [never]
  ? number
  : SurelyDecimal<A> extends true
    ? Decimal
    : Num;
