// How a rubric combines, shows and credits, in words, for `rubric show`.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>

#include "ibtikar/rubric.h"

namespace ibtikar::cli {

/// In the reader's language. Each text is empty where the rubric says nothing of it.
class LanguageText {
 public:
  explicit LanguageText(std::string language) : language_(std::move(language)) {}

  /// "combined by sum, limit 12". Empty for the mean.
  [[nodiscard]] std::string combination(const Combination& combination) const;
  /// "shown from 0 to 15"
  [[nodiscard]] std::string scale(const std::optional<DisplayScale>& scale) const;
  /// "lower is better"
  [[nodiscard]] std::string better(Better better) const;
  /// "for credit: a note, a link, evidence measured; otherwise at most 0.5"
  [[nodiscard]] std::string needs(const std::optional<CreditNeeds>& needs) const;
  /// "multiplies: impact 0.85"
  [[nodiscard]] std::string adjustments(const Gate& gate) const;
  /// "group"
  [[nodiscard]] std::string group() const;

 private:
  std::string language_;
};

/// The parts that are not empty, with dots between.
[[nodiscard]] std::string dotted(std::initializer_list<std::string> parts);

}  // namespace ibtikar::cli
