// See layers.h.
#include "report/sql/layers.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace ibtikar {
namespace {

using Names = std::set<std::string>;

bool is_of_name(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

/// The words of an expression that are columns. A word within a text may look like one, too: then a
/// column is handed on that nobody asks for, and that changes nothing.
void add_names(const SqlText& expression, const Names& columns, Names& found) {
  for (std::size_t at = 0; at < expression.size(); ++at) {
    std::size_t end = at;
    while (end < expression.size() && is_of_name(expression[end])) ++end;
    if (end == at) continue;
    const std::string word = expression.substr(at, end - at);
    if (columns.contains(word)) found.insert(word);
    at = end;
  }
}

}  // namespace

std::string column_name(char kind, std::size_t number, std::string_view what) {
  return fmt::format("{}{}_{}", kind, number + 1, what);
}

void Layers::begin(std::string name) { layers_.push_back({std::move(name), {}}); }

void Layers::add(std::string column, SqlText expression) {
  layers_.back().columns.push_back({std::move(column), std::move(expression)});
}

Layers::Query Layers::query(const SqlText& source, const SqlText& asked) const {
  Names all;
  for (const Layer& layer : layers_)
    for (const Column& column : layer.columns) all.insert(column.name);
  Names wanted;
  add_names(asked, all, wanted);
  // From the last step to the first: only then is it known what a step must hand on. One that
  // nobody asks for is left out.
  std::vector<Layer> steps;
  for (std::size_t i = layers_.size(); i-- > 0;) {
    Names earlier = wanted;
    for (const Column& column : layers_[i].columns) earlier.erase(column.name);
    if (i > 0 && earlier.size() == wanted.size()) continue;
    Layer step{layers_[i].name, {}};
    for (const std::string& name : earlier) step.columns.push_back({name, ""});
    for (const Column& column : layers_[i].columns) {
      if (!wanted.contains(column.name)) continue;
      step.columns.push_back(column);
      add_names(column.expression, all, earlier);
    }
    steps.push_back(std::move(step));
    wanted = std::move(earlier);
  }
  std::ranges::reverse(steps);
  Query query;
  SqlText from = source;
  for (const Layer& step : steps) {
    std::vector<SqlText> columns;
    for (const auto& [name, expression] : step.columns)
      columns.push_back(expression.empty() ? name : fmt::format("{} AS {}", expression, name));
    // Materialized: an engine that puts a step into the next one computes it for every mention, and
    // the mentions multiply from step to step.
    query.text +=
        fmt::format("{}{} AS MATERIALIZED (\n  SELECT\n    {}\n  FROM {}\n)", query.text.empty() ? "" : ",\n",
                    step.name, fmt::join(columns, ",\n    "), from);
    query.widest = std::max(query.widest, columns.size());
    from = step.name;
  }
  query.text += "\n" + asked;
  return query;
}

}  // namespace ibtikar
