-- Where values of a rolled draft come from. A mark shows while what stood there after rolling still does, so that
-- editing takes it away and undoing brings it back without a write here.
CREATE TABLE origin (
  id        INTEGER PRIMARY KEY, -- in the order of the report
  place     TEXT NOT NULL UNIQUE, -- JSON array of steps; rows of a list by their key where they have one
  kind      TEXT NOT NULL CHECK (kind IN ('carried', 'emptied', 'renew')),
  held      TEXT NOT NULL, -- JSON: what stood there after rolling
  value     TEXT NOT NULL, -- carried: the value; emptied: last year's; renew: why
  edition   TEXT NOT NULL, -- the edition it comes from
  confirmed TEXT -- UTC, RFC 3339; null while it is not
) STRICT;
