/* The tables of a portfolio's database. Whole numbers name the rubric's parts, in its order; dimension 0 is the
   overall score. */
CREATE TABLE run (
  engine TEXT NOT NULL, rubric TEXT NOT NULL, rubric_version TEXT NOT NULL, rubric_digest TEXT NOT NULL,
  language TEXT NOT NULL, scored INTEGER NOT NULL, rejected INTEGER NOT NULL);
CREATE TABLE rubric (
  id TEXT PRIMARY KEY, version TEXT NOT NULL, digest TEXT NOT NULL, title TEXT NOT NULL,
  combine TEXT NOT NULL, min_completeness REAL NOT NULL);
CREATE TABLE dimensions (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, weight REAL);
CREATE TABLE bands (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, from_score REAL);
CREATE TABLE evidence (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, ceiling REAL NOT NULL,
  margin REAL NOT NULL);
CREATE TABLE gates (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, message TEXT NOT NULL,
  verdict TEXT REFERENCES bands (id));
CREATE TABLE questions (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, ask TEXT NOT NULL, type TEXT NOT NULL,
  weight REAL NOT NULL, criterion TEXT NOT NULL, criterion_title TEXT NOT NULL, section TEXT NOT NULL,
  section_title TEXT NOT NULL);
CREATE TABLE proposals (
  number INTEGER PRIMARY KEY, id TEXT, title TEXT, verdict TEXT REFERENCES bands (id), settled INTEGER,
  error TEXT);
CREATE TABLE scores (
  proposal INTEGER NOT NULL REFERENCES proposals, dimension INTEGER NOT NULL REFERENCES dimensions,
  score REAL, low REAL NOT NULL, high REAL NOT NULL, completeness REAL NOT NULL,
  PRIMARY KEY (proposal, dimension)) WITHOUT ROWID;
CREATE TABLE caps (
  proposal INTEGER NOT NULL REFERENCES proposals, gate INTEGER NOT NULL REFERENCES gates,
  PRIMARY KEY (proposal, gate)) WITHOUT ROWID;
CREATE TABLE answers (
  proposal INTEGER NOT NULL REFERENCES proposals, question INTEGER NOT NULL REFERENCES questions,
  state TEXT NOT NULL, value, evidence INTEGER REFERENCES evidence, credited REAL,
  PRIMARY KEY (proposal, question)) WITHOUT ROWID;
