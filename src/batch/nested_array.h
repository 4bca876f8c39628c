// NestedArray: the array that stands somewhere in a JSON document, as a source of its own.
//
// Form tools wrap their records: {"count": 2, "results": [...]}. All that is around the array is
// given as blanks and line ends, so places stay what they are in the file, and the array can have
// any length.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/streams.h"

namespace ibtikar {

class NestedArray final : public ByteSource {
 public:
  /// `path`: members with "/" between them, "results" or "data/rows". A document that is no object
  /// is given as it is. A read fails (code "no-records") if the document ends without the array.
  /// `name` is for messages.
  NestedArray(std::unique_ptr<ByteSource> source, const std::string& path, std::string name);

  Result<std::size_t> read(char* into, std::size_t most) override;
  [[nodiscard]] bool would_wait() const override { return source_->would_wait(); }

 private:
  enum class Where { begin, around, inside, behind, as_it_is };
  [[nodiscard]] char look_at(char c);
  [[nodiscard]] char look_around(char c);
  [[nodiscard]] char look_inside(char c);
  void end_string();

  std::unique_ptr<ByteSource> source_;
  std::vector<std::string> path_;
  std::string wanted_;  ///< the path, for messages
  std::string name_;
  Where where_ = Where::begin;
  std::size_t depth_ = 0;    ///< brackets that are open
  std::size_t matched_ = 0;  ///< so many steps of the path were taken; the next is a member at that depth
  bool is_string_ = false;
  bool is_escaped_ = false;
  bool is_name_ = false;    ///< the string at hand, or the last one, may be a member's name
  bool is_wanted_ = false;  ///< the value that follows is the next step of the path
  std::string text_;        ///< of that string
};

}  // namespace ibtikar
