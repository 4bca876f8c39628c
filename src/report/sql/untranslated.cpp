// See untranslated.h.
#include "report/sql/untranslated.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/safe_text.h"

namespace ibtikar {
namespace {

/// Expressions grow with these, and SQLite takes 1000 terms of a sum and 2000 of a CASE.
constexpr std::size_t kMostQuestions = 200;
constexpr std::size_t kMostDimensions = 30;
constexpr std::size_t kMostGates = 200;
/// Effects on one score; each is a step.
constexpr std::size_t kMostEffects = 50;
/// PostgreSQL cuts longer names, and two may then be one.
constexpr std::size_t kMostNameBytes = 63;

class Untranslated {
 public:
  Untranslated(const Rubric& rubric, const SqlOptions& options) : rubric_(rubric), options_(options) {}

  Diagnostics find() {
    look_at_size();
    look_at_names();
    for (std::size_t s = 0; s < rubric_.sections().size(); ++s)
      for (std::size_t c = 0; c < rubric_.sections()[s].criteria.size(); ++c)
        look_at(rubric_.sections()[s].criteria[c], fmt::format("/sections/{}/criteria/{}", s, c));
    return std::move(found_);
  }

 private:
  void refuse(std::string pointer, Message why) {
    found_.push_back(error_at(std::move(pointer), "not-in-sql", std::move(why)));
  }

  void look_at(const Criterion& criterion, const std::string& pointer) {
    for (std::size_t q = 0; q < criterion.questions.size(); ++q) {
      const std::optional<CreditNeeds>& needs = criterion.questions[q].needs;
      if (needs && (needs->note || needs->link))
        refuse(fmt::format("{}/questions/{}/requires", pointer, q),
               message("{0} requires a note or a link; a table of answers has neither",
                       quoted(criterion.id + "." + criterion.questions[q].id)));
    }
  }

  void look_at_size() {
    const auto limit = [&](std::size_t count, std::size_t most, std::string pointer) {
      if (count > most)
        refuse(std::move(pointer), message("{0} are too many for SQL; expected at most {1}", count, most));
    };
    limit(rubric_.question_count(), kMostQuestions, "/sections");
    limit(rubric_.dimensions().size(), kMostDimensions, "/dimensions");
    limit(rubric_.parts().gates.size(), kMostGates, "/gates");
    std::map<std::string, std::size_t> effects;
    for (const Gate& gate : rubric_.parts().gates) {
      for (const Cap& cap : gate.caps) ++effects[cap.target];
      for (const Adjustment& one : gate.adjustments) ++effects[one.target];
    }
    for (const auto& [target, count] : effects) limit(count, kMostEffects, "/gates");
  }

  /// The view has columns with the ids of dimensions, beside others.
  void look_at_names() {
    for (std::size_t d = 0; d < rubric_.dimensions().size(); ++d) {
      const std::string& id = rubric_.dimensions()[d].id;
      const std::string pointer = fmt::format("/dimensions/{}/id", d);
      for (const std::string_view taken : {"id", "verdict", "settled", "completeness", "gates", "error"})
        if (id == taken) refuse(pointer, message("{0} is another column of the view", quoted(id)));
      if (options_.engine == SqlEngine::postgresql &&
          id.size() + std::string_view("_shown").size() > kMostNameBytes)
        refuse(pointer, message("the id is too long for the name of a column"));
    }
    look_at_name(options_.table);
    look_at_name(options_.view);
  }

  void look_at_name(const std::string& name) {
    const bool has_empty_part =
        name.empty() || name.front() == '.' || name.back() == '.' || name.find("..") != std::string::npos;
    const bool has_control =
        std::ranges::any_of(name, [](char c) { return static_cast<unsigned char>(c) < ' '; });
    if (has_empty_part || has_control)
      found_.push_back(error_at("", "bad-name",
                                message("{0} is no name of a table or a view; expected a name, or "
                                        "a schema, a dot and a name",
                                        quoted(name))));
  }

  const Rubric& rubric_;
  const SqlOptions& options_;
  Diagnostics found_;
};

}  // namespace

Diagnostics untranslated(const Rubric& rubric, const SqlOptions& options) {
  return Untranslated(rubric, options).find();
}

}  // namespace ibtikar
