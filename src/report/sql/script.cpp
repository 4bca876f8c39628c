// See ibtikar/rubric_sql.h.
#include <fmt/format.h>

#include "ibtikar/rubric_sql.h"
#include "ibtikar/version.h"
#include "report/sql/conditions.h"
#include "report/sql/gates.h"
#include "report/sql/scores.h"
#include "report/sql/untranslated.h"
#include "report/sql/verdicts.h"

namespace ibtikar {
namespace {

/// PostgreSQL has rows of at most 1664 columns, SQLite of 2000.
constexpr std::size_t kMostColumns = 1600;

}  // namespace

Checked<std::string> rubric_as_sql(const Rubric& rubric, const SqlOptions& options) {
  if (Diagnostics faults = untranslated(rubric, options); !faults.empty()) return fail(std::move(faults));
  const ScorerPlan plan(rubric);
  const Dialect sql = dialect_of(options.engine);
  const SqlContext context{plan, sql, options.input};
  Layers layers;
  add_answers(context, layers);
  add_visibility(context, layers);
  add_scores(context, layers);
  add_gates(context, layers);
  add_rows(context, layers);
  const Layers::Query query = layers.query(answer_source(), row_query(context, layers.last()));
  if (query.widest > kMostColumns)
    return fail(
        Diagnostics{error_at("/sections", "not-in-sql",
                             message("the rubric is too large for SQL: one step would have {0} columns; "
                                     "expected at most {1}",
                                     query.widest, kMostColumns))});
  const SqlText view = sql_name(options.view);
  std::string script = sql_comment(fmt::format("{} {}: the rubric {} {} as a view", kEngineName, version(),
                                               rubric.id(), rubric.version()));
  script += sql_comment(rubric.parts().digest);
  // What the short names of columns stand for.
  for (std::size_t q = 0; q < plan.questions.size(); ++q)
    script += sql_comment(fmt::format("q{}: {}", q + 1, plan.full_ids[q]));
  for (std::size_t c = 0; c < plan.criteria.size(); ++c)
    script += sql_comment(fmt::format("c{}: {}", c + 1, plan.criterion_parts[c]->id));
  for (std::size_t d = 0; d < plan.dimensions.size(); ++d)
    script += sql_comment(fmt::format("d{}: {}", d + 1, rubric.dimensions()[d].id));
  for (std::size_t g = 0; g < plan.gates.size(); ++g)
    script += sql_comment(fmt::format("g{}: {}", g + 1, rubric.parts().gates[g].id));
  return script + fmt::format("DROP VIEW IF EXISTS {0};\nCREATE VIEW {0} AS\nWITH {1}{2};\n", view,
                              answer_tables(context, sql_name(options.table)), query.text);
}

}  // namespace ibtikar
