import { STATUSES } from "../../models/document/schema.ts";
import type { Draw } from "./draw.ts";
import type { World } from "./world.ts";

export type Json = Readonly<Record<string, unknown>>;

/** What kind of document is wanted. */
export interface Wish {
  /** Mechanisms with one component each; all of them, each with some chance, when left out. */
  readonly only?: readonly string[];
  /** How many of a hundred mechanisms are used, and those that always are. */
  readonly used?: number;
  readonly must?: readonly string[];
  /** How many of a hundred optional inputs are given. */
  readonly optional?: number;
  /** With whatever names what was not drawn, and with no scenarios. */
  readonly asDrawn?: true;
  readonly world?: World;
}

export interface DrawnComponent {
  readonly id: string;
  readonly mechanism: string;
  readonly enabled: boolean;
  readonly inputs: Json;
}

export const drawCounts = (draw: Draw): readonly string[] => STATUSES.filter(() => draw.chance(50));
