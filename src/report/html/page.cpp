// See page.h.
#include "report/html/page.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "base/catalogue.h"
#include "base/digest.h"
#include "base/safe_targets.h"
#include "ibtikar/localized.h"
#include "report/html/skeleton.h"
#include "report/html/style.h"

namespace ibtikar {
namespace {

using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// The skeleton with a value for each name in double braces; nothing for a name without one.
std::string filled(std::string_view skeleton, const Values& values) {
  std::size_t size = skeleton.size();
  for (const auto& [name, value] : values) size += value.size();
  std::string out;
  out.reserve(size);
  while (true) {
    const std::size_t open = skeleton.find("{{");
    out += skeleton.substr(0, open);
    if (open == std::string_view::npos) return out;
    const std::size_t close = skeleton.find("}}", open);
    const std::string_view wanted = skeleton.substr(open + 2, close - open - 2);
    for (const auto& [name, value] : values)
      if (name == wanted) out += value;
    skeleton.remove_prefix(close + 2);
  }
}

int digit_of(char c) { return c >= 'a' ? c - 'a' + 10 : c - '0'; }

/// "sha256-..." as policies write it: base64 (RFC 4648) of the digest.
std::string source_of(std::string_view text) {
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const std::string digest = sha256(text);
  const std::string_view digits = std::string_view(digest).substr(std::string_view("sha256:").size());
  std::string source = "'sha256-";
  for (std::size_t at = 0; at < digits.size(); at += 6) {  // six hexadecimal digits are four of base64
    unsigned bits = 0;
    for (std::size_t i = at; i < at + 6; ++i)
      bits = bits * 16 + (i < digits.size() ? static_cast<unsigned>(digit_of(digits[i])) : 0);
    for (int shift = 18; shift >= 0; shift -= 6)
      source += kAlphabet[bits >> static_cast<unsigned>(shift) & 63];
  }
  source.back() = '=';  // 32 bytes: the last group has two
  return source + "'";
}

std::string policy_of(std::string_view script) {
  if (script.empty()) return "default-src 'none'; style-src 'unsafe-inline'";
  return "default-src 'none'; style-src " + source_of(html_style()) + "; script-src " + source_of(script);
}

/// The language of our words: theirs where the asked-for one has them, else English.
std::string language_of(const HtmlPage& page) {
  const std::string tag = language_tag(page.language);
  return is_spoken(page.language) && !tag.empty() ? tag : "en";
}

}  // namespace

Words html_words(std::string_view language) { return Words(language, Isolation::always); }

std::string language_tag(std::string_view tag) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto fits = [&](char c) {
    return is_letter(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  };
  const std::string_view primary = primary_language(tag);
  const bool is_tag = (primary.size() == 2 || primary.size() == 3) && tag.size() <= 35 && tag.back() != '-' &&
                      std::ranges::all_of(primary, is_letter) && std::ranges::all_of(tag, fits) &&
                      tag.find("--") == std::string_view::npos;
  return is_tag ? std::string(tag) : std::string();
}

bool is_html_document(std::string_view beginning) {
  return beginning.starts_with(page_skeleton().substr(0, page_skeleton().find("{{"))) &&
         beginning.find("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'") !=
             std::string_view::npos;
}

std::string html_document(const HtmlPage& page, std::string_view body) {
  const bool right_to_left = html_words(page.language).right_to_left();
  std::string script;
  if (!page.script.empty()) script.append("\n<script>").append(page.script).append("</script>");
  // The policy's quotation marks are ' and the attribute's ": nothing in it needs an escape.
  return filled(page_skeleton(), {{"language", language_of(page)},
                                  {"direction", right_to_left ? "rtl" : "ltr"},
                                  {"policy", policy_of(page.script)},
                                  {"title", safe_for(Target::html, page.title)},
                                  {"style", html_style()},
                                  {"body", body},
                                  {"script", script}});
}

}  // namespace ibtikar
