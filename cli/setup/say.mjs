// Everything the set-up says goes to stderr, in Chinese and English: stdout belongs to the program that
// is started, so that `npm run -s pingheng -- evaluate FILE --json` prints one JSON value and nothing else.

/**
 * Prints one message in both languages.
 * @param {string} zh
 * @param {string} en
 */
export function say(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`);
}

/** A failure of the set-up that the user can act on; `run.mjs` prints it without a stack trace. */
export class SetupError extends Error {
  /**
   * @param {string} zh
   * @param {string} en
   * @param {number} [exit] exit status, 1 when not given
   */
  constructor(zh, en, exit = 1) {
    super(en);
    this.name = "SetupError";
    this.zh = zh;
    this.en = en;
    this.exit = exit;
  }
}
