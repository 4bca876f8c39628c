// See ibtikar/message.h.
#include "ibtikar/message.h"

#include "base/catalogue.h"
#include "base/direction.h"
#include "base/safe_text.h"

namespace ibtikar {
namespace {

std::string_view text_or_none(const char* text) { return text == nullptr ? std::string_view() : text; }

/// Makes `foreign` harmless, and isolates it from its neighbors if they run from right to left.
std::string embedded(std::string_view foreign, bool right_to_left) {
  std::string safe = visible_message(foreign);
  if (!right_to_left || safe.empty()) return safe;
  return std::string(kFirstStrongIsolate).append(safe).append(kPopIsolate);
}

/// Fills the places of a pattern, piece by piece.
class Rendering {
 public:
  Rendering(std::string_view language, const std::vector<MessageArgument>& arguments)
      : language_(language), right_to_left_(speaks_right_to_left(language)), arguments_(arguments) {}

  std::string of(std::string_view pattern) {
    for (std::size_t at = 0; at < pattern.size(); ++at) {
      const char c = pattern[at];
      if (c == '`')
        code_mark();
      else if (c != '{' && c != '}')
        out_ += c;
      else if (pattern.substr(at + 1).starts_with(c))
        out_ += pattern[++at];
      else if (const std::size_t end = pattern.find('}', at); end != std::string_view::npos) {
        const auto index = static_cast<std::size_t>(pattern[at + 1] - '0');
        if (index < arguments_.size()) fill(arguments_[index]);
        at = end;
      }
    }
    if (in_code_ && right_to_left_) out_ += kPopIsolate;
    return std::move(out_);
  }

 private:
  /// Text between backticks is what a user types; it stays from left to right.
  void code_mark() {
    in_code_ = !in_code_;
    if (right_to_left_ && in_code_) out_ += kLeftToRightIsolate;
    out_ += '`';
    if (right_to_left_ && !in_code_) out_ += kPopIsolate;
  }

  void fill(const MessageArgument& argument) {
    switch (argument.kind) {
      case MessageArgument::Kind::foreign:
        out_ += embedded(argument.text, right_to_left_ && !in_code_);
        return;
      case MessageArgument::Kind::number:
        out_ += embedded(argument.text, right_to_left_ && argument.text.starts_with('-'));
        return;
      case MessageArgument::Kind::message:
        out_ += argument.message.in(language_);
        return;
    }
  }

  std::string_view language_;
  bool right_to_left_;
  bool in_code_ = false;
  const std::vector<MessageArgument>& arguments_;
  std::string out_;
};

/// The English text where a language has no translation.
std::string_view pattern_in(const Catalogue* catalogue, const char* context, const char* singular,
                            const char* plural, std::uint64_t count) {
  if (plural == nullptr) {
    const auto found =
        catalogue == nullptr ? std::nullopt : catalogue->find(text_or_none(context), text_or_none(singular));
    return found.value_or(text_or_none(singular));
  }
  const auto found = catalogue == nullptr
                         ? std::nullopt
                         : catalogue->find(text_or_none(context), text_or_none(singular), count);
  return found.value_or(count == 1 ? text_or_none(singular) : text_or_none(plural));
}

}  // namespace

Message::Message() = default;
Message::Message(Phrase phrase) : context_(phrase.context), singular_(phrase.text) {}

Message::Message(const char* context, const char* singular, const char* plural,
                 std::vector<MessageArgument> arguments)
    : context_(context), singular_(singular), plural_(plural), arguments_(std::move(arguments)) {}

Message Message::verbatim(std::string text) {
  Message verbatim;
  if (!text.empty()) verbatim.arguments_.emplace_back(std::move(text));
  return verbatim;
}

Message::Message(const Message&) = default;
Message::Message(Message&&) noexcept = default;
Message& Message::operator=(const Message&) = default;
Message& Message::operator=(Message&&) noexcept = default;
Message::~Message() = default;

bool Message::empty() const {
  return singular_ == nullptr ? arguments_.empty() : text_or_none(singular_).empty();
}

bool operator==(const Message& a, const Message& b) {
  return text_or_none(a.context_) == text_or_none(b.context_) &&
         text_or_none(a.singular_) == text_or_none(b.singular_) &&
         text_or_none(a.plural_) == text_or_none(b.plural_) && a.arguments_ == b.arguments_;
}

std::string Message::in(std::string_view language) const {
  if (empty()) return {};
  if (singular_ == nullptr) return embedded(arguments_.front().text, speaks_right_to_left(language));
  const std::uint64_t count = plural_ == nullptr ? 0 : arguments_.front().count;
  const std::string_view pattern = pattern_in(catalogue_for(language), context_, singular_, plural_, count);
  return Rendering(language, arguments_).of(pattern);
}

Message comma_separated(std::span<const MessageArgument> parts) {
  if (parts.empty()) return {};
  if (parts.size() == 1) return {nullptr, "{0}", nullptr, {parts.front()}};
  // By halves, so that the depth stays small however many parts there are.
  return message("{0}, {1}", comma_separated(parts.first(parts.size() / 2)),
                 comma_separated(parts.subspan(parts.size() / 2)));
}

}  // namespace ibtikar
