// See value_text.h.
#include "report/view/value_text.h"

#include "report/view/formatter.h"

namespace ibtikar {

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string all;
  for (const std::string& part : parts) all.append(all.empty() ? "" : separator).append(part);
  return all;
}

std::string value_text(const AnswerValue& value) {
  if (const bool* truth = std::get_if<bool>(&value)) return *truth ? "yes" : "no";
  if (const double* number = std::get_if<double>(&value)) return stated_text(*number);
  if (const std::string* text = std::get_if<std::string>(&value)) return *text;
  const auto* ids = std::get_if<std::vector<std::string>>(&value);
  return ids == nullptr ? std::string() : joined(*ids, " ");
}

}  // namespace ibtikar
