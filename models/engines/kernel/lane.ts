/** Where the numbers of one draw lie: side by side with those of another, or alone. Slot `s` is `numbers[s · count + index]`. */
export interface Lane {
  readonly numbers: Float64Array;
  readonly count: 1 | 2;
  readonly index: 0 | 1;
}

export function readSlot({ numbers, count, index }: Lane, slot: number): number {
  return numbers[slot * count + index] as number;
}

export function writeSlot({ numbers, count, index }: Lane, slot: number, value: number): void {
  numbers[slot * count + index] = value;
}

/** Slots `from` up to `to`; the memory itself where the lane is alone, a copy otherwise. */
export function slotsOf(lane: Lane, from: number, to: number): Float64Array {
  if (lane.count === 1) return lane.numbers.subarray(from, to);
  const slots = new Float64Array(to - from);
  for (let i = 0; i < slots.length; i++) slots[i] = readSlot(lane, from + i);
  return slots;
}

/** Copies the first `size` slots of one draw. */
export function copySlots(from: Lane, to: Lane, size: number): void {
  if (from.count === 1 && to.count === 1) to.numbers.set(from.numbers.subarray(0, size));
  else for (let slot = 0; slot < size; slot++) writeSlot(to, slot, readSlot(from, slot));
}
