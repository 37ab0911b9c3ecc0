import { useEffect } from "react";
import { create } from "zustand";

type Reader = (text: string) => readonly string[];

/** 拼音: how Chinese words are read; loaded when somebody begins to search, for the table of characters is large. */
const useReader = create<{ readonly read: Reader | null }>()(() => ({ read: null }));

const known = new Map<string, readonly string[]>();
let loading: Promise<void> | undefined;

export function loadReadings(): Promise<void> {
  loading ??= import("pinyin-pro").then(({ pinyin }) => {
    const read: Reader = (text) => pinyin(text, { toneType: "none", type: "array", nonZh: "spaced", v: true });
    useReader.setState({ read });
  });
  return loading;
}

/** The syllables of a text, in lower case; none before they are loaded. */
export function syllablesOf(text: string): readonly string[] {
  const found = known.get(text);
  if (found !== undefined) return found;
  const { read } = useReader.getState();
  if (read === null) return [];
  const syllables = read(text).map((one) => one.toLowerCase());
  known.set(text, syllables);
  return syllables;
}

/** Loads the readings, and draws anew once they are there. */
export function useReadings(): boolean {
  useEffect(() => void loadReadings(), []);
  return useReader((state) => state.read !== null);
}
