-- Final packages, each with the content it was made of: from that it is told what changed since. Of those that earlier
-- programs made only the day of the last is known.
CREATE TABLE export (
  number  INTEGER PRIMARY KEY, -- from 1; one that was made again of the same content keeps its number
  day     TEXT NOT NULL,       -- YYYY-MM-DD
  content TEXT                 -- JSON
) STRICT;

INSERT INTO export (number, day) SELECT 1, value FROM meta WHERE key = 'exported_on';
