/** 版本印记: the state of the sources a program was built of. */
export interface BuildInfo {
  /** Hash of the commit; absent where it was built outside a checkout. */
  readonly commit?: string;
  /** Files differed from the commit. */
  readonly modified?: boolean;
  /** ISO 8601: when the commit was made, or what the builder has said. */
  readonly date?: string;
}

/** One piece of software by others that is shipped with the program. */
export interface LicenceView {
  readonly name: string;
  readonly version: string;
  /** As an SPDX expression. */
  readonly licence: string;
  /** Absent where the package came without it. */
  readonly text?: string;
}
