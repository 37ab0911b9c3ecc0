import type { ModelDocument } from "../../models/document/schema.ts";
import type { Lock } from "../bids/locks.ts";
import type { Calls, Lang, ProgressEvent, Reply } from "../contract.ts";
import type { Source } from "../files/parse.ts";
import type { MappingQuestion } from "../imports/mapping/map.ts";
import type { Verifiable } from "../revisions/verify.ts";
import type { Change } from "../sessions/patch.ts";

type Args<N extends keyof Calls> = Omit<Calls[N]["args"], "session">;

/** What a worker can be asked about an open model, by the names of the calls it answers. */
export type Task =
  | { readonly name: "board"; readonly args: Args<"board"> }
  | { readonly name: "lines"; readonly args: Args<"lines"> }
  | { readonly name: "statements"; readonly args: Args<"statements"> }
  | { readonly name: "explain"; readonly args: Args<"explain"> }
  | { readonly name: "scenarios"; readonly args: Args<"scenarios"> }
  | { readonly name: "packs"; readonly args: Args<"packs"> }
  | { readonly name: "rules"; readonly args: Args<"rules"> }
  | { readonly name: "read"; readonly args: { readonly lang: Lang; readonly source: Source } }
  /** A spreadsheet read back into the model, or as one of its own where there is none. */
  | {
      readonly name: "importFile";
      readonly args: {
        readonly job: string;
        readonly lang: Lang;
        readonly bytes: Uint8Array;
        readonly file: string;
      };
    }
  /** A table of a file read into an input of the model. */
  | {
      readonly name: "mapTables";
      readonly args: {
        readonly job: string;
        readonly lang: Lang;
        readonly bytes: Uint8Array;
        readonly file: string;
        readonly question: MappingQuestion;
      };
    }
  | { readonly name: "catalogue"; readonly args: { readonly lang: Lang } }
  | { readonly name: "agreement"; readonly args: Args<"agreement"> }
  | { readonly name: "solve"; readonly args: Args<"solve"> }
  | { readonly name: "levers"; readonly args: Args<"levers"> }
  | { readonly name: "turn"; readonly args: Args<"turn"> }
  | { readonly name: "frontier"; readonly args: Args<"frontier"> }
  | { readonly name: "advise"; readonly args: Args<"advise"> }
  | { readonly name: "compare"; readonly args: Args<"compare"> }
  | { readonly name: "remarks"; readonly args: Args<"remarks"> }
  | { readonly name: "audit"; readonly args: Args<"audit"> }
  | { readonly name: "reviewStress"; readonly args: Args<"reviewStress"> }
  | { readonly name: "opinion"; readonly args: Args<"opinion"> }
  | {
      readonly name: "exportWorkbook";
      /** The model's name and revision, the program's version and the time stand in the file. */
      readonly args: Args<"exportWorkbook"> & {
        readonly name: string;
        readonly revision: string;
        readonly version: string;
        readonly now: string;
        readonly locks: readonly Lock[];
      };
    }
  | { readonly name: "actuals"; readonly args: Args<"actuals"> }
  | { readonly name: "actualsSheet"; readonly args: Args<"actualsSheet"> }
  | { readonly name: "readActuals"; readonly args: Args<"readActuals"> }
  | { readonly name: "stress"; readonly args: Args<"stress"> }
  | {
      readonly name: "diff";
      readonly args: { readonly job: string; readonly lang: Lang; readonly from: Side; readonly to: Side };
    }
  | {
      readonly name: "verify";
      readonly args: Pick<Args<"verify">, "job" | "against" | "lang"> & {
        readonly stored: Verifiable;
        readonly path: string;
      };
    }
  | { readonly name: "computed"; readonly args: { readonly lang: Lang } }
  | { readonly name: "portfolio"; readonly args: Args<"portfolio"> }
  | { readonly name: "bids"; readonly args: Args<"bids"> & { readonly locks: readonly Lock[] } }
  | { readonly name: "starts"; readonly args: Args<"starts"> }
  | SimulationTask;

/** A state of a model: a revision as its file holds it, or with null the model as it stands. */
export interface Side {
  readonly name: string;
  readonly source: Source | null;
}

/** A simulation is one question of the contract and several of the threads: each opens it, all draw, one says what it comes to. */
export type DrawArgs = Args<"simulate">;
export type SimulationTask =
  | { readonly name: "suggestions"; readonly args: Args<"suggestions"> }
  | { readonly name: "drawOpen"; readonly args: DrawArgs }
  /** `leads`: tells how far all of them are. */
  | { readonly name: "draw"; readonly args: DrawArgs & { readonly shared: SharedArrayBuffer; readonly leads: boolean } }
  | { readonly name: "drawAnswer"; readonly args: DrawArgs & { readonly shared: SharedArrayBuffer } }
  | { readonly name: "simulationChecks"; readonly args: Args<"simulationChecks"> };

export type TaskName = Task["name"];

/** The model a task is about: whole when the worker does not know it yet, afterwards what has changed since. */
export type ModelUpdate =
  | { readonly session: string; readonly version: number; readonly document: ModelDocument }
  | { readonly session: string; readonly version: number; readonly changes: readonly Change[] };

export interface Question {
  readonly id: number;
  /** Absent for what rests on no model. */
  readonly model?: ModelUpdate;
  readonly task: Task;
  /** One 32-bit number; 1 asks the worker to stop. */
  readonly stop: SharedArrayBuffer;
}

/** What is sent to a worker. */
export type ToWorker = { readonly ask: Question } | { readonly forget: string };

/** What comes back. */
export type FromWorker =
  /** The thread takes it up. */
  | { readonly id: number; readonly begun: true }
  | { readonly id: number; readonly reply: Reply<unknown> }
  | { readonly id: number; readonly done: number; readonly total: number; readonly partial?: ProgressEvent["partial"] }
  /** A programming error; the host logs it. */
  | { readonly id: number; readonly error: string };
