-- The present content as JSON: one row.
CREATE TABLE state (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  content TEXT NOT NULL
) STRICT;

-- What was done, oldest first. `undo` is the JSON Patch (RFC 6902) from the content after it to the one before.
CREATE TABLE revision (
  id        INTEGER PRIMARY KEY,
  at        TEXT NOT NULL, -- UTC, RFC 3339
  operation TEXT NOT NULL,
  undo      TEXT NOT NULL
) STRICT;

-- The original bytes of attached files, once per content. Never removed: an undone removal needs them again.
CREATE TABLE blob (
  id     INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  size   INTEGER NOT NULL,
  bytes  BLOB NOT NULL
) STRICT;

-- What reading a blob found: its pages as pictures.
CREATE TABLE page (
  blob     INTEGER NOT NULL REFERENCES blob (id),
  number   INTEGER NOT NULL, -- from 0
  format   TEXT NOT NULL CHECK (format IN ('jpeg', 'png')),
  width    INTEGER NOT NULL CHECK (width > 0), -- pixels as stored
  height   INTEGER NOT NULL CHECK (height > 0),
  mirrored INTEGER NOT NULL CHECK (mirrored IN (0, 1)),
  quarters INTEGER NOT NULL CHECK (quarters BETWEEN 0 AND 3), -- clockwise, after mirroring
  bytes    INTEGER NOT NULL, -- without metadata
  PRIMARY KEY (blob, number)
) STRICT, WITHOUT ROWID;

-- Every attachment id ever given, with the applicant's name at the time.
CREATE TABLE attached (
  id           TEXT PRIMARY KEY,
  organization TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Facts about the draft itself: `created` (UTC, RFC 3339); `former_organization`, the applicant in the draft it was
-- rolled from; `exported_on`, the day of the last final package.
CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
