import { SolveDialog } from "../solve/SolveDialog.tsx";
import { NewModelDialog } from "../start/NewModelDialog.tsx";
import { CloseDialog } from "./CloseDialog.tsx";
import { useNavigation } from "./navigation.ts";
import { PreferencesDialog } from "./PreferencesDialog.tsx";
import { SaveDialog } from "./SaveDialog.tsx";
import { ShortcutsDialog } from "./ShortcutsDialog.tsx";

const dialogs = {
  shortcuts: ShortcutsDialog,
  save: SaveDialog,
  new: NewModelDialog,
  solve: SolveDialog,
  preferences: PreferencesDialog,
  close: CloseDialog,
};

/** The dialog that is open, if any; each starts afresh when it opens. */
export function Dialogs() {
  const dialog = useNavigation((state) => state.dialog);
  if (dialog === null) return null;
  const Open = dialogs[dialog];
  return <Open />;
}
