// convert_proposal(): see conversion.h.
#include "codec/proposal/conversion.h"

#include <set>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/json_pointer.h"
#include "base/safe_text.h"
#include "codec/proposal/answers_file.h"
#include "model/answer_check.h"
#include "model/operand.h"

namespace ibtikar {
namespace {

/// A value as the conversion table names it. JSON member names are texts, so every value needs one.
std::string key_of(const AnswerValue& value) {
  if (const bool* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
  if (const double* number = std::get_if<double>(&value)) return shortest(*number);
  const std::string* text = std::get_if<std::string>(&value);
  if (text == nullptr) return {};
  const std::optional<bool> truth = yes_or_no(*text);
  return truth ? (*truth ? "true" : "false") : *text;
}

bool is_nothing(const AnswerValue& value) { return std::holds_alternative<std::monostate>(value); }

/// The new value, or why the old one has none.
Result<AnswerValue> mapped(const AnswerValue& value, const std::map<std::string, AnswerValue>& values) {
  const auto heir_of = [&](const std::string& key) -> Result<AnswerValue> {
    const auto found = values.find(key);
    if (found == values.end() || is_nothing(found->second))
      return fail(error_at("", "no-heir", message("the value {0} has no heir", ibtikar::quoted(key))));
    return found->second;
  };
  const auto* chosen = std::get_if<std::vector<std::string>>(&value);
  if (chosen == nullptr) return heir_of(key_of(value));
  std::vector<std::string> all;
  for (const std::string& id : *chosen) {
    Result<AnswerValue> heir = heir_of(id);
    if (!heir) return heir;
    const std::string* option = std::get_if<std::string>(&*heir);
    if (option == nullptr) return heir;  // several options became one value of another kind
    if (std::find(all.begin(), all.end(), *option) == all.end()) all.push_back(*option);
  }
  return AnswerValue(std::move(all));
}

class ProposalConversion {
 public:
  ProposalConversion(const NamedText& source, const Proposal& proposal, const Conversion& table,
                     const Rubric& rubric)
      : source_(source), proposal_(proposal), table_(table), rubric_(rubric) {}

  Converted run() {
    // In the order of the file, which decides which of two answers with one successor is kept.
    for (const auto& [id, answer] : proposal_.answers) {
      Result<AnswersFile::Heir> heir = heir_of(id, answer);
      if (heir)
        heirs_.push_back(*std::move(heir));
      else
        tell(id, heir.error());
    }
    AnswersFile file(source_.text);
    file.convert(heirs_);
    file.set_rubric({rubric_.id(), rubric_.version()});
    if (const std::vector<std::string> marks = file.marks(); !marks.empty()) file.set_marks(renamed(marks));
    done_.text = file.text();
    done_.kept = heirs_.size();
    locate(source_, done_.warnings);
    return std::move(done_);
  }

 private:
  static tl::unexpected<Diagnostic> without_heir(Message why) {
    return fail(error_at("", "no-heir", std::move(why)));
  }

  Result<AnswersFile::Heir> heir_of(const std::string& id, const Answer& answer) {
    const auto found = table_.questions.find(id);
    if (found == table_.questions.end())
      return without_heir(message("version {0} has no such question", table_.from));
    if (!found->second) return without_heir(message("no question of version {0} asks this", table_.to));
    const Successor& to = *found->second;
    const auto question = rubric_.find(to.question);
    if (!question)
      return without_heir(message("the rubric has no question {0}", ibtikar::quoted(to.question)));
    Answer heir = answer;
    // "Does not apply" and an open answer have no value to convert, but keep their notes and
    // evidence.
    const bool has_value =
        !answer.not_applicable && !is_nothing(answer.value) && !says_not_applicable(answer);
    if (has_value && to.values) {
      Result<AnswerValue> value = mapped(answer.value, *to.values);
      if (!value) return fail(std::move(value.error()));
      heir.value = *std::move(value);
    }
    if (const auto level = table_.evidence.find(answer.evidence); level != table_.evidence.end())
      heir.evidence = level->second;
    // The table may be wrong or may be made by hand. An answer that does not fit would make the
    // whole new proposal invalid.
    if (const Result<Cell> fits = check_answer(rubric_.question(*question), rubric_.parts().evidence, heir);
        !fits)
      return without_heir(
          message("it does not fit {0}: {1}", ibtikar::quoted(to.question), fits.error().message));
    // Two questions may have become one. The first answer in the file is kept; merging them would
    // invent an answer that nobody gave.
    if (!taken_.insert(to.question).second)
      return without_heir(message("another answer has become {0} already", ibtikar::quoted(to.question)));
    return AnswersFile::Heir{id, to.question, std::move(heir)};
  }

  void tell(const std::string& id, const Diagnostic& why) {
    Diagnostic warning = warning_at("/answers/" + pointer_token(id), why.code,
                                    message("{0}; the answer is kept under \"x-unmatched\"", why.message));
    // The question is at fault, not its value, so the place is that of the name.
    warning.at_member = true;
    done_.warnings.push_back(std::move(warning));
    ++done_.aside;
  }

  /// The questions marked for later, by their new ids. Marks on questions without a successor are
  /// dropped.
  [[nodiscard]] std::vector<std::string> renamed(const std::vector<std::string>& marks) const {
    std::vector<std::string> ids;
    for (const std::string& mark : marks)
      if (const auto found = table_.questions.find(mark); found != table_.questions.end() && found->second)
        ids.push_back(found->second->question);
    return ids;
  }

  const NamedText& source_;  // all outlive the conversion
  const Proposal& proposal_;
  const Conversion& table_;
  const Rubric& rubric_;
  std::vector<AnswersFile::Heir> heirs_;
  std::set<std::string> taken_;
  Converted done_;
};

}  // namespace

Converted convert_proposal(const NamedText& source, const Proposal& proposal, const Conversion& table,
                           const Rubric& rubric) {
  return ProposalConversion(source, proposal, table, rubric).run();
}

}  // namespace ibtikar
