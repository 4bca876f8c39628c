/* Documents as rows of answers, for PostgreSQL: see documents.h. The column holds json or jsonb. */
readable AS MATERIALIZED (
  SELECT id,
    CASE WHEN json_typeof(CAST(document AS json)) = 'object' THEN CAST(document AS json) END AS document
  FROM documents
),
entries AS (
  SELECT d.id AS proposal, e.key AS question,
    CASE WHEN json_typeof(e.value) = 'object' THEN e.value -> 'value' ELSE e.value END AS value,
    CASE WHEN json_typeof(e.value) = 'object' THEN e.value -> 'evidence' END AS evidence,
    CASE WHEN json_typeof(e.value) = 'object' THEN e.value -> 'not_applicable' END AS not_applicable
  FROM readable AS d CROSS JOIN LATERAL json_each(
    CASE WHEN json_typeof(d.document -> 'answers') = 'object' THEN d.document -> 'answers' ELSE json '{}' END
  ) AS e
),
given AS (
  SELECT proposal, question,
    CASE
      WHEN json_typeof(evidence) NOT IN ('string', 'null') THEN 'wrong'
      WHEN json_typeof(not_applicable) NOT IN ('boolean', 'null') THEN 'wrong'
      WHEN CAST(not_applicable AS text) = 'true' AND json_typeof(value) <> 'null' THEN 'wrong'
      WHEN CAST(not_applicable AS text) = 'true' THEN 'not_applicable'
      WHEN value IS NULL THEN 'null'
      WHEN json_typeof(value) = 'string' THEN 'text'
      WHEN json_typeof(value) = 'object' THEN 'wrong'
      WHEN json_typeof(value) <> 'array' THEN json_typeof(value)
      WHEN EXISTS (
        SELECT 1 FROM json_array_elements(value) AS o(option)
        WHERE json_typeof(o.option) <> 'string' OR o.option #>> '{}' = '' OR strpos(o.option #>> '{}', ' ') > 0
      ) THEN 'wrong'
      ELSE 'list'
    END AS kind,
    CASE
      WHEN json_typeof(value) = 'array' THEN
        (SELECT ' ' || COALESCE(string_agg(o.option, ' ') || ' ', '') FROM json_array_elements_text(value) AS o(option))
      ELSE value #>> '{}'
    END AS value,
    NULLIF(evidence #>> '{}', '') AS evidence
  FROM entries
  UNION ALL
  SELECT id, NULL,
    CASE
      WHEN document IS NULL THEN 'bad-document'
      WHEN json_typeof(document -> 'answers') = 'object' THEN NULL
      ELSE 'no-answers'
    END,
    NULLIF(document #>> '{rubric,id}', ''), NULLIF(document #>> '{rubric,version}', '')
  FROM readable
),
