// The functions of ibtikar/ibtikar.h. What a call does is written with exceptions and values as everywhere;
// only guarded() and give() know that the caller is C.
#include <cstdlib>
#include <cstring>
#include <exception>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "base/safe_text.h"
#include "base/suggest.h"
#include "builtin/rubrics.h"
#include "capi/faults.h"
#include "ibtikar/codec.h"
#include "ibtikar/ibtikar.h"
#include "ibtikar/scorer.h"
#include "ibtikar/version.h"

struct ibtikar_rubric {
  ibtikar::Scorer scorer;
};

namespace ibtikar {
namespace {

struct Settings {
  std::string name = "<text>";
  std::string id = {};
  std::string language = "en";
  bool lenient = false;
  JsonStyle style = JsonStyle::compact;
  bool faults_as_text = false;
};

/// What a call ends with: a status, and the text that goes with it.
struct Ending {
  ibtikar_status status = IBTIKAR_OK;
  std::string text = {};
};

Ending refusal(ibtikar_status status, const Diagnostics& faults, const Settings& settings) {
  if (settings.faults_as_text) return {status, format(faults, settings.language)};
  return {status, faults_as_json(faults, settings.language, settings.style)};
}

Ending bad_argument(Message why, const Settings& settings) {
  return refusal(IBTIKAR_BAD_ARGUMENT, {error_at("", Code::usage, std::move(why))}, settings);
}

/// Nothing if the caller knows another ibtikar_options. A longer one is of a later version, and what it asks
/// for could not be done.
std::optional<Settings> settings_of(const ibtikar_options* options) {
  Settings settings;
  if (options == nullptr) return settings;
  if (options->size != sizeof(ibtikar_options)) return std::nullopt;
  if (options->name != nullptr) settings.name = options->name;
  if (options->id != nullptr) settings.id = options->id;
  if (options->language != nullptr) settings.language = options->language;
  settings.lenient = options->lenient != 0;
  settings.style = options->indented != 0 ? JsonStyle::indented : JsonStyle::compact;
  settings.faults_as_text = options->faults_as_text != 0;
  return settings;
}

/// Copies a text to memory that ibtikar_free() gives back.
char* give(std::string_view text) {
  char* given = static_cast<char*>(std::malloc(text.size() + 1));
  if (given == nullptr) throw std::bad_alloc();
  std::memcpy(given, text.data(), text.size());
  given[text.size()] = '\0';
  return given;
}

/// Runs `body`, which gets the settings and returns how it ends. No exception leaves this.
template <class Body>
ibtikar_status guarded(const ibtikar_options* options, char** out, const Body& body) noexcept {
  if (out != nullptr) *out = nullptr;
  try {
    const std::optional<Settings> settings = settings_of(options);
    const Ending ending = settings
                              ? body(*settings)
                              : bad_argument(message("`ibtikar_options.size` is {0}; this library knows {1}",
                                                     options->size, sizeof(ibtikar_options)),
                                             {});
    if (out != nullptr && !ending.text.empty()) *out = give(ending.text);
    return ending.status;
  } catch (const std::bad_alloc&) {
    return IBTIKAR_NO_MEMORY;
  } catch (...) {
    return IBTIKAR_DEFECT;
  }
}

Message null_argument(const char* name) { return message("{0} is a null pointer", name); }

/// Files are not read here: a rubric may extend a built-in one, and no other.
Result<NamedText> builtin_base(std::string_view reference, std::string_view) {
  if (std::optional<NamedText> builtin = builtin_source(reference)) return *std::move(builtin);
  return fail_io(
      std::string(reference),
      message("there is no built-in rubric {0}; a rubric that is given as text can extend no other",
              quoted(reference)));
}

struct BuiltinScorer {
  std::string_view id;
  Scorer scorer;
};

std::vector<BuiltinScorer> make_builtin_scorers() {
  std::vector<BuiltinScorer> made;
  for (const EmbeddedFile& image : builtin_images())
    if (const auto rubric = builtin_rubric(image.name)) made.push_back({image.name, Scorer(*rubric)});
  return made;
}

/// Null if there is none. They are made once, by the first call that needs one, and never change.
const Scorer* builtin_scorer(std::string_view id) {
  static const std::vector<BuiltinScorer> kScorers = make_builtin_scorers();
  for (const BuiltinScorer& one : kScorers)
    if (one.id == id) return &one.scorer;
  return nullptr;
}

Diagnostics unknown_rubric(const NamedText& source, std::string_view id) {
  Diagnostics faults = {error_at(
      "/rubric/id", "unknown-rubric",
      message("written for rubric {0}, which is not built in; score it with that rubric", quoted(id)))};
  locate(source, faults);
  return faults;
}

Ending score_text(const Scorer* chosen, const NamedText& source, const Settings& settings) {
  Diagnostics warnings;
  Checked<Proposal> proposal = decode_proposal(source, {settings.lenient}, warnings);
  if (!proposal) return refusal(IBTIKAR_INVALID, proposal.error(), settings);
  if (proposal->id.empty()) proposal->id = settings.id;
  const std::string_view named =
      proposal->rubric.id.empty() ? std::string_view(kDefaultRubric) : proposal->rubric.id;
  const Scorer* scorer = chosen != nullptr ? chosen : builtin_scorer(named);
  if (scorer == nullptr) return refusal(IBTIKAR_INVALID, unknown_rubric(source, named), settings);
  Checked<AnswerSheet> sheet = scorer->encode(*proposal, {settings.lenient, chosen != nullptr}, warnings);
  if (!sheet) {
    locate(source, sheet.error());
    return refusal(IBTIKAR_INVALID, sheet.error(), settings);
  }
  locate(source, warnings);
  return {IBTIKAR_OK, encode_assessment(scorer->assess(*proposal, *sheet, warnings), settings.style)};
}

Message no_builtin(std::string_view id) {
  std::vector<std::string> ids;
  for (const EmbeddedFile& image : builtin_images()) ids.emplace_back(image.name);
  return message("there is no built-in rubric {0}; expected {1}", quoted(id), alternatives(ids));
}

/// Hands a rubric to the caller, who owns it from here on.
Ending hand_over(const Rubric& rubric, ibtikar_rubric** out) {
  *out = std::make_unique<ibtikar_rubric>(ibtikar_rubric{Scorer(rubric)}).release();
  return {};
}

}  // namespace
}  // namespace ibtikar

extern "C" {

int ibtikar_abi_version(void) { return IBTIKAR_ABI_VERSION; }

// The text is a literal, which ends with a zero.
const char* ibtikar_version(void) { return ibtikar::version().data(); }

const char* ibtikar_status_name(ibtikar_status status) {
  switch (status) {
    case IBTIKAR_OK:
      return "ok";
    case IBTIKAR_INVALID:
      return "invalid";
    case IBTIKAR_BAD_ARGUMENT:
      return "bad-argument";
    case IBTIKAR_NO_MEMORY:
      return "no-memory";
    case IBTIKAR_DEFECT:
      return "defect";
  }
  return "unknown";
}

ibtikar_status ibtikar_rubric_parse(const char* text, size_t length, const ibtikar_options* options,
                                    ibtikar_rubric** rubric, char** faults) {
  using namespace ibtikar;
  if (rubric != nullptr) *rubric = nullptr;
  return guarded(options, faults, [&](const Settings& settings) -> Ending {
    if (text == nullptr) return bad_argument(null_argument("text"), settings);
    if (rubric == nullptr) return bad_argument(null_argument("rubric"), settings);
    Diagnostics warnings;
    const Checked<Rubric> read =
        decode_rubric({settings.name, std::string(text, length)}, builtin_base, warnings);
    return read ? hand_over(*read, rubric) : refusal(IBTIKAR_INVALID, read.error(), settings);
  });
}

ibtikar_status ibtikar_rubric_builtin(const char* id, const ibtikar_options* options, ibtikar_rubric** rubric,
                                      char** faults) {
  using namespace ibtikar;
  if (rubric != nullptr) *rubric = nullptr;
  return guarded(options, faults, [&](const Settings& settings) -> Ending {
    if (id == nullptr) return bad_argument(null_argument("id"), settings);
    if (rubric == nullptr) return bad_argument(null_argument("rubric"), settings);
    const std::optional<Rubric> read = builtin_rubric(id);
    return read ? hand_over(*read, rubric) : bad_argument(no_builtin(id), settings);
  });
}

void ibtikar_rubric_free(ibtikar_rubric* rubric) { const std::unique_ptr<ibtikar_rubric> freed(rubric); }

ibtikar_status ibtikar_score(const ibtikar_rubric* rubric, const char* text, size_t length,
                             const ibtikar_options* options, char** result) {
  using namespace ibtikar;
  return guarded(options, result, [&](const Settings& settings) -> Ending {
    if (text == nullptr) return bad_argument(null_argument("text"), settings);
    if (result == nullptr) return bad_argument(null_argument("result"), settings);
    return score_text(rubric == nullptr ? nullptr : &rubric->scorer,
                      {settings.name, std::string(text, length)}, settings);
  });
}

void ibtikar_free(char* text) { std::free(text); }

}  // extern "C"
