// See document.h.
//
// The parser reports events, and a Watch listens to them. It knows the path of each value, so it
// can point to what the library would accept silently, and it builds the document in the same pass.
#include "codec/json/document.h"

#include <map>

#include <fmt/format.h>

#include "base/json_pointer.h"
#include "base/safe_text.h"
#include "base/utf8.h"
#include "codec/json/precheck.h"
#include "codec/json/scan.h"
#include "codec/json/syntax_words.h"

namespace ibtikar {
namespace {

/// Explains a fault by a habit from other languages. People write rubrics by hand, and "unexpected
/// character" alone does not tell them that JSON has no comments.
Message habit_at(std::string_view text, std::size_t offset) {
  const std::size_t before = text.find_last_not_of(" \t\r\n", offset == 0 ? 0 : offset - 1);
  const char here = offset < text.size() ? text[offset] : '\0';
  const char last = offset > 0 && before != std::string_view::npos ? text[before] : '\0';
  if (here == '/' || last == '/' || here == '#') return message("JSON has no comments");
  if (here == '\'') return message("JSON texts stand between double quotation marks");
  if ((here == '}' || here == ']') && last == ',') return message("remove the comma before it");
  if (here == '+' || here == '.') return message("a JSON number begins with a digit or -");
  if (here == 'N' || here == 'I' || here == 'T' || here == 'F')
    return message("JSON knows the words true, false and null, in small letters");
  if (here == 'x' || (here >= '0' && here <= '9'))
    return message("JSON numbers are decimal, without leading zeros");
  if (static_cast<unsigned char>(here) >= 0xC2)
    return message("texts stand between quotation marks, numbers use the digits 0-9");
  return {};
}

Message with_habit(Message fault, Message habit) {
  return habit.empty() ? fault : message("{0}; {1}", std::move(fault), std::move(habit));
}

/// Watches a parse, reports what the library would let pass, and builds the document if there is a
/// place for it. Members are appended: the library's own builder searches all earlier members for
/// each new one, which takes minutes for an object of a million members.
class Watch final : public nlohmann::json_sax<Json> {
 public:
  Watch(const NamedText& source, std::string_view text, Json* document)
      : source_(source), text_(text), document_(document) {}
  [[nodiscard]] Diagnostics take() && { return std::move(faults_); }

  bool null() override { return value(nullptr); }
  bool boolean(bool truth) override { return value(truth); }
  bool number_integer(number_integer_t number) override { return value(number); }
  bool number_unsigned(number_unsigned_t number) override { return value(number); }
  bool string(string_t& text) override {
    value(text);
    if (text.size() > kMaxTextBytes)
      add("text-too-long", message("a text of {0} bytes; expected at most {1}", text.size(), kMaxTextBytes));
    return true;
  }
  bool binary(binary_t&) override { return value(nullptr); }  // JSON texts have none
  // RFC 8259, section 6, leaves range and precision to the reader. Doubles are what both of our
  // readers have, and what a score is computed with.
  bool number_float(number_float_t number, const string_t& raw) override {
    value(number);
    // nlohmann rounds integers of more than 64 bits, simdjson refuses them. Both readers must
    // agree, so both refuse.
    if (raw.find_first_of(".eE") == std::string::npos)
      add("number-out-of-range", message("a whole number over 64 bits; expected one that fits"));
    return true;
  }
  bool start_object(std::size_t) override {
    Json* container = place(Json::object());
    path_.push_back({true, 0, {}, {}, container});
    return true;
  }
  bool start_array(std::size_t) override {
    Json* container = place(Json::array());
    path_.push_back({false, 0, {}, {}, container});
    return true;
  }
  bool end_object() override { return leave(); }
  bool end_array() override { return leave(); }
  bool key(string_t& name) override {
    Level& level = path_.back();
    level.name = name;
    // RFC 8259 leaves the meaning of repeated members open, so two programs could read two
    // different answers from one file.
    const std::size_t earlier = level.names[name]++;
    if (name.size() > kMaxTextBytes) {
      Diagnostic too_long =
          error_at(pointer(), "text-too-long",
                   message("a name of {0} bytes; expected at most {1}", name.size(), kMaxTextBytes));
      too_long.at_member = true;
      faults_.push_back(std::move(too_long));
    }
    if (earlier == 0) return true;
    if (faults_.is_full()) {
      faults_.leave_out(Severity::error, code_name(Code::duplicate_member));
      return true;
    }
    Diagnostic twice = error_at(pointer(), Code::duplicate_member,
                                message("member {0} is given twice", ibtikar::quoted(name)));
    twice.at_member = true;
    twice.occurrence = earlier;
    twice.related = twice.pointer;
    faults_.push_back(std::move(twice));
    return true;
  }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    // Error 406 is a number that no double can hold. It is written correctly, so it gets its own
    // code and message.
    const bool overflow = error.id == 406;
    std::size_t offset = position == 0 ? 0 : position - 1;
    // The library reports the end of the number; people look for its beginning.
    if (overflow) offset = text_.find_last_not_of("0123456789+-.eE", offset == 0 ? 0 : offset - 1) + 1;
    Diagnostic fault = overflow ? error_at("", "number-out-of-range",
                                           message("number out of range; expected one that a double holds"))
                                : error_at("", Code::bad_json,
                                           with_habit(syntax_fault(error.what()), habit_at(text_, offset)));
    fault.file = source_.name;
    fault.position = position_of(text_, offset);
    // After a syntax error nothing is certain, so the faults found before it are dropped: some of
    // them may come from the same missing comma or bracket.
    faults_ = {fault};
    return false;
  }

 private:
  struct Level {
    bool is_object = false;
    std::size_t index = 0;                     ///< elements begun, in an array
    std::string name;                          ///< the member at hand, in an object
    std::map<std::string, std::size_t> names;  ///< ordered: hostile names cannot slow it down
    Json* container = nullptr;                 ///< in the document that is built, if any
  };

  template <class Value>
  bool value(const Value& value) {
    place(document_ == nullptr ? Json() : Json(value));
    return true;
  }

  /// Puts a value at the current position and returns its address, which is valid while the value
  /// is being filled.
  Json* place(Json value) {
    if (!path_.empty() && !path_.back().is_object) ++path_.back().index;
    if (document_ == nullptr) return nullptr;
    if (path_.empty()) {
      *document_ = std::move(value);
      return document_;
    }
    Level& level = path_.back();
    if (!level.is_object) {
      level.container->push_back(std::move(value));
      return &level.container->back();
    }
    auto& members = level.container->get_ref<Json::object_t&>();
    members.Json::object_t::Container::emplace_back(level.name, std::move(value));
    return &members.Json::object_t::Container::back().second;
  }
  bool leave() {
    path_.pop_back();
    return true;
  }
  [[nodiscard]] std::string pointer() const {
    std::string out;
    for (const Level& level : path_)
      out += "/" + (level.is_object ? pointer_token(level.name) : std::to_string(level.index - 1));
    return out;
  }
  void add(CodeName code, Message message) {
    faults_.push_back(error_at(pointer(), std::move(code), std::move(message)));
  }

  const NamedText& source_;  // both outlive the parse
  std::string_view text_;
  Json* document_;
  std::vector<Level> path_;
  Diagnostics faults_;
};

Diagnostics watch_parse(const NamedText& source, std::string_view text, Json* document) {
  // The library would skip it: precheck() took the one that a file may begin with.
  if (text.starts_with(kByteOrderMark)) {
    Diagnostic fault =
        error_at("", Code::bad_json,
                 syntax_fault("while parsing value - invalid literal; expected '[', '{', or a literal"));
    fault.file = source.name;
    fault.position = {1, 1};
    return {std::move(fault)};
  }
  Watch watch(source, text, document);
  const bool valid = Json::sax_parse(text.begin(), text.end(), &watch);
  Diagnostics faults = std::move(watch).take();
  if (valid) locate(source, faults);
  return faults;
}

}  // namespace

Diagnostics check_json(const NamedText& source, std::string_view text) {
  return watch_parse(source, text, nullptr);
}

Diagnostics parse_json(const NamedText& source, std::string_view text, Json& document) {
  return watch_parse(source, text, &document);
}

Checked<Json> parse_document(const NamedText& source, Phrase expected, std::size_t most) {
  const Result<std::string_view> text = precheck(source, expected, most);
  if (!text) return fail(Diagnostics{text.error()});
  Json document;
  Diagnostics faults = parse_json(source, *text, document);
  if (!faults.empty()) return fail(std::move(faults));
  return document;
}

}  // namespace ibtikar
