/**
 * Version of the formula language: the meaning of its functions and of the operations they become. A stored revision says in which version it
 * was written. An operation whose meaning changes raises it; the old one stays loadable, or revisions of that version are no longer computed.
 */
export const LANGUAGE_VERSION = 1;

/** Versions that are still computed as they were meant. */
export function isComputed(language: number): boolean {
  return language === LANGUAGE_VERSION;
}
