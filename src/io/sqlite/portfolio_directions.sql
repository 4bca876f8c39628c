/* Dimensions where lower is better; only of a rubric that has them. */
CREATE TABLE better_lower (dimension INTEGER PRIMARY KEY REFERENCES dimensions);
