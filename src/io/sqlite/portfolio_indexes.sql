/* Made when all rows are there, which is quicker than with each of them. */
CREATE INDEX proposals_by_id ON proposals (id);
CREATE INDEX proposals_by_verdict ON proposals (verdict);
CREATE INDEX scores_by_dimension ON scores (dimension, score);
CREATE INDEX answers_by_question ON answers (question, state, value);
