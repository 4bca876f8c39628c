// The frame of every page: one file that needs nothing from elsewhere.
//
// Its policy (CSP) forbids whatever is not named: no request, no frame, no form, no script. A page
// with a script of ours names that script and the style by their digests, and nothing else runs.
#pragma once

#include <string>
#include <string_view>

#include "words/report_words.h"

namespace ibtikar {

struct HtmlPage {
  std::string language;     ///< as asked for; the page's own is that of its words
  std::string title;        ///< foreign
  std::string_view script;  ///< ours; empty: none
};

/// The whole document around `body`, which an HtmlWriter made.
[[nodiscard]] std::string html_document(const HtmlPage& page, std::string_view body);

/// Words for pages: all that is foreign in a sentence is isolated, whatever its letters, so that
/// the elements of a page do not depend on what a text says.
[[nodiscard]] Words html_words(std::string_view language);

/// `tag` if it is valid in a lang attribute, otherwise empty.
[[nodiscard]] std::string language_tag(std::string_view tag);

/// Whether a file that begins so is a page that html_document() made.
[[nodiscard]] bool is_html_document(std::string_view beginning);

}  // namespace ibtikar
