import { create } from "zustand";
import type { Calls } from "../../app/contract.ts";
import { openDialog } from "../shell/navigation.ts";

export type ExportForm = Calls["exportWorkbook"]["args"]["form"];

interface Exporting {
  /** What the dialog of the export begins with. */
  readonly form: ExportForm;
  /** Of a bid form: the bid it shows; none for an empty form. */
  readonly bid: string;
}

export const useExporting = create<Exporting>()(() => ({ form: "model", bid: "" }));

/** Opens the dialog of the export, where something is to be chosen already with that. */
export function beginExport(asked: Partial<Exporting> = {}): void {
  useExporting.setState({ form: "model", bid: "", ...asked });
  openDialog("export");
}
