// Message: a sentence of this program that can be said in several languages.
//
// The code that has something to say says it in English. The code that shows it asks for the
// reader's language. The English text is the key of its translation in src/words/LANGUAGE.po.
//
//   message("there is no file {0} in {1}", quoted(file), quoted(folder))
//   counted("{0} row", "{0} rows", rows)
//   message("{0}; expected {1}", first_part, message("a number"))      // a sentence in a sentence
//   problem.in("ar")                                                   // in words, for a terminal
//
// {0} and {1} are places for arguments, checked at compile time. "{{" and "}}" stand for braces.
// The texts are literals, because xgettext finds them by the names of these functions.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace ibtikar {

/// A text of our own that can be translated. It may have places. phrase() and phrase_in() make it.
struct Phrase {
  const char* text = "";
  const char* context = nullptr;  ///< for equal English texts with several translations
};

/// Marks a literal for translators.
[[nodiscard]] consteval Phrase phrase(const char* english) { return {english, nullptr}; }
[[nodiscard]] consteval Phrase phrase_in(const char* context, const char* english) {
  return {english, context};
}

namespace message_places {

void has_wrong_places();  // not constexpr, and nowhere defined: a call of it does not compile

/// The places {0} to {9} that a text has, one bit each.
consteval std::uint32_t found_in(const char* text) {
  std::uint32_t found = 0;
  for (std::size_t at = 0; text[at] != '\0'; ++at) {
    if (text[at] != '{' && text[at] != '}') continue;
    if (text[at + 1] == text[at]) {
      ++at;
      continue;
    }
    if (text[at] == '}' || text[at + 1] < '0' || text[at + 1] > '9' || text[at + 2] != '}')
      has_wrong_places();
    found |= 1U << static_cast<unsigned>(text[at + 1] - '0');
    at += 2;
  }
  return found;
}

}  // namespace message_places

/// An English text with exactly the places {0} to {count - 1}.
template <std::size_t count>
struct Pattern {
  consteval Pattern(const char* english) : text(english) {
    if (message_places::found_in(english) != (1U << count) - 1) message_places::has_wrong_places();
  }
  const char* text;
};

/// The same, but places may be left out: "one row".
template <std::size_t count>
struct CountPattern {
  consteval CountPattern(const char* english) : text(english) {
    if ((message_places::found_in(english) & ~((1U << count) - 1)) != 0) message_places::has_wrong_places();
  }
  const char* text;
};

struct MessageArgument;

class Message {
 public:
  Message();
  Message(Phrase phrase);
  Message(const char* context, const char* singular, const char* plural,
          std::vector<MessageArgument> arguments);
  /// A text that is the same in every language: from a file or another program. It may contain
  /// anything.
  [[nodiscard]] static Message verbatim(std::string text);
  Message(const Message&);
  Message(Message&&) noexcept;
  Message& operator=(const Message&);
  Message& operator=(Message&&) noexcept;
  ~Message();

  /// Whether it says nothing.
  [[nodiscard]] bool empty() const;

  /// One line in a language (BCP 47; English if there is no translation), safe for a terminal:
  /// whatever the arguments contain, no control character, line break or change of direction
  /// remains. In a language that runs from right to left, arguments and `code` are isolated (UAX
  /// #9).
  [[nodiscard]] std::string in(std::string_view language) const;
  /// The stable form, for files and for programs.
  [[nodiscard]] std::string english() const { return in("en"); }

  friend bool operator==(const Message& a, const Message& b);

 private:
  const char* context_ = nullptr;
  const char* singular_ = nullptr;  ///< null: verbatim, the first argument
  const char* plural_ = nullptr;    ///< the first argument chooses the form
  std::vector<MessageArgument> arguments_;
};

/// The argument for a place: a foreign text, a whole number, or a message.
struct MessageArgument {
  MessageArgument(std::string foreign) : text(std::move(foreign)) {}
  MessageArgument(std::string_view foreign) : text(foreign) {}
  MessageArgument(const char* foreign) : text(foreign) {}
  MessageArgument(Message ours) : kind(Kind::message), message(std::move(ours)) {}
  MessageArgument(Phrase ours) : MessageArgument(Message(ours)) {}
  template <std::integral Number>
  requires(!std::same_as<Number, bool> && !std::same_as<Number, char>) MessageArgument(Number number)
      : kind(Kind::number), text(std::to_string(number)) {
    if (number > 0) count = static_cast<std::uint64_t>(number);
  }

  enum class Kind { foreign, number, message };

  Kind kind = Kind::foreign;
  std::string text;
  std::uint64_t count = 0;
  Message message;

  friend bool operator==(const MessageArgument&, const MessageArgument&) = default;
};

template <class... Arguments>
[[nodiscard]] Message message(std::type_identity_t<Pattern<sizeof...(Arguments)>> english,
                              Arguments&&... arguments) {
  return {nullptr, english.text, nullptr, {MessageArgument(std::forward<Arguments>(arguments))...}};
}

/// For an English text that needs several translations: `context` says which one this is.
template <class... Arguments>
[[nodiscard]] Message message_in(const char* context,
                                 std::type_identity_t<Pattern<sizeof...(Arguments)>> english,
                                 Arguments&&... arguments) {
  return {context, english.text, nullptr, {MessageArgument(std::forward<Arguments>(arguments))...}};
}

/// {0} is `count`. It also chooses the plural form of the language.
template <class... Arguments>
[[nodiscard]] Message counted(std::type_identity_t<CountPattern<sizeof...(Arguments) + 1>> singular,
                              std::type_identity_t<CountPattern<sizeof...(Arguments) + 1>> plural,
                              std::uint64_t count, Arguments&&... arguments) {
  return {nullptr,
          singular.text,
          plural.text,
          {MessageArgument(count), MessageArgument(std::forward<Arguments>(arguments))...}};
}

/// "a, b, c", with the comma of the language.
[[nodiscard]] Message comma_separated(std::span<const MessageArgument> parts);

/// The languages that this program speaks, as tags: "ar", "en".
[[nodiscard]] const std::vector<std::string>& spoken_languages();

}  // namespace ibtikar
