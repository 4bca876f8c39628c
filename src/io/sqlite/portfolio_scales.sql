/* Scores on scales of their own; only of a rubric that has them. */
CREATE TABLE scales (
  dimension INTEGER PRIMARY KEY REFERENCES dimensions, least REAL NOT NULL, greatest REAL NOT NULL,
  decimals INTEGER NOT NULL);
CREATE TABLE shown (
  proposal INTEGER NOT NULL REFERENCES proposals, dimension INTEGER NOT NULL REFERENCES dimensions,
  score REAL, low REAL NOT NULL, high REAL NOT NULL,
  PRIMARY KEY (proposal, dimension)) WITHOUT ROWID;
