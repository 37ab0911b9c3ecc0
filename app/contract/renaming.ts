import type { SessionView } from "../contract.ts";
import type { Lang } from "./basics.ts";

/** Lists of the document whose items can get another id. */
export type RenamedList = "components" | "customLines" | "parties" | "plots" | "records" | "timeline/phases";

export interface RenamingCalls {
  /** Another id for an item; formulas, scenarios and all else that names it follow, as one step of undo. */
  renameItem: {
    args: { session: string; scenario?: string; list: RenamedList; from: string; to: string; lang: Lang };
    value: SessionView;
  };
}
