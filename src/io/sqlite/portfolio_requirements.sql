/* What bands ask for beside a score; only of a rubric that has them. */
CREATE TABLE requirements (
  band INTEGER PRIMARY KEY REFERENCES bands, message TEXT NOT NULL);
