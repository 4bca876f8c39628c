/* Documents as rows of answers, for SQLite: see documents.h. */
readable AS MATERIALIZED (
  SELECT id,
    CASE WHEN json_valid(document) THEN CASE WHEN json_type(document) = 'object' THEN document END END AS document
  FROM documents
),
entries AS (
  SELECT d.id AS proposal, e.key AS question, e.type AS whole,
    CASE WHEN e.type = 'object' THEN json_type(e.value, '$.value') ELSE e.type END AS type,
    CASE WHEN e.type = 'object' THEN json_extract(e.value, '$.value') ELSE e.value END AS stated,
    CASE WHEN e.type = 'object' THEN json_type(e.value, '$.evidence') END AS evidence_type,
    CASE WHEN e.type = 'object' THEN json_extract(e.value, '$.evidence') END AS evidence,
    CASE WHEN e.type = 'object' THEN json_type(e.value, '$.not_applicable') END AS not_applicable
  FROM readable AS d, json_each(d.document, '$.answers') AS e
  WHERE json_type(d.document, '$.answers') = 'object'
),
given AS (
  SELECT proposal, question,
    CASE
      WHEN evidence_type NOT IN ('text', 'null') THEN 'wrong'
      WHEN not_applicable NOT IN ('true', 'false', 'null') THEN 'wrong'
      WHEN not_applicable = 'true' AND type <> 'null' THEN 'wrong'
      WHEN not_applicable = 'true' THEN 'not_applicable'
      WHEN type IS NULL THEN 'null'
      WHEN type IN ('integer', 'real') THEN 'number'
      WHEN type IN ('true', 'false') THEN 'boolean'
      WHEN type = 'array' AND EXISTS (
        SELECT 1 FROM json_each(stated) AS o WHERE o.type <> 'text' OR o.value = '' OR instr(o.value, ' ') > 0
      ) THEN 'wrong'
      WHEN type = 'array' THEN 'list'
      WHEN type = 'object' THEN 'wrong'
      ELSE type
    END AS kind,
    CASE
      WHEN type IN ('true', 'false') THEN type
      WHEN type = 'array' THEN (SELECT ' ' || COALESCE(group_concat(o.value, ' ') || ' ', '') FROM json_each(stated) AS o)
      ELSE stated
    END AS value,
    NULLIF(evidence, '') AS evidence
  FROM entries
  UNION ALL
  SELECT id, NULL,
    CASE
      WHEN document IS NULL THEN 'bad-document'
      WHEN json_type(document, '$.answers') = 'object' THEN NULL
      ELSE 'no-answers'
    END,
    NULLIF(json_extract(document, '$.rubric.id'), ''), NULLIF(json_extract(document, '$.rubric.version'), '')
  FROM readable
),
