// See choose_file.h.
#include "cli/ask/choose_file.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "base/catalogue.h"
#include "base/safe_text.h"
#include "base/search_key.h"
#include "base/typed_text.h"
#include "base/utf8.h"
#include "cli/load.h"
#include "cli/shared_options.h"
#include "ibtikar/codec.h"
#include "ibtikar/interview.h"
#include "io/files/files.h"
#include "report/text/page.h"
#include "words/interview_words.h"

namespace ibtikar::cli {
namespace {

constexpr const char* kUsualFile = "proposal.json";
constexpr std::size_t kMaxNameBytes = 60;

/// Whether a code point belongs into a file name: ASCII letters and digits, and letters beyond
/// ASCII.
bool is_name_part(std::string_view piece) {
  const auto first = static_cast<unsigned char>(piece[0]);
  if (first < 0x80) return (first >= '0' && first <= '9') || (first >= 'a' && first <= 'z');
  // Latin-1 signs, general punctuation, Arabic punctuation and marks are no letters.
  if (first == 0xc2 || first == 0xe2 || first == 0xef) return false;
  return piece != "،" && piece != "؛" && piece != "؟";
}

/// A question before there is a rubric: one line.
std::optional<std::string> ask_line(std::string_view prompt, bool right_to_left, Environment& env) {
  Page page({std::clamp<std::size_t>(env.surroundings.columns, 20, 120), right_to_left, false});
  page.paragraph(0, prompt);
  env.err.show("\n" + page.text() + "> ");
  const Result<std::optional<std::string>> line = env.lines.next_line();
  if (!line || !line->has_value() || !is_readable(**line)) return std::nullopt;
  return std::string(trimmed(plain(**line)));
}

struct Listed {
  std::string file;
  Proposal proposal;
};

/// The proposals among the JSON files of the folder, by name.
std::vector<Listed> proposals_here() {
  std::vector<std::string> names;
  std::error_code fault;
  for (const auto& entry : std::filesystem::directory_iterator(".", fault)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with('.') && name.ends_with(".json") && entry.is_regular_file(fault))
      names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  std::vector<Listed> found;
  for (const std::string& name : names) {
    const Result<std::string> text = io::read_regular(name, kMaxDocumentBytes);
    if (!text || text->find(kProposalFormat) == std::string::npos) continue;
    Diagnostics warnings;
    Checked<Proposal> proposal = decode_proposal({name, *text}, {.lenient = true}, warnings);
    if (proposal) found.push_back({name, std::move(*proposal)});
  }
  return found;
}

}  // namespace

std::string suggested_file(std::string_view title) {
  const std::string key = search_key(plain(title));
  std::string name;
  for (std::size_t at = 0; at < key.size();) {
    const auto point = code_point_at(key, at);
    const std::size_t next = point ? point->next : at + 1;
    const std::string_view piece = std::string_view(key).substr(at, next - at);
    if (name.size() + piece.size() > kMaxNameBytes) break;
    if (is_name_part(piece))
      name += piece;
    else if (!name.empty() && name.back() != '-')
      name += '-';
    at = next;
  }
  while (!name.empty() && name.back() == '-') name.pop_back();
  return name.empty() ? kUsualFile : name + ".json";
}

bool choose_file(AskOptions& options, Environment& env) {
  const auto exists = [](const char* path) {
    const auto there = io::identify(path, kMaxDocumentBytes);
    return !there || there->exists;
  };
  if (!options.title.empty()) {
    options.file = suggested_file(options.title);
    return true;
  }
  const bool is_person = env.surroundings.input_is_terminal && !options.no_input;
  if (!is_person || exists(kUsualFile)) {
    options.file = kUsualFile;
    return true;
  }
  const std::string language = wanted_language(options.common, env);
  const AskWords& words = ask_words(language);
  const bool right_to_left = speaks_right_to_left(language);
  const auto title = ask_line(words.title_prompt, right_to_left, env);
  if (!title || *title == "q" || *title == "خروج") return false;
  options.title = *title;
  options.title_was_asked = true;
  const std::string suggestion = suggested_file(*title);
  const auto name = ask_line(filled(words.file_prompt, {isolated(suggestion)}), right_to_left, env);
  if (!name || *name == "q" || *name == "خروج") return false;
  options.file = name->empty() ? suggestion : *name;
  return true;
}

ExitStatus run_ask_list(const AskOptions& options, Environment& env) {
  const std::string language = wanted_language(options.common, env);
  const AskWords& words = ask_words(language);
  Page page({std::clamp<std::size_t>(env.surroundings.columns, 40, 120), speaks_right_to_left(language),
             false});
  const std::vector<Listed> all = proposals_here();
  if (all.empty()) page.paragraph(0, words.none_here);
  for (const Listed& one : all) {
    std::string progress = std::to_string(one.proposal.answers.size());
    const std::string rubric = !options.common.rubric.empty()   ? options.common.rubric
                               : one.proposal.rubric.id.empty() ? std::string(kDefaultRubric)
                                                                : one.proposal.rubric.id;
    ExitStatus unused = ExitStatus::done;
    if (is_builtin_rubric(rubric) || !options.common.rubric.empty())
      if (const std::optional<Rubric> loaded = load_rubric(rubric, true, env, unused)) {
        const Progress so_far = Interview(*loaded, one.proposal).progress();
        progress = filled(words.place, {std::to_string(so_far.answered), std::to_string(so_far.total)});
      }
    const std::string title = one.proposal.title.empty() ? std::string("–") : plain(one.proposal.title);
    const std::size_t file_columns = page.columns() / 3;
    page.row({{isolated(one.file), file_columns},
              gap(1),
              {progress, 10, kPlain, Align::end},
              gap(2),
              {title, page.columns() - file_columns - 13}});
  }
  return env.print(page.text());
}

}  // namespace ibtikar::cli
