// What leaves as a file of its own.
import type { Lang } from "./basics.ts";

export interface ExchangeCalls {
  /** The model file's bytes, for the browser host's download. */
  download: {
    args: { session: string; form: "pingheng" | "json"; lang: Lang };
    value: { name: string; base64: string };
  };
  /** A scenario as a workbook with live formulas (.xlsx), by the book of record. Long work, as `solve`. */
  exportWorkbook: {
    args: { session: string; scenario: string; job: string; lang: Lang };
    value: { readonly name: string; readonly base64: string };
  };
}
