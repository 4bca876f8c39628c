// HtmlWriter: HTML and SVG that cannot be malformed.
//
// Every opened element is closed, every text and attribute is made harmless on its way in, and
// there is no other way in. Foreign text is enclosed in <bdi>, so it keeps its own direction.
//
//   html.in("p", {{"class", "by"}}, [&] { html.say(words.say(Word::assessor_is, {head.assessor})); });
//   html.in("h1", {}, head.title);               // foreign: <h1><bdi>...</bdi></h1>
//   html.in("th", {}, words(Word::overall));     // our own words
//   html.leaf("rect", {{"width", "50%"}});       // <rect width="50%"/>
//
// There is no way to write a style attribute or an external link, because nothing here needs one.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "words/report_words.h"

namespace ibtikar {

class HtmlWriter {
 public:
  /// Names are ours. An attribute whose value is empty is left out.
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  /// `element` is a literal: it is kept until close().
  void open(std::string_view element, Attributes attributes = {});
  /// Closes what was opened last.
  void close();
  /// An element that never has content: the shapes of SVG, a field of a form.
  void leaf(std::string_view element, Attributes attributes = {});

  /// An element around what `body` writes.
  template <class Body>
  requires std::is_invocable_v<const Body&>
  void in(std::string_view element, Attributes attributes, const Body& body) {
    open(element, attributes);
    body();
    close();
  }
  /// An element around a foreign text, a phrase of ours, a sentence of ours.
  void in(std::string_view element, Attributes attributes, const std::string& foreign);
  void in(std::string_view element, Attributes attributes, std::string_view ours);
  void in(std::string_view element, Attributes attributes, const Sentence& sentence);

  /// A foreign text, in <bdi>.
  void foreign(std::string_view text);
  /// Text as it is, without <bdi>: phrases of ours, numbers.
  void text(std::string_view ours);
  /// A sentence; each foreign part of it in <bdi>.
  void say(const Sentence& sentence);
  /// The same where no element may stand (<title>, also that of SVG): in isolates instead.
  void say_bare(const Sentence& sentence);

  [[nodiscard]] std::string take() && { return std::move(text_); }

 private:
  void start(std::string_view element, Attributes attributes);
  void parts(const Sentence& sentence, std::string_view opener, std::string_view closer);

  std::string text_;
  std::vector<std::string_view> open_;
};

/// A part of a page under its heading.
template <class Body>
void write_section(HtmlWriter& html, std::string_view id, std::string_view heading, const Body& body) {
  html.in("section", {{"class", "part"}, {"aria-labelledby", id}}, [&] {
    html.in("h2", {{"class", "heading"}, {"id", id}}, heading);
    body();
  });
}

}  // namespace ibtikar
