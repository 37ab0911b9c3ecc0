import type { Block, Program } from "../ir.ts";
import { BlockReverser, type Cotangents } from "./block.ts";

/**
 * The program run backwards (反向求导): from what one cell is worth to how much it changes with every cell it rests on. It reads the cells
 * a run has left behind, one block after the other from the last to the first, and adds to a second cell beside each.
 */
export function reverseProgram({ blocks }: Program, cotangents: Cotangents): Program {
  const backwards = blocks.toReversed().map((block): Block => new BlockReverser(block, cotangents).write());
  return { blocks: backwards.filter(({ body, backwards: back }) => body.length > 0 || back !== undefined) };
}
