/** The name of an input without the note in parentheses that ends it: what is to be typed there is no part of the name of a scenario. */
export const withoutHint = (label: string): string => label.replace(/\s*[(（][^()（）]*[)）]$/u, "") || label;
