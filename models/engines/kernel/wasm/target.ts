import type { StepRoom } from "./reducers/steps.ts";

/** Where cells lie, and what the two lanes of a vector are. */
export interface Target {
  /** Slot 0 of each cell. */
  readonly offsets: readonly number[];
  readonly periods: number;
  /** Lanes are two draws, side by side in every slot; otherwise two periods, or one period and nothing. */
  readonly draws: boolean;
  readonly isScalar: (cell: number) => boolean;
  /** Where reducers work. */
  readonly room: StepRoom;
  /** Index of a function by name and number of arguments. */
  readonly functionOf: (name: string) => number;
}

/** Two float64. */
export const VECTOR_BYTES = 16;
