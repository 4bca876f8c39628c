// Translations that are missing, counted per language. See validate_parts.h.
#include <algorithm>

#include <fmt/format.h>

#include "base/json_pointer.h"
#include "base/safe_text.h"
#include "model/validate_parts.h"

namespace ibtikar {
namespace {

/// How many texts one language lacks, and the first of them.
struct Missing {
  std::size_t count = 0;
  std::string first;
};

class TextCheck {
 public:
  explicit TextCheck(const std::vector<std::string>& languages)
      : languages_(languages), missing_(languages.size()) {}

  /// A text that a person is shown: `required` ones must be there at all.
  void see(const LocalizedText& text, const std::string& pointer, bool required) {
    if (text.empty() && !required) return;
    for (std::size_t i = 0; i < languages_.size(); ++i) {
      if (text.has(languages_[i]) && !text.in(languages_[i]).empty()) continue;
      if (missing_[i].count++ == 0) missing_[i].first = pointer;
    }
    for (const Translation& translation : text.translations)
      if (!translation.tag.empty() && !is_listed(translation.tag) && unlisted_.count++ == 0)
        unlisted_ = {1, pointer + "/" + pointer_token(translation.tag)};
  }

  void report(Findings& findings) const {
    for (std::size_t i = 0; i < languages_.size(); ++i)
      if (missing_[i].count > 0)
        findings.warning(missing_[i].first, "missing-translation",
                         counted("language {1} lacks {0} text, this one first; another language stands in",
                                 "language {1} lacks {0} texts, this one first; another language stands in",
                                 missing_[i].count, quoted(languages_[i])));
    if (unlisted_.count > 0)
      findings.warning(unlisted_.first, "unlisted-language",
                       counted("{0} text is in a language that \"languages\" does not list, this one first",
                               "{0} texts are in a language that \"languages\" does not list, this one first",
                               unlisted_.count));
  }

 private:
  [[nodiscard]] bool is_listed(const std::string& tag) const {
    return std::find(languages_.begin(), languages_.end(), tag) != languages_.end();
  }

  const std::vector<std::string>& languages_;  // the draft outlives the check
  std::vector<Missing> missing_;
  Missing unlisted_;
};

template <class Parts>
void see_titles(const Parts& parts, const std::string& pointer, TextCheck& check) {
  for (std::size_t i = 0; i < parts.size(); ++i)
    check.see(parts[i].title, fmt::format("{}/{}/title", pointer, i), true);
}

void see_question(const Question& question, const std::string& pointer, TextCheck& check) {
  check.see(question.ask, pointer + "/ask", true);
  check.see(question.help, pointer + "/help", false);
  for (std::size_t i = 0; i < question.rules.size(); ++i)
    check.see(question.rules[i], fmt::format("{}/rules/{}", pointer, i), true);
  check.see(question.example, pointer + "/example", false);
  check.see(question.evidence_hint, pointer + "/evidence_hint", false);
  check.see(question.advice, pointer + "/advice", false);
  check.see(question.unit, pointer + "/unit", false);
  see_titles(question.levels, pointer + "/levels", check);
  see_titles(question.options, pointer + "/options", check);
}

void see_frame(const RubricDraft& draft, TextCheck& check) {
  check.see(draft.title, "/title", true);
  check.see(draft.description, "/description", false);
  for (std::size_t i = 0; i < draft.sources.size(); ++i)
    check.see(draft.sources[i].citation, fmt::format("/sources/{}/citation", i), false);
  see_titles(draft.bands, "/bands", check);
  for (std::size_t i = 0; i < draft.bands.size(); ++i)
    check.see(draft.bands[i].meaning, fmt::format("/bands/{}/meaning", i), false);
  for (std::size_t i = 0; i < draft.bands.size(); ++i)
    check.see(draft.bands[i].message, fmt::format("/bands/{}/message", i), false);
  see_titles(draft.evidence.levels, "/evidence/levels", check);
  for (std::size_t i = 0; i < draft.evidence.levels.size(); ++i)
    check.see(draft.evidence.levels[i].help, fmt::format("/evidence/levels/{}/help", i), false);
  for (const Scale& scale : draft.scales)
    see_titles(scale.levels, "/scales/" + pointer_token(scale.id) + "/levels", check);
  see_titles(draft.dimensions, "/dimensions", check);
  for (std::size_t i = 0; i < draft.dimensions.size(); ++i)
    check.see(draft.dimensions[i].asks, fmt::format("/dimensions/{}/asks", i), false);
}

void check_languages(const std::vector<std::string>& languages, Findings& findings) {
  if (languages.empty())
    findings.error("/languages", "no-languages",
                   message("no language is listed; expected at least one, such as \"en\""));
  for (std::size_t i = 0; i < languages.size(); ++i) {
    const std::string pointer = fmt::format("/languages/{}", i);
    const auto is_tag_letter = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    };
    const std::string& tag = languages[i];
    if (tag.size() < 2 || tag.size() > 35 || !std::all_of(tag.begin(), tag.end(), is_tag_letter))
      findings.error(
          pointer, "bad-language",
          message("{0} is no language tag; expected one such as \"ar\" or \"pt-BR\"", quoted(tag)));
    const auto end = languages.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::find(languages.begin(), end, tag) != end)
      findings.error(pointer, "duplicate-language", message("language {0} is listed twice", quoted(tag)));
  }
}

}  // namespace

void validate_texts(const RubricDraft& draft, Findings& findings) {
  check_languages(draft.languages, findings);
  TextCheck check(draft.languages);
  see_frame(draft, check);
  see_titles(draft.sections, "/sections", check);
  for (std::size_t s = 0; s < draft.sections.size(); ++s)
    for (std::size_t c = 0; c < draft.sections[s].criteria.size(); ++c) {
      const Criterion& criterion = draft.sections[s].criteria[c];
      check.see(criterion.title, criterion_pointer(s, c) + "/title", true);
      check.see(criterion.why, criterion_pointer(s, c) + "/why", false);
      see_titles(criterion.groups, criterion_pointer(s, c) + "/groups", check);
    }
  for_each_question(draft, [&](const Criterion&, const Question& question, const std::string& pointer) {
    see_question(question, pointer, check);
  });
  for (std::size_t g = 0; g < draft.gates.size(); ++g)
    check.see(draft.gates[g].message, fmt::format("/gates/{}/message", g), true);
  check.report(findings);
}

}  // namespace ibtikar
