// People's own templates, filled with harmless values and with hostile ones.
#include <algorithm>
#include <array>

#include "fuzz/claims.h"
#include "fuzz/targets.h"
#include "report/template/render.h"
#include "support/assessment_builder.h"

namespace ibtikar::fuzz {
namespace {

std::string filled_with(const Template& read, const Assessment& assessment, const std::string& language) {
  const Result<std::string> page = read.render({assessment}, language);
  if (!page) {
    require_harmless(format(page.error()));
    return {};
  }
  require(page->size() <= kMaxTemplateOutput, "a template makes no more than it may");
  return *page;
}

}  // namespace

void try_template(std::string_view input) {
  static const Assessment harmless = test::assessment_of_hostile("harmless");
  static const Assessment hostile =
      test::assessment_of_hostile("<b>&\"' onload=x> {{title}} \x1B[31m\n{{#rows}}");
  constexpr std::array kNames = {"t.html.mustache", "t.md.mustache", "t.txt.mustache"};
  for (const char* name : kNames) {
    const NamedText source{name, std::string(input)};
    const Checked<Template> read = Template::read(source);
    if (!read) {
      require_refusal(read.error(), source);
      return;
    }
    for (const std::string language : {"en", "ar"}) {
      const std::string page = filled_with(*read, hostile, language);
      require(std::ranges::count(page, '\x1B') <=
                  std::ranges::count(filled_with(*read, harmless, language), '\x1B'),
              "a value brings no control character", page);
      if (name != kNames[0]) continue;
      for (const char sign : {'<', '>', '"', '\''})
        require(std::ranges::count(page, sign) ==
                    std::ranges::count(filled_with(*read, harmless, language), sign),
                "a value brings no sign of HTML", page);
    }
  }
}

}  // namespace ibtikar::fuzz
