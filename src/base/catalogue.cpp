// See catalogue.h. The format: https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html
#include "base/catalogue.h"

#include <vector>

#include "ibtikar/localized.h"

namespace ibtikar {
namespace {

constexpr char kAfterContext = '\4';

std::string_view before(std::string_view text, char end) { return text.substr(0, text.find(end)); }

/// The text after "plural=" in the header, which is the translation of the empty text.
std::string_view plural_of(std::string_view header) {
  constexpr std::string_view kBegin = "plural=";
  const std::size_t at = header.find(kBegin);
  return at == std::string_view::npos ? "n != 1" : before(header.substr(at + kBegin.size()), ';');
}

struct Spoken {
  std::string_view language;
  Catalogue catalogue;
};

std::vector<Spoken> read_all() {
  std::vector<Spoken> all;
  for (const EmbeddedFile& file : catalogue_files()) all.push_back({file.name, Catalogue(file.text)});
  return all;
}

const std::vector<Spoken>& all_spoken() {
  static const std::vector<Spoken> kAll = read_all();
  return kAll;
}

}  // namespace

Catalogue::Catalogue(std::string_view bytes) : bytes_(bytes) {
  count_ = number_at(8);
  keys_ = number_at(12);
  values_ = number_at(16);
  plural_ = plural_of(find({}, {}).value_or(std::string_view()));
}

std::uint32_t Catalogue::number_at(std::size_t offset) const {
  std::uint32_t number = 0;
  for (std::size_t i = 4; i-- > 0;) number = number << 8U | static_cast<unsigned char>(bytes_[offset + i]);
  return number;
}

std::string_view Catalogue::text_at(std::size_t table, std::size_t index) const {
  return bytes_.substr(number_at(table + index * 8 + 4), number_at(table + index * 8));
}

std::optional<std::string_view> Catalogue::find(std::string_view context, std::string_view text) const {
  std::string in_context;
  if (!context.empty()) in_context.append(context).append(1, kAfterContext).append(text);
  const std::string_view key = context.empty() ? text : in_context;
  std::size_t low = 0;
  for (std::size_t high = count_; low < high;) {
    const std::size_t middle = (low + high) / 2;
    if (before(text_at(keys_, middle), '\0') < key)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == count_ || before(text_at(keys_, low), '\0') != key) return std::nullopt;
  return text_at(values_, low);
}

std::optional<std::string_view> Catalogue::find(std::string_view context, std::string_view text,
                                                std::uint64_t count) const {
  auto forms = find(context, text);
  if (!forms) return std::nullopt;
  for (std::uint64_t form = plural_form(plural_, count); form > 0; --form) {
    const std::size_t end = forms->find('\0');
    if (end == std::string_view::npos) break;
    forms->remove_prefix(end + 1);
  }
  return before(*forms, '\0');
}

const Catalogue* catalogue_for(std::string_view language) {
  const std::string_view primary = primary_language(language);
  const Catalogue* found = nullptr;
  for (const Spoken& spoken : all_spoken()) {
    if (spoken.language == language) return &spoken.catalogue;
    if (spoken.language == primary) found = &spoken.catalogue;
  }
  return found;
}

bool is_spoken(std::string_view language) {
  return catalogue_for(language) != nullptr || primary_language(language) == "en";
}

bool speaks_right_to_left(std::string_view language) {
  return catalogue_for(language) != nullptr && is_right_to_left(language);
}

std::string_view translated(Phrase phrase, std::string_view language) {
  return translated(phrase, catalogue_for(language));
}

std::string_view translated(Phrase phrase, const Catalogue* catalogue) {
  if (catalogue == nullptr) return phrase.text;
  const std::string_view context = phrase.context == nullptr ? std::string_view() : phrase.context;
  return catalogue->find(context, phrase.text).value_or(phrase.text);
}

const std::vector<std::string>& spoken_languages() {
  static const std::vector<std::string> kLanguages = [] {
    std::vector<std::string> languages{"en"};  // the source comes first
    for (const EmbeddedFile& file : catalogue_files()) languages.emplace_back(file.name);
    return languages;
  }();
  return kLanguages;
}

}  // namespace ibtikar
