// Which question the heading of a foreign table may mean.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "codec/table/draft.h"
#include "codec/table/labels.h"

namespace ibtikar {

class HeadingMatcher {
 public:
  explicit HeadingMatcher(const Rubric& rubric);

  struct Match {
    ColumnUse use;
    Guess certainty = Guess::unknown;
  };
  /// By what the heading says: the id or the text of a question, whole or inside it, and an option
  /// behind it. Unknown if it says none.
  [[nodiscard]] Match match(const Heading& heading) const;
  /// By the words that it has in common with the text of a question, one of `open`. Doubtful.
  [[nodiscard]] Match nearest(const Heading& heading, const std::vector<std::size_t>& open) const;

 private:
  struct QuestionText {
    std::string key;
    std::vector<std::string> words;
    std::size_t question = 0;
  };
  [[nodiscard]] Match base_match(std::string_view heading) const;
  [[nodiscard]] Match option_match(std::string_view base, std::string_view option) const;

  const Rubric& rubric_;
  HeadingLabels labels_;
  std::unordered_map<std::string, std::size_t> by_id_;  ///< ids in letters and digits alone
  std::vector<QuestionText> texts_;
};

/// A field of a proposal that form tools call by this name, and how early it is taken if several
/// columns could be it: 1 before 2. Empty for other names.
struct FieldGuess {
  ColumnUse::What what = ColumnUse::What::passed_over;
  std::size_t order = 1;
};
[[nodiscard]] std::optional<FieldGuess> field_guess(std::string_view folded_heading);

}  // namespace ibtikar
