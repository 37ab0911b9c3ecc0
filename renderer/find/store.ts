import { create } from "zustand";

interface Finding {
  readonly isOpen: boolean;
  readonly typed: string;
  /** Which of the places found is shown, counted from 0. */
  readonly at: number;
  /** Grows with each step, so that going on to the same place shows it again. */
  readonly steps: number;
}

/** 页内查找: what is looked for on the page, kept when the bar is closed. */
export const useFind = create<Finding>()(() => ({ isOpen: false, typed: "", at: 0, steps: 0 }));

/** Opens the bar, or goes back to it. */
export function openFind(): void {
  useFind.setState({ isOpen: true });
  const field = document.querySelector<HTMLInputElement>(".find-bar input");
  field?.focus();
  field?.select();
}

export function closeFind(): void {
  useFind.setState({ isOpen: false });
}

/** To the next place or the one before; opens the bar where it is closed. */
export function findOn(step: 1 | -1): void {
  const { isOpen, at, steps } = useFind.getState();
  if (isOpen) useFind.setState({ at: at + step, steps: steps + 1 });
  else openFind();
}

export function lookFor(typed: string): void {
  useFind.setState(({ steps }) => ({ typed, at: 0, steps: steps + 1 }));
}
