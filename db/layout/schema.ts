/**
 * The tables of a model file. SQLite keeps this text, comments included, inside every file, where `sqlite3 FILE .schema`
 * shows it. A file whose schema differs from it in one character is refused.
 */
const tables = [
  `CREATE TABLE graph (
  -- The lines a revision was computed from, as text. Many revisions share one graph.
  hash TEXT PRIMARY KEY,          -- SHA-256 of text, hexadecimal
  text TEXT NOT NULL
) STRICT`,
  `CREATE TABLE pack (
  -- Full text of every rule pack that any revision uses.
  hash TEXT PRIMARY KEY,          -- SHA-256 of the JSON list [id, version, text], hexadecimal
  id TEXT NOT NULL,
  version TEXT NOT NULL,
  text TEXT NOT NULL              -- JSON
) STRICT`,
  `CREATE TABLE revision (
  -- Every saved state of the model document; rows are added, never changed.
  number INTEGER PRIMARY KEY,     -- 1, 2, 3 ... in order of saving
  id TEXT NOT NULL UNIQUE,        -- fingerprint of all columns below and of the packs
  parent TEXT REFERENCES revision (id),
  created_at TEXT NOT NULL,       -- ISO 8601, UTC
  author TEXT NOT NULL,
  note TEXT NOT NULL,
  document TEXT NOT NULL,         -- the model document, JSON
  document_hash TEXT NOT NULL,    -- SHA-256 of document, hexadecimal
  graph_hash TEXT REFERENCES graph (hash)
) STRICT`,
  `CREATE TABLE revision_pack (
  -- Which packs a revision rests on, in the order of its document.
  revision TEXT NOT NULL REFERENCES revision (id),
  position INTEGER NOT NULL,
  pack TEXT NOT NULL REFERENCES pack (hash),
  PRIMARY KEY (revision, position)
) STRICT`,
  `CREATE TABLE head (
  -- One row: where the file stands.
  only INTEGER PRIMARY KEY CHECK (only = 1),
  revision TEXT NOT NULL REFERENCES revision (id),
  written_by TEXT NOT NULL        -- program and version
) STRICT`,
  `CREATE TABLE history_step (
  -- What undo and redo would do from the head, so that both survive a restart.
  position INTEGER PRIMARY KEY,   -- order within its stack: the last step is taken first
  stack TEXT NOT NULL CHECK (stack IN ('undo', 'redo')),
  step TEXT NOT NULL              -- JSON, written and read by the application
) STRICT`,
] as const;

/** The statements that make the tables, for a new file. */
export const schemaSql = `${tables.join(";\n")};\n`;
