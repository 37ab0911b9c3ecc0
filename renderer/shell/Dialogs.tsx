import { AboutDialog } from "../about/AboutDialog.tsx";
import { LicencesDialog } from "../about/LicencesDialog.tsx";
import { SealedDialog } from "../bids/SealedDialog.tsx";
import { ExportDialog } from "../exchange/ExportDialog.tsx";
import { ImportDialog } from "../exchange/ImportDialog.tsx";
import { ExperienceDialog } from "../experience/ExperienceDialog.tsx";
import { GuideDialog } from "../guidebook/GuideDialog.tsx";
import { PaletteDialog } from "../palette/PaletteDialog.tsx";
import { PasteDialog } from "../paste/PasteDialog.tsx";
import { MarkDialog } from "../remarks/MarkDialog.tsx";
import { MergeDialog } from "../revisions/MergeDialog.tsx";
import { NoteDialog } from "../revisions/NoteDialog.tsx";
import { SolveDialog } from "../solve/SolveDialog.tsx";
import { NewModelDialog } from "../start/NewModelDialog.tsx";
import { KeysDialog } from "../vault/KeysDialog.tsx";
import { LockDialog } from "../vault/LockDialog.tsx";
import { CloseDialog } from "./CloseDialog.tsx";
import { useNavigation } from "./navigation.ts";
import { PreferencesDialog } from "./PreferencesDialog.tsx";
import { SaveDialog } from "./SaveDialog.tsx";
import { ShortcutsDialog } from "./ShortcutsDialog.tsx";

const dialogs = {
  shortcuts: ShortcutsDialog,
  save: SaveDialog,
  note: NoteDialog,
  export: ExportDialog,
  import: ImportDialog,
  lock: LockDialog,
  sealedBids: SealedDialog,
  keys: KeysDialog,
  experience: ExperienceDialog,
  mark: MarkDialog,
  merge: MergeDialog,
  palette: PaletteDialog,
  paste: PasteDialog,
  new: NewModelDialog,
  solve: SolveDialog,
  preferences: PreferencesDialog,
  close: CloseDialog,
  about: AboutDialog,
  licences: LicencesDialog,
  guidebook: GuideDialog,
};

/** The dialog that is open, if any; each starts afresh when it opens. */
export function Dialogs() {
  const dialog = useNavigation((state) => state.dialog);
  if (dialog === null) return null;
  const Open = dialogs[dialog];
  return <Open />;
}
