// See operand.h.
#include "model/operand.h"

namespace ibtikar {

std::optional<double> operand_number(const Question& question, const Operand& operand) {
  switch (question.type) {
    case QuestionType::scale:
    case QuestionType::number:
      if (const double* number = std::get_if<double>(&operand)) return *number;
      return std::nullopt;
    case QuestionType::yes_no: {
      if (const bool* truth = std::get_if<bool>(&operand)) return *truth ? 1 : 0;
      const std::string* text = std::get_if<std::string>(&operand);
      const std::optional<bool> truth = text != nullptr ? yes_or_no(*text) : std::nullopt;
      if (!truth) return std::nullopt;
      return *truth ? 1 : 0;
    }
    case QuestionType::choice:
    case QuestionType::choices: {
      const std::string* id = std::get_if<std::string>(&operand);
      const std::optional<std::size_t> option = id != nullptr ? find_option(question, *id) : std::nullopt;
      if (!option) return std::nullopt;
      return static_cast<double>(*option);
    }
    case QuestionType::text:
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<bool> yes_or_no(const std::string& text) {
  if (text == "yes") return true;
  if (text == "no") return false;
  return std::nullopt;
}

std::optional<std::size_t> find_option(const Question& question, const std::string& id) {
  for (std::size_t i = 0; i < question.options.size(); ++i)
    if (question.options[i].id == id) return i;
  return std::nullopt;
}

}  // namespace ibtikar
