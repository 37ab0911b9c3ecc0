import { type InputSpec, pieces } from "../../terms/inputs.ts";
import { type LineSpec, ratio } from "../define/lines.ts";

/** 按个计价: parking spaces or flats priced by the piece. */
export const piecesInput = {
  pieces: pieces("个数(不填取面积平衡表)", "pieces; from the area balance when left out", { from: 0, optional: true, usual: [20, 800] }),
} satisfies Record<string, InputSpec>;

export const piecesLine: LineSpec = ratio("pieces_offered", "个数", "pieces", "pieces or sum(role = area.pieces, product = product)");

/** A price per piece as a price per ㎡ of `area`. */
export const perArea = (price: string, area: string): string => `(${area} > 0 ? ${price} * pieces_offered / ${area} : 0)`;
