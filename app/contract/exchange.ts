// What leaves as a file of its own.
import type { Lang } from "./basics.ts";

export interface ExchangeCalls {
  /** The model file's bytes, for the browser host's download. */
  download: {
    args: { session: string; form: "pingheng" | "json"; lang: Lang };
    value: { name: string; base64: string };
  };
  /** A scenario as a workbook (.xlsx) by the book of record: the whole model with live formulas, or the standard tables to be printed in a unit of money. Long work, as `solve`. */
  exportWorkbook: {
    args: {
      session: string;
      scenario: string;
      job: string;
      form: "model" | "tables";
      unit: "yuan" | "wan";
      lang: Lang;
    };
    value: { readonly name: string; readonly base64: string };
  };
}
