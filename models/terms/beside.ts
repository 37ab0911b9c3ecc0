/** What stands in an input beside another one: its word, `given` where it is given and no word, nothing where it is left out. */
export type Beside = (name: string) => string | undefined;

/** Words beside an input, any of which will do; one left out is `""`. */
export type Words = Readonly<Record<string, string | readonly string[]>>;

/** Whether the words beside an input are such; always where none are asked for. */
export const fits = (where: Words | undefined, word: Beside): boolean =>
  Object.entries(where ?? {}).every(([name, words]) => [words].flat().includes(word(name) ?? ""));
