/**
 * Version of the formula language. It grows when something that could be written before comes to mean something else: a formula, an
 * operation, a tolerance. What is added and could not be written before leaves it as it is.
 */
export const LANGUAGE_VERSION = 1;

/** Versions that are still computed as they were meant. */
export function isComputed(language: number): boolean {
  return language === LANGUAGE_VERSION;
}
