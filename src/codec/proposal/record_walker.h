// RecordWalker: reads plain JSON proposals straight into codes, without a document in between.
//
// Invariant: a record that it takes is one that RecordDecoder takes, with the same id, title and
// answers, and without a warning. It declines whatever is not plainly right: faults, unknown
// members, repeated ones, numbers with exponents. RecordDecoder then decides. A test changes valid
// records in random ways and compares the two.
//
// Records of one source look alike: the same members, the same blanks, the same order. So each
// question remembers the bytes that stood before its value and which question came next, and the
// record begins with bytes that are known. Comparing known bytes is all that reading them takes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "codec/proposal/json_cursor.h"
#include "codec/proposal/known_bytes.h"
#include "codec/proposal/name_table.h"
#include "codec/proposal/quoted_names.h"
#include "score/codebook.h"

namespace ibtikar {

class RecordWalker {
 public:
  /// `book` must outlive this.
  explicit RecordWalker(const Codebook& book);
  RecordWalker(RecordWalker&&) = default;  // what it points to moves along
  RecordWalker(const RecordWalker&) = delete;

  /// Whether the rubric's names can be told apart quickly. If not, do not use it.
  [[nodiscard]] bool is_quick() const;

  /// Reads one document. False: it was declined. Requires: `text` is UTF-8; behind it, perhaps
  /// after other text, come a NUL and 64 readable bytes.
  [[nodiscard]] bool walk(std::string_view text);

  /// What the last record said. Texts are views into it, or live here until the next one.
  [[nodiscard]] std::string_view id() const { return id_; }
  [[nodiscard]] std::string_view title() const { return title_; }
  [[nodiscard]] const CodedAnswers& answers() const { return answers_; }

 private:
  static constexpr std::uint8_t kNoLevel = 255;

  /// A question as a record's member.
  struct Asked {
    KnownBytes name;                        ///< what stood before its value, such as `"a.b":`
    std::array<AnswerCode, 16> digits{};    ///< of a scale: codes of levels of one digit; 0: none
    std::array<std::uint8_t, 16> levels{};  ///< the same as levels; kNoLevel: none
    Asked* next = nullptr;                  ///< which one came behind it last time
    std::size_t number = 0;                 ///< of the question
    const Question* question = nullptr;
    std::size_t options = 0;  ///< in options_
  };
  /// The parts of an answer that is an object, in their usual order.
  enum Part : std::size_t { kValue, kEvidence, kNote, kLinks, kNotApplicable, kPartCount };
  enum class Value { declined, open, not_applicable, answered };

  [[nodiscard]] bool walk_members(JsonCursor& cursor, std::string_view text);
  [[nodiscard]] bool begins_as_known(JsonCursor& cursor, std::string_view text, unsigned& found) const;
  void learn_beginning(const JsonCursor& cursor, std::string_view text, unsigned found);
  [[nodiscard]] bool walk_member(JsonCursor& cursor, std::size_t member);
  [[nodiscard]] bool walk_reference(JsonCursor& cursor);
  [[nodiscard]] bool walk_id(JsonCursor& cursor);
  [[nodiscard]] bool walk_answers(JsonCursor& cursor);
  [[nodiscard]] Asked* walk_name(JsonCursor& cursor);
  [[nodiscard]] bool walk_answer(JsonCursor& cursor, const Asked& asked);
  [[nodiscard]] bool walk_answer_object(JsonCursor& cursor, const Asked& asked);
  /// Whether a name stands here as it is known. Where a blank follows, what is known is too short.
  [[nodiscard]] static bool is_known(const KnownBytes& name, const char* at) {
    return name.are_at(at) && !is_blank_sign(at[name.size()]);
  }
  [[nodiscard]] bool walk_part_name(JsonCursor& cursor, bool is_first, Part& part, bool& is_end);
  [[nodiscard]] bool walk_evidence(JsonCursor& cursor, std::size_t& evidence);
  [[nodiscard]] bool walk_links(JsonCursor& cursor);
  [[nodiscard]] Value walk_value(JsonCursor& cursor, const Asked& asked, std::size_t& answer);
  [[nodiscard]] Value walk_number(JsonCursor& cursor, const Asked& asked, std::size_t& answer);
  [[nodiscard]] Value walk_choices(JsonCursor& cursor, const Asked& asked);

  const Codebook& book_;
  NameTable members_;
  NameTable questions_;
  QuotedNames evidence_;
  std::vector<QuotedNames> options_;
  std::size_t default_evidence_ = 0;
  std::vector<Asked> asked_;
  /// What stood before the parts of answers: the first of an answer, and others.
  std::array<std::array<KnownBytes, kPartCount>, 2> parts_;
  Asked* first_ = nullptr;  ///< which question came first last time
  std::string beginning_;   ///< of records, up to the value of the id
  unsigned found_in_beginning_ = 0;
  CodedAnswers answers_;
  std::string_view id_;
  std::string_view title_;
  std::string unescaped_id_;
  std::string unescaped_title_;
  std::string unescaped_;
};

}  // namespace ibtikar
