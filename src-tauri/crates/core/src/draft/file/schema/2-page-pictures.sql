-- The pictures made of pages that are none themselves: of a PDF, TIFF, BMP or WebP. A page without one is its blob.
CREATE TABLE derived (
  id      INTEGER PRIMARY KEY,
  blob    INTEGER NOT NULL,
  number  INTEGER NOT NULL,
  picture BLOB NOT NULL,
  UNIQUE (blob, number),
  FOREIGN KEY (blob, number) REFERENCES page (blob, number)
) STRICT;

-- Pages made small for the screen, made when first wanted. They may be thrown away at any time.
CREATE TABLE thumbnail (
  blob    INTEGER NOT NULL,
  number  INTEGER NOT NULL,
  longest INTEGER NOT NULL, -- the longer side asked for, in pixels
  jpeg    BLOB NOT NULL,
  PRIMARY KEY (blob, number, longest),
  FOREIGN KEY (blob, number) REFERENCES page (blob, number)
) STRICT;
