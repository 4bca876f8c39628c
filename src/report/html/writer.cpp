// See writer.h.
#include "report/html/writer.h"

#include <algorithm>
#include <array>

#include "base/direction.h"
#include "base/safe_targets.h"

namespace ibtikar {
namespace {

/// Elements within a line of text: a line break before them would be a blank.
constexpr std::array<std::string_view, 12> kInline = {"a",    "b",    "bdi",  "code",  "small",  "span",
                                                      "text", "time", "desc", "title", "strong", "em"};

/// Elements of HTML that have no content; all others of that kind are of SVG, which closes them by
/// a slash.
constexpr std::array<std::string_view, 1> kVoid = {"input"};

bool begins_line(std::string_view element) { return std::ranges::find(kInline, element) == kInline.end(); }

}  // namespace

void HtmlWriter::start(std::string_view element, Attributes attributes) {
  if (begins_line(element)) text_ += '\n';
  text_.append("<").append(element);
  for (const auto& [name, value] : attributes)
    if (!value.empty())
      text_.append(" ").append(name).append("=\"").append(safe_for(Target::html, value)).append("\"");
}

void HtmlWriter::open(std::string_view element, Attributes attributes) {
  start(element, attributes);
  text_ += '>';
  open_.push_back(element);
}

void HtmlWriter::close() {
  text_.append("</").append(open_.back()).append(">");
  open_.pop_back();
}

void HtmlWriter::leaf(std::string_view element, Attributes attributes) {
  start(element, attributes);
  text_ += std::ranges::find(kVoid, element) == kVoid.end() ? "/>" : ">";
}

void HtmlWriter::in(std::string_view element, Attributes attributes, const std::string& foreign) {
  open(element, attributes);
  this->foreign(foreign);
  close();
}

void HtmlWriter::in(std::string_view element, Attributes attributes, std::string_view ours) {
  open(element, attributes);
  text(ours);
  close();
}

void HtmlWriter::in(std::string_view element, Attributes attributes, const Sentence& sentence) {
  open(element, attributes);
  say(sentence);
  close();
}

void HtmlWriter::foreign(std::string_view text) {
  text_.append("<bdi>").append(safe_for(Target::html, text)).append("</bdi>");
}

void HtmlWriter::text(std::string_view ours) { text_ += safe_for(Target::html, ours); }

void HtmlWriter::say(const Sentence& sentence) { parts(sentence, "<bdi>", "</bdi>"); }

void HtmlWriter::say_bare(const Sentence& sentence) { parts(sentence, kFirstStrongIsolate, kPopIsolate); }

/// Isolates stand around foreign parts and nowhere else: foreign text is plain() and has none.
void HtmlWriter::parts(const Sentence& sentence, std::string_view opener, std::string_view closer) {
  std::string_view rest = sentence.text;
  while (!rest.empty()) {
    const std::size_t at = std::min({rest.find(kFirstStrongIsolate), rest.find(kPopIsolate), rest.size()});
    text(rest.substr(0, at));
    rest.remove_prefix(at);
    if (rest.empty()) break;
    text_ += rest.starts_with(kPopIsolate) ? closer : opener;
    rest.remove_prefix(kPopIsolate.size());
  }
}

}  // namespace ibtikar
