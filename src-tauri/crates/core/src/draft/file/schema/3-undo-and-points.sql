-- The history grows sessions, undoing and redoing, and named points.
ALTER TABLE revision RENAME TO revision_2;

-- What was done, oldest first. `undo` is the patch from the content after it to the one before: JSON Patch (RFC 6902)
-- and `splice`. Neighbours are merged, and then have the id of the last.
CREATE TABLE revision (
  id        INTEGER PRIMARY KEY,
  session   INTEGER NOT NULL, -- changes without a long pause, while the draft stays open
  began     TEXT NOT NULL,    -- UTC, RFC 3339: of the first that was merged into this one
  at        TEXT NOT NULL,    -- UTC, RFC 3339
  operation TEXT NOT NULL,
  undo      TEXT NOT NULL,
  changes   INTEGER NOT NULL, -- how many were merged into this one
  -- Three revisions, by id, whose `undo` is the way: of what can be undone next and redone next after this one,
  -- and what lies below this one on its own stack.
  back      INTEGER,
  forth     INTEGER,
  below     INTEGER,
  -- What an undo took back, or a redo did again, and when that was done.
  of        TEXT,
  of_at     TEXT
) STRICT;

INSERT INTO revision (id, session, began, at, operation, undo, changes, back, below)
SELECT id, 1 + sum(paused) OVER (ORDER BY id), at, at, operation, undo, 1, back, lag(back) OVER (ORDER BY id)
FROM (SELECT *,
             iif(operation = 'create', NULL, id) AS back,
             iif(unixepoch(at) - lag(unixepoch(at)) OVER (ORDER BY id) > 1800, 1, 0) AS paused
      FROM revision_2);

DROP TABLE revision_2;

-- States that the user gave a name.
CREATE TABLE point (
  id       INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL REFERENCES revision (id),
  name     TEXT NOT NULL,
  at       TEXT NOT NULL -- UTC, RFC 3339
) STRICT;
