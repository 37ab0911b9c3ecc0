/**
 * The tables of a model file. SQLite keeps this text, comments included, inside every file, where `sqlite3 FILE .schema`
 * shows it. A file whose schema differs from it in one character is refused.
 */
const tables = {
  graph: `CREATE TABLE graph (
  -- The lines revisions were computed from, as they were declared. Many revisions share one list.
  hash TEXT PRIMARY KEY,          -- SHA-256 of the text, hexadecimal
  lines BLOB NOT NULL             -- JSON, raw deflate (RFC 1951)
) STRICT`,
  pack: `CREATE TABLE pack (
  -- Full text of every rule pack that any revision uses.
  hash TEXT PRIMARY KEY,          -- SHA-256 of the JSON list [id, version, text], hexadecimal
  id TEXT NOT NULL,
  version TEXT NOT NULL,
  text TEXT NOT NULL              -- JSON
) STRICT`,
  revision: `CREATE TABLE revision (
  -- Every saved state of the model document; rows are added, never changed.
  number INTEGER PRIMARY KEY,     -- 1, 2, 3 ... in order of saving
  id TEXT NOT NULL UNIQUE,        -- fingerprint of all columns below and of the packs
  parent TEXT REFERENCES revision (id),
  created_at TEXT NOT NULL,       -- ISO 8601, UTC
  author TEXT NOT NULL,
  note TEXT NOT NULL,
  document TEXT NOT NULL,         -- the model document, JSON
  document_hash TEXT NOT NULL,    -- SHA-256 of document, hexadecimal
  graph_hash TEXT REFERENCES graph (hash),
  inputs_hash TEXT,               -- SHA-256 of the text of inputs, hexadecimal
  inputs BLOB,                    -- timeline and values of the input lines by scenario: JSON, raw deflate
  results_hash TEXT,              -- SHA-256 of results, hexadecimal
  results TEXT,                   -- what it came to: verdicts and indicators of the base scenario, JSON
  program TEXT                    -- program and version that saved it
) STRICT`,
  revision_pack: `CREATE TABLE revision_pack (
  -- Which packs a revision rests on, in the order of its document.
  revision TEXT NOT NULL REFERENCES revision (id),
  position INTEGER NOT NULL,
  pack TEXT NOT NULL REFERENCES pack (hash),
  PRIMARY KEY (revision, position)
) STRICT`,
  entry: `CREATE TABLE entry (
  -- What happened to the file, in order; rows are added, never changed. Each names the one before it by its hash.
  number INTEGER PRIMARY KEY,     -- 1, 2, 3 ...
  hash TEXT NOT NULL UNIQUE,      -- SHA-256 of the JSON list [hash before or null, kind, at, author, revision, content]
  kind TEXT NOT NULL,             -- what it was: a revision saved, one sealed ...
  at TEXT NOT NULL,               -- ISO 8601, UTC
  author TEXT NOT NULL,
  revision TEXT NOT NULL REFERENCES revision (id),
  content TEXT NOT NULL           -- of a revision its whole fingerprint; of anything else what it says, JSON
) STRICT`,
  attachment: `CREATE TABLE attachment (
  -- Scans and the like that evidence refers to; what they are called stands in the documents. Never opened in place.
  hash TEXT PRIMARY KEY,          -- SHA-256 of bytes, hexadecimal
  bytes BLOB NOT NULL
) STRICT`,
  revision_attachment: `CREATE TABLE revision_attachment (
  -- Which attachments the document of a revision names, in its order.
  revision TEXT NOT NULL REFERENCES revision (id),
  position INTEGER NOT NULL,
  attachment TEXT NOT NULL REFERENCES attachment (hash),
  PRIMARY KEY (revision, position)
) STRICT`,
  draft: `CREATE TABLE draft (
  -- At most one row: work on the head that nobody has saved yet. It is no revision and no part of the chain.
  only INTEGER PRIMARY KEY CHECK (only = 1),
  base TEXT NOT NULL REFERENCES revision (id),
  since TEXT NOT NULL,            -- ISO 8601, UTC: the first change that was not saved
  at TEXT NOT NULL,               -- the last one
  author TEXT NOT NULL,
  hash TEXT NOT NULL,             -- SHA-256 of the JSON list [base, since, at, author, document, history, attachments]
  document BLOB NOT NULL,         -- as in revision: raw deflate
  history BLOB NOT NULL,          -- as in history_step, as one JSON list: raw deflate
  attachments TEXT NOT NULL       -- hashes of the attachments it names, JSON
) STRICT`,
  head: `CREATE TABLE head (
  -- One row: where the file stands.
  only INTEGER PRIMARY KEY CHECK (only = 1),
  revision TEXT NOT NULL REFERENCES revision (id),
  written_by TEXT NOT NULL,       -- program and version
  chain TEXT NOT NULL             -- hash of the last entry
) STRICT`,
  history_step: `CREATE TABLE history_step (
  -- What undo and redo would do from the head, so that both survive a restart.
  position INTEGER PRIMARY KEY,   -- order within its stack: the last step is taken first
  stack TEXT NOT NULL CHECK (stack IN ('undo', 'redo')),
  step TEXT NOT NULL              -- JSON, written and read by the application
) STRICT`,
} as const;

type Tables = Readonly<Record<string, string>>;

const { attachment: _file, revision_attachment: _link, draft: _work, ...before4 } = tables;

const layout3: Tables = {
  ...before4,
  entry: `CREATE TABLE entry (
  -- What happened to the file, in order; rows are added, never changed. Each names the one before it by its hash.
  number INTEGER PRIMARY KEY,     -- 1, 2, 3 ...
  hash TEXT NOT NULL UNIQUE,      -- SHA-256 of the JSON list [hash before or null, kind, at, author, revision, content]
  kind TEXT NOT NULL CHECK (kind IN ('revision', 'seal')),
  at TEXT NOT NULL,               -- ISO 8601, UTC
  author TEXT NOT NULL,
  revision TEXT NOT NULL REFERENCES revision (id),
  content TEXT NOT NULL           -- of a revision its whole fingerprint; of a seal its note, key and signature, JSON
) STRICT`,
};

const headBefore3 = `CREATE TABLE head (
  -- One row: where the file stands.
  only INTEGER PRIMARY KEY CHECK (only = 1),
  revision TEXT NOT NULL REFERENCES revision (id),
  written_by TEXT NOT NULL        -- program and version
) STRICT`;

const { entry: _since3, ...before3 } = before4;

const layout2: Tables = {
  ...before3,
  head: headBefore3,
  revision: `CREATE TABLE revision (
  -- Every saved state of the model document; rows are added, never changed.
  number INTEGER PRIMARY KEY,     -- 1, 2, 3 ... in order of saving
  id TEXT NOT NULL UNIQUE,        -- fingerprint of all columns below and of the packs
  parent TEXT REFERENCES revision (id),
  created_at TEXT NOT NULL,       -- ISO 8601, UTC
  author TEXT NOT NULL,
  note TEXT NOT NULL,
  document TEXT NOT NULL,         -- the model document, JSON
  document_hash TEXT NOT NULL,    -- SHA-256 of document, hexadecimal
  graph_hash TEXT REFERENCES graph (hash),
  inputs_hash TEXT,               -- SHA-256 of the text of inputs, hexadecimal
  inputs BLOB                     -- timeline and values of the input lines by scenario: JSON, raw deflate
) STRICT`,
};

const layout1: Tables = {
  ...layout2,
  graph: `CREATE TABLE graph (
  -- The lines a revision was computed from, as text. Many revisions share one graph.
  hash TEXT PRIMARY KEY,          -- SHA-256 of text, hexadecimal
  text TEXT NOT NULL
) STRICT`,
  revision: `CREATE TABLE revision (
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
};

const layouts: Readonly<Record<number, Tables>> = { 1: layout1, 2: layout2, 3: layout3 };

const tablesOf = (version: number): Tables => layouts[version] ?? tables;

/** Tables of a layout, in an order in which every row finds those it refers to. */
export const tableNames = (version: number): readonly string[] => Object.keys(tablesOf(version));

/** The statements that make the tables of a layout. */
export function schemaSql(version: number): string {
  return `${Object.values(tablesOf(version)).join(";\n")};\n`;
}
