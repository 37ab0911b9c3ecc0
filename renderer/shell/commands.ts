import type { CommandName, PageName } from "../../app/contract.ts";
import { beginExport } from "../exchange/exporting.ts";
import { beginImport } from "../exchange/importing.ts";
import { previewHere } from "../exchange/printing.ts";
import { findOn, openFind } from "../find/store.ts";
import { confirmAndGoOn } from "../guide/goOn.ts";
import { redo, undo } from "../session/edit.ts";
import { goToNextMissing } from "../session/missing.ts";
import { clearRecent, closeModel, pickAndOpen } from "../session/open.ts";
import { save, saveAs } from "../session/save.ts";
import { getSession } from "../session/store.ts";
import { chooseComponent, goAlong, goTo, openDialog } from "./navigation.ts";

interface Told {
  readonly run: () => void;
  /** Only with a model open. */
  readonly inModel?: boolean;
}

const page = (name: PageName): Told => ({ run: () => goTo({ page: name }), inModel: true });

/** Closes the model, and asks before that where something was not saved. */
export function closeAsked(): void {
  if (getSession().session?.dirty) openDialog("close");
  else void closeModel();
}

/** 命令: everything a menu or a key can ask of the face. */
export const commands: Readonly<Record<CommandName, Told>> = {
  new: { run: () => openDialog("new") },
  open: { run: () => void pickAndOpen() },
  clearRecent: { run: () => void clearRecent() },
  save: { run: () => void save(), inModel: true },
  note: { run: () => openDialog("note"), inModel: true },
  saveAs: { run: () => void saveAs(), inModel: true },
  import: { run: () => beginImport() },
  export: { run: () => beginExport(), inModel: true },
  print: { run: () => void previewHere(), inModel: true },
  lock: { run: () => openDialog("lock"), inModel: true },
  close: { run: closeAsked, inModel: true },
  preferences: { run: () => openDialog("preferences") },
  undo: { run: () => void undo(), inModel: true },
  redo: { run: () => void redo(), inModel: true },
  find: { run: openFind, inModel: true },
  findNext: { run: () => findOn(1), inModel: true },
  findBack: { run: () => findOn(-1), inModel: true },
  palette: { run: () => openDialog("palette") },
  add: { run: () => chooseComponent(), inModel: true },
  back: { run: () => goAlong("back"), inModel: true },
  forward: { run: () => goAlong("forward"), inModel: true },
  solve: { run: () => openDialog("solve"), inModel: true },
  missing: { run: goToNextMissing, inModel: true },
  assumed: { run: confirmAndGoOn, inModel: true },
  shortcuts: { run: () => openDialog("shortcuts") },
  keys: { run: () => openDialog("keys") },
  experience: { run: () => openDialog("experience") },
  guidebook: { run: () => openDialog("guidebook") },
  licences: { run: () => openDialog("licences") },
  about: { run: () => openDialog("about") },
  "page.board": page("board"),
  "page.guide": page("guide"),
  "page.components": page("components"),
  "page.project": page("project"),
  "page.timeline": page("timeline"),
  "page.parties": page("parties"),
  "page.plots": page("plots"),
  "page.records": page("records"),
  "page.packs": page("packs"),
  "page.conventions": page("conventions"),
  "page.customLines": page("customLines"),
  "page.scenarios": page("scenarios"),
  "page.lines": page("lines"),
  "page.review": page("review"),
  "page.revisions": page("revisions"),
  "page.bids": page("bids"),
  "page.actuals": page("actuals"),
  "page.levers": page("levers"),
  "page.advise": page("advise"),
  "page.simulate": page("simulate"),
  "page.rules": page("rules"),
  "page.statements": page("statements"),
};

/** Does it, where it means something now. @returns whether it did */
export function runCommand(name: CommandName): boolean {
  const { run, inModel } = commands[name];
  if (inModel && !getSession().session) return false;
  run();
  return true;
}
