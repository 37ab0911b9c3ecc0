/** No honest model file comes near these; beyond them a file is refused before its contents are read. */
export const limits = {
  fileBytes: 256 * 1024 * 1024,
  documentBytes: 32 * 1024 * 1024,
  /** Lines of a revision, and the values of its inputs, as text. */
  graphBytes: 64 * 1024 * 1024,
  /** Of texts kept deflated, as they lie in the file. */
  packedBytes: 16 * 1024 * 1024,
  packBytes: 8 * 1024 * 1024,
  stepBytes: 32 * 1024 * 1024,
  historyBytes: 64 * 1024 * 1024,
  revisions: 100_000,
  /** What happened to a file: saved, sealed and so on. */
  entries: 200_000,
  /** Results of one revision, and of all. */
  resultsBytes: 256 * 1024,
  allResultsBytes: 64 * 1024 * 1024,
  /** Of one attachment, and of all there are in a file. */
  attachmentBytes: 20 * 1024 * 1024,
  allAttachmentsBytes: 128 * 1024 * 1024,
  attachmentsPerRevision: 1_000,
  packsPerRevision: 1_000,
  historySteps: 100_000,
  /** Names and notes of one revision. */
  wordBytes: 64 * 1024,
} as const;
