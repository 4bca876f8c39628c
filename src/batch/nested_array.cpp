// See nested_array.h.
#include "batch/nested_array.h"

#include <utility>

#include "base/safe_text.h"
#include "codec/json/scan.h"

namespace ibtikar {
namespace {

constexpr std::size_t kLongestName = 10'000;

bool is_json_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// What stands for a byte around the array. A byte inside of a letter gives nothing to see: columns
/// count letters.
char blank_for(char c) { return c == '\n' || c == '\r' ? c : ' '; }

}  // namespace

NestedArray::NestedArray(std::unique_ptr<ByteSource> source, const std::string& path, std::string name)
    : source_(std::move(source)), wanted_(path), name_(std::move(name)) {
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    if (end > at) path_.push_back(path.substr(at, end - at));
    at = end + 1;
  }
}

Result<std::size_t> NestedArray::read(char* into, std::size_t most) {
  for (;;) {
    const Result<std::size_t> got = source_->read(into, most);
    if (!got) return got;
    if (*got == 0) {
      if (where_ == Where::behind || where_ == Where::inside || where_ == Where::as_it_is) return got;
      Diagnostic fault =
          error_at("", "no-records",
                   message("the document has no array {0}, where the mapping says that the records are",
                           ibtikar::quoted(wanted_)));
      fault.file = name_;
      return fail(std::move(fault));
    }
    if (where_ == Where::as_it_is) return got;
    // Bytes that continue a letter are dropped where blanks stand for letters.
    std::size_t kept = 0;
    for (std::size_t i = 0; i < *got; ++i) {
      const Where before = where_;
      const char c = look_at(into[i]);
      const bool continues = (static_cast<unsigned char>(into[i]) & 0xC0U) == 0x80U;
      if (!continues || before == Where::inside || where_ == Where::as_it_is) into[kept++] = c;
    }
    if (kept > 0) return kept;
  }
}

char NestedArray::look_at(char c) {
  switch (where_) {
    case Where::begin:
      if (is_json_blank(c) || (static_cast<unsigned char>(c) & 0x80U) != 0) return c;
      where_ = c == '{' ? Where::around : Where::as_it_is;
      return c == '{' ? look_around(c) : c;
    case Where::around:
      return look_around(c);
    case Where::inside:
      return look_inside(c);
    case Where::behind:
      return blank_for(c);
    case Where::as_it_is:
      return c;
  }
  return c;
}

char NestedArray::look_around(char c) {
  if (is_string_) {
    if (text_.size() < kLongestName) text_ += c;
    if (is_escaped_)
      is_escaped_ = false;
    else if (c == '\\')
      is_escaped_ = true;
    else if (c == '"')
      end_string();
    return blank_for(c);
  }
  const bool is_wanted = is_wanted_;
  if (!is_json_blank(c) && c != ':') is_wanted_ = false;
  if (c == '"') {
    is_string_ = true;
    text_ = "\"";
  } else if (c == '{' || c == '[') {
    // The first object is the document itself; the next ones are steps of the path.
    if (is_wanted) ++matched_;
    if (is_wanted && c == '[' && matched_ == path_.size()) {
      where_ = Where::inside;
      depth_ = 1;
      return c;
    }
    ++depth_;
    is_name_ = c == '{';
  } else if (c == '}' || c == ']') {
    if (depth_ > 0) --depth_;
    if (depth_ > 0 && matched_ >= depth_) matched_ = depth_ - 1;
  } else if (c == ',') {
    is_name_ = true;
  }
  return blank_for(c);
}

/// A string has ended: perhaps the name of the next step.
void NestedArray::end_string() {
  is_string_ = false;
  is_wanted_ =
      is_name_ && depth_ == matched_ + 1 && matched_ < path_.size() && unescape(text_) == path_[matched_];
  is_name_ = false;
}

char NestedArray::look_inside(char c) {
  if (is_string_) {
    if (is_escaped_)
      is_escaped_ = false;
    else if (c == '\\')
      is_escaped_ = true;
    else if (c == '"')
      is_string_ = false;
    return c;
  }
  if (c == '"') is_string_ = true;
  if (c == '{' || c == '[') ++depth_;
  if ((c == '}' || c == ']') && --depth_ == 0) where_ = Where::behind;
  return c;
}

}  // namespace ibtikar
