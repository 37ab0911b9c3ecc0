// What leaves as a file of its own.
import type { Lang } from "./basics.ts";

export interface ExchangeCalls {
  /** The model file's bytes, for the browser host's download. */
  download: {
    args: { session: string; form: "pingheng" | "json"; lang: Lang };
    value: { name: string; base64: string };
  };
  /** A scenario by the book of record as a workbook (.xlsx): the whole model with live formulas, or the standard tables to be printed in a unit of money; or as the funding plan (.docx). Long work, as `solve`. */
  exportWorkbook: {
    args: {
      session: string;
      scenario: string;
      job: string;
      form: "model" | "tables" | "plan";
      unit: "yuan" | "wan";
      lang: Lang;
    };
    value: { readonly name: string; readonly base64: string };
  };
}
