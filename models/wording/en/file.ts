import type { FileWording, RevisionPart } from "../file.ts";

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const askForCopy = "Ask the sender for a fresh copy, or open a backup.";

const PARTS: Readonly<Record<RevisionPart, string>> = {
  record: "What is recorded (time, author, note, program, or the hash of one of its parts)",
  parent: "The revision before it, missing or replaced, and that",
  results: "The saved results",
  document: "The document",
  lines: "The list of lines",
  inputs: "The list of input values",
  pack: "A rule pack",
};

/** Problems of model files in English. */
export const fileEn: FileWording = {
  file: {
    empty: () => ({ message: "The file is empty (0 bytes).", hint: askForCopy }),
    not_model: () => ({
      message: "This is not a Pingheng model file: its first bytes are not those of one.",
      hint: "Check that the right file was chosen.",
    }),
    is_json: () => ({
      message: "This file holds plain JSON, not a Pingheng model file.",
      hint: "A JSON document keeps no revisions or seals: save it as .pingheng for those. If it is a model document with another ending, give it the ending .json and open it again.",
    }),
    foreign: () => ({
      message: "This is an SQLite database of another program, not a Pingheng model file.",
      hint: "Check that the right file was chosen.",
    }),
    version_future: (a) => ({
      message: `The file was written by a newer Pingheng: its layout is ${a.found}, this program reads up to ${a.supported}.`,
      hint: "Update Pingheng, or ask for the model as .json.",
    }),
    version_unknown: (a) => ({ message: `The file states layout ${a.found}, which never existed.`, hint: askForCopy }),
    too_large: (a) => ({
      message: `The file has ${megabytes(a.bytes)}; at most ${megabytes(a.limit)} are read.`,
      hint: "Check that the right file was chosen.",
    }),
    truncated: (a) => ({
      message: `The file is cut off: it has ${a.bytes} of ${a.expected} bytes.`,
      hint: askForCopy,
    }),
    damaged: (a) => ({ message: `The file is damaged: ${a.detail}.`, hint: askForCopy }),
    wal: () => ({
      message: "The file is in a write-ahead mode that Pingheng never uses; another program has changed it.",
      hint: askForCopy,
    }),
    unfinished: (a) => ({
      message: `Beside the file lies ${a.beside}: another program was interrupted while writing, so the file may be incomplete.`,
      hint: "Ask the sender for a copy made by Pingheng. If you know that the leftover does not belong to this file, move it away.",
    }),
    schema_unknown: (a) => ({
      message: `The file contains a ${a.type} “${a.name}” that no Pingheng file has; it is not opened.`,
      hint: askForCopy,
    }),
    schema_differs: (a) => ({
      message: `The table “${a.name}” is missing or differs from that of a Pingheng file.`,
      hint: askForCopy,
    }),
    content: (a) => ({ message: `The file contradicts itself: ${a.what}.`, hint: askForCopy }),
    surplus: (a) => ({
      message: `The ${a.table} table of the file holds a row that belongs to no revision (${a.row.slice(0, 16)}): it was added outside Pingheng.`,
      hint: askForCopy,
    }),
    tampered: (a) => ({
      message: `${PARTS[a.part]} of revision ${a.number} (${a.revision}) does not match its fingerprint: it was changed outside Pingheng.`,
      hint: askForCopy,
    }),
    chain_broken: (a) => ({
      message: `The chain of the file breaks at entry ${a.entry}: it was changed or cut outside Pingheng.`,
      hint: askForCopy,
    }),
    sheet_altered: (a) => ({
      message: `The ${a.of} sheet is not what was locked: it was changed after locking, or says it is locked and never was.`,
      hint: askForCopy,
    }),
    draft_tampered: () => ({
      message: "The draft in the file does not match its own fingerprint: it was changed outside Pingheng.",
      hint: askForCopy,
    }),
    attachment_tampered: (a) => ({
      message: `Attachment ${a.hash.slice(0, 16)} is missing, superfluous or not what its fingerprint says: it was changed outside Pingheng.`,
      hint: askForCopy,
    }),
    attachment_too_large: (a) => ({
      message: `The attachment has ${megabytes(a.bytes)}; at most ${megabytes(a.limit)} each are kept.`,
      hint: "Compress the scan, or split it into several files.",
    }),
    attachments_too_large: (a) => ({
      message: `The attachments have ${megabytes(a.bytes)} together; a model file keeps at most ${megabytes(a.limit)}.`,
      hint: "Remove what is not needed, or scan at a lower resolution.",
    }),
    text_too_large: (a) => ({
      message: `${a.what} has ${megabytes(a.bytes)}; at most ${megabytes(a.limit)} are read.`,
    }),
    too_many: (a) => ({ message: `The file has ${a.count} entries in ${a.what}; at most ${a.limit} are read.` }),
    document_not_json: (a) => ({ message: `The document in the file is not JSON: ${a.detail}.`, hint: askForCopy }),
    not_utf8: () => ({ message: "The file is not UTF-8 text.", hint: "Save it as UTF-8 and open it again." }),
    timeout: (a) => ({
      message: `Reading the file was ended after ${a.seconds} s: it is damaged, or made to keep a program busy.`,
      hint: askForCopy,
    }),
    no_declarations: () => ({
      message: "This revision was saved by an earlier program, without the lines it was computed from.",
      hint: "It can be recomputed with today's mechanisms only.",
    }),
    language_gone: (a) => ({
      message: `This revision is written in language ${a.language}, which is no longer computed. Nobody changed the file.`,
      hint: "Compute it with the program version that saved it.",
    }),
    declarations: (a) => ({
      message: `The lines this revision was computed from cannot be read (${a.detail}).`,
      hint: askForCopy,
    }),
    reader_ended: (a) => ({
      message: `The separate process that reads files ended unexpectedly (${a.detail}); the file is probably damaged.`,
      hint: askForCopy,
    }),
  },
  disk: {
    missing: () => ({ message: "There is no such file.", hint: "It may have been moved, renamed or deleted." }),
    folder_missing: (a) => ({
      message: `The folder ${a.folder} does not exist.`,
      hint: "Create it, connect the drive, or choose another folder.",
    }),
    is_folder: () => ({ message: "This is a folder, not a file." }),
    not_regular: () => ({ message: "This is a device or a pipe, not a file." }),
    no_permission: () => ({
      message: "You have no permission for this file.",
      hint: "Ask for access, or choose another place.",
    }),
    folder_no_permission: (a) => ({
      message: `You may not write in the folder ${a.folder}.`,
      hint: "Use “Save as” with another folder.",
    }),
    read_only: () => ({
      message: "The file or its drive is write-protected.",
      hint: "Use “Save as” with another name or folder.",
    }),
    opened_read_only: () => ({
      message: "The file was opened for reading only.",
      hint: "Use “Save as” with another name.",
    }),
    full: () => ({
      message: "There is not enough space on the drive; the file is as it was before.",
      hint: "Free some space, or save on another drive.",
    }),
    locked: (a) => ({
      message: "Another window or computer is saving this file at the moment.",
      hint: `Try again. If nobody is saving it, an interrupted save left ${a.lock} behind: delete that file.`,
    }),
    held: (a) => ({
      message: `The file is open at ${a.user === "" ? "another program" : a.user} on the computer ${a.host}, since ${a.since}.`,
      hint: "Wait until it is closed there, or save under another name.",
    }),
    in_use: () => ({
      message: "Another program holds the file open.",
      hint: "Close it there, or use “Save as” with another name.",
    }),
    changed_elsewhere: () => ({
      message: "The file was changed by somebody else since it was opened; nothing was overwritten.",
      hint: "Save under another name, then compare the two files.",
    }),
    exists: () => ({ message: "There is a file already; it was not replaced.", hint: "Choose another name." }),
    name_too_long: () => ({ message: "The file name or path is too long.", hint: "Choose a shorter one." }),
    io: (a) => ({ message: `The drive reports an error (${a.errno}).`, hint: "Check the drive or the connection." }),
    revision_unknown: (a) => ({
      message: `The file has no revision “${a.revision}”.`,
      hint: `Its newest revisions: ${a.known.join(", ")}.`,
    }),
  },
};
