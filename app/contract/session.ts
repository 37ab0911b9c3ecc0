import type { BuildInfo } from "./about.ts";
import type { Json, JsonObject, ProblemView, TextView } from "./basics.ts";
import type { HeldView } from "./revisions.ts";

/** Work of an earlier time that was never saved and is kept in the user's data folder. */
export interface KeptWork {
  readonly id: string;
  readonly name: string;
  /** Where it was to be saved; absent of a model that has no file. */
  readonly path?: string;
  /** ISO 8601: its first and its last change. */
  readonly since: string;
  readonly at: string;
  /** It is open in this program. */
  readonly open: boolean;
}

/** Work on a model that was kept and never saved, beside what was saved last, which is what the document shows. */
export interface DraftView {
  /** ISO 8601: its first and its last change. */
  readonly since: string;
  readonly at: string;
  readonly author: string;
  /** Inside the file, or in the user's data folder. */
  readonly where: "file" | "profile";
  /** The file was changed by somebody else since: the draft goes on as a copy without a name. */
  readonly moved: boolean;
  /** Nothing can be changed before somebody decided on it; otherwise the model is read-only for another reason. */
  readonly decide: boolean;
}

export interface HostInfo {
  readonly kind: "electron" | "loopback";
  /** Grows when calls change their meaning; the face refuses a host that speaks another one. */
  readonly contract: 2;
  readonly version: string;
  readonly build?: BuildInfo;
  /** What it runs in, with versions: Electron and Chromium, or Node.js. */
  readonly runtime?: string;
  /** The loopback host says why it stands in for Electron, when it does. */
  readonly notice?: TextView;
  /** File to open at start, given on the command line. */
  readonly initialSession?: string;
}

/** An open model. The document is the plain JSON of the model file (shape: docs/model.schema.json). */
export interface SessionView {
  readonly session: string;
  readonly name: string;
  /** Absent while the model was never saved (new models and examples open untitled). */
  readonly path?: string;
  readonly dirty: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What undo/redo would do, for the menu. */
  readonly undoLabel?: string;
  readonly redoLabel?: string;
  /** Grows by one with every change; results name the version they belong to. */
  readonly version: number;
  readonly document: JsonObject;
  /** How the scenario asked for sees the document; absent where it is the document itself. */
  readonly seen?: SeenView;
  readonly problems: readonly ProblemView[];
  /** Present when nothing can be changed: why (a sealed file, no permission to write, a draft nobody decided on …). */
  readonly readOnly?: string;
  readonly draft?: DraftView;
  /** Present when changes could not be kept as a draft: why. */
  readonly unkept?: readonly ProblemView[];
  /** Its file is locked by a passphrase, and so is what is kept of it. */
  readonly locked?: true;
  /** Read-only until the person says whether to work on a copy or on the file: somebody else's, or sealed. */
  readonly held?: HeldView;
}

/** The document with the changes of a scenario and of those it builds on, worked out by the host. */
export interface SeenView {
  readonly scenario: string;
  readonly document: JsonObject;
  /** The same without the scenario's own changes: what "back to …" restores. */
  readonly inherited: JsonObject;
  /** Paths the scenario itself changes. */
  readonly patched: readonly string[];
}

export interface Edit {
  /** `components/sale_1/inputs/price`, `components/sale_1/enabled`, `timeline/phases/build/months`, `conventions/drawTiming`, `project/name`, or an item of a list: `components/NEW_ID` (whole component), `customLines/ID`, … */
  readonly path: string;
  /** Absent: remove what is at the path. */
  readonly value?: Json;
}
