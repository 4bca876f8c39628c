/* Documents as rows of answers, for DuckDB: see documents.h. The column holds JSON or text. */
readable AS MATERIALIZED (
  SELECT id,
    CASE
      WHEN json_valid(CAST(document AS VARCHAR)) AND json_type(CAST(document AS VARCHAR)) = 'OBJECT'
      THEN CAST(document AS JSON)
    END AS document
  FROM documents
),
members AS (
  SELECT id AS proposal, document -> '$.answers' AS answers,
    unnest(CASE
      WHEN json_type(document, '$.answers') = 'OBJECT' THEN json_keys(document, '$.answers') ELSE []
    END) AS question
  FROM readable
),
wholes AS (
  SELECT proposal, question, answers -> ('$."' || replace(replace(question, '\', '\\'), '"', '\"') || '"') AS whole
  FROM members
),
entries AS (
  SELECT proposal, question,
    CASE WHEN json_type(whole) = 'OBJECT' THEN whole -> '$.value' ELSE whole END AS value,
    CASE WHEN json_type(whole) = 'OBJECT' THEN whole -> '$.evidence' END AS evidence,
    CASE WHEN json_type(whole) = 'OBJECT' THEN whole -> '$.not_applicable' END AS not_applicable
  FROM wholes
),
given AS (
  SELECT proposal, question,
    CASE
      WHEN json_type(evidence) NOT IN ('VARCHAR', 'NULL') THEN 'wrong'
      WHEN json_type(not_applicable) NOT IN ('BOOLEAN', 'NULL') THEN 'wrong'
      WHEN CAST(not_applicable AS VARCHAR) = 'true' AND json_type(value) <> 'NULL' THEN 'wrong'
      WHEN CAST(not_applicable AS VARCHAR) = 'true' THEN 'not_applicable'
      WHEN value IS NULL OR json_type(value) = 'NULL' THEN 'null'
      WHEN json_type(value) IN ('UBIGINT', 'BIGINT', 'HUGEINT', 'DOUBLE', 'DECIMAL') THEN 'number'
      WHEN json_type(value) = 'BOOLEAN' THEN 'boolean'
      WHEN json_type(value) = 'VARCHAR' THEN 'text'
      WHEN json_type(value) <> 'ARRAY' THEN 'wrong'
      WHEN json_array_length(value) = 0 THEN 'list'
      WHEN list_distinct(json_type(value, '$[*]')) <> ['VARCHAR'] THEN 'wrong'
      WHEN list_contains(value ->> '$[*]', '') OR strpos(array_to_string(value ->> '$[*]', ''), ' ') > 0 THEN 'wrong'
      ELSE 'list'
    END AS kind,
    CASE
      WHEN json_type(value) <> 'ARRAY' THEN value ->> '$'
      WHEN json_array_length(value) = 0 THEN ' '
      ELSE ' ' || array_to_string(value ->> '$[*]', ' ') || ' '
    END AS value,
    CASE WHEN json_type(evidence) = 'VARCHAR' THEN NULLIF(evidence ->> '$', '') END AS evidence
  FROM entries
  UNION ALL
  SELECT id, NULL,
    CASE
      WHEN document IS NULL THEN 'bad-document'
      WHEN json_type(document, '$.answers') = 'OBJECT' THEN NULL
      ELSE 'no-answers'
    END,
    NULLIF(document ->> '$.rubric.id', ''), NULLIF(document ->> '$.rubric.version', '')
  FROM readable
),
