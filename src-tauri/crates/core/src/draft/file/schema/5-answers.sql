-- Last year's content is marked line by line in the text too: `place` is a JSON object there, the words of the line or
-- sentence and which of several alike it is. `value` of what needs renewal is its words, `reason` why.
ALTER TABLE origin ADD COLUMN label TEXT NOT NULL DEFAULT ''; -- the field in its row, in the user's words
ALTER TABLE origin ADD COLUMN reason TEXT NOT NULL DEFAULT '';
UPDATE origin SET reason = value, value = '' WHERE kind = 'renew';

-- The marks (a JSON array of ids) that the revision confirmed or asked again: undoing it turns them over once more.
ALTER TABLE revision ADD COLUMN marks TEXT;

-- What a person's answers rest on, as it was when they were given: what changes asks them again.
CREATE TABLE answer (
  question TEXT PRIMARY KEY, -- with the answer: `Q001 2026-05-08 叶知微`; `sealed:e7 true`
  basis    TEXT NOT NULL     -- the values, a line each
) STRICT, WITHOUT ROWID;
