import { STATUSES } from "../../models/document/schema.ts";
import type { Draw } from "./draw.ts";

export type Json = Readonly<Record<string, unknown>>;

export interface DrawnComponent {
  readonly id: string;
  readonly mechanism: string;
  readonly enabled: boolean;
  readonly inputs: Json;
}

export const drawCounts = (draw: Draw): readonly string[] => STATUSES.filter(() => draw.chance(50));
