// RecordWalker: reads plain JSON proposals straight into codes, without a document in between.
//
// Invariant: a record that it takes is one that RecordDecoder takes, with the same id, title and
// answers, and without a warning. It declines whatever is not plainly right: faults, unknown
// members, repeated ones, numbers with exponents. RecordDecoder then decides. A test changes valid
// records in random ways and compares the two.
//
// Records of one source look alike, so one of them is read member by member and learned, and others
// are compared with it (KnownRecord). Where an answer differs, that answer is read like the first
// record, and comparing goes on behind it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "codec/proposal/json_cursor.h"
#include "codec/proposal/known_record.h"
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
  static constexpr std::size_t kDigits = 16;  ///< and the signs that share their upper bits

  /// A question as a record's member.
  struct Asked {
    std::array<std::uint8_t, kDigits> levels{};  ///< of a scale: by digit; kNoLevel: none
    std::size_t number = 0;                      ///< of the question
    const Question* question = nullptr;
    std::size_t options = 0;  ///< in options_
  };
  enum class Value { declined, open, not_applicable, answered };

  [[nodiscard]] bool learn(std::string_view text);
  void learn_evidence(const char* begin, const char* end, std::size_t question, std::size_t level);
  [[nodiscard]] bool walk_as_known(std::string_view text);
  [[nodiscard]] const char* take_hole(const char* at, const KnownRecord::Step& step);
  void take_digits(const char* at, const KnownRecord::Piece& from, std::size_t last);
  [[nodiscard]] bool walk_members(std::string_view text);
  [[nodiscard]] bool walk_member(JsonCursor& cursor, std::size_t member);
  [[nodiscard]] bool walk_reference(JsonCursor& cursor);
  [[nodiscard]] bool walk_id(JsonCursor& cursor);
  [[nodiscard]] bool walk_answers(JsonCursor& cursor);
  void walk_levels(JsonCursor& cursor, bool& is_last);
  [[nodiscard]] bool walk_named_answer(JsonCursor& cursor, std::size_t& question, bool& is_last);
  [[nodiscard]] bool walk_answer(JsonCursor& cursor, std::size_t question);
  [[nodiscard]] bool walk_answer_object(JsonCursor& cursor, std::size_t question);
  [[nodiscard]] bool walk_evidence(JsonCursor& cursor, std::size_t& evidence);
  [[nodiscard]] bool walk_links(JsonCursor& cursor);
  [[nodiscard]] Value walk_value(JsonCursor& cursor, std::size_t question, std::size_t& answer);
  [[nodiscard]] Value walk_other_value(JsonCursor& cursor, const Asked& asked, std::size_t& answer);
  [[nodiscard]] Value walk_number(JsonCursor& cursor, const Asked& asked, std::size_t& answer);
  [[nodiscard]] Value walk_choices(JsonCursor& cursor, const Asked& asked);
  [[nodiscard]] AnswerCode code_of(Value kind, std::size_t answer, std::size_t evidence) const;

  const Codebook& book_;
  NameTable members_;
  NameTable questions_;
  QuotedNames evidence_;
  std::vector<QuotedNames> options_;
  std::size_t default_evidence_ = 0;
  bool has_evidence_ = false;  ///< levels of it
  std::vector<Asked> asked_;
  std::vector<AnswerCode> digits_;  ///< codes by evidence, question and digit; kAbsentCode: no level
  QuotedNames parts_;               ///< names of members of an answer
  KnownRecord known_;
  KnownRecord learned_;
  bool is_learning_ = false;
  std::size_t seen_evidence_ = kNoLevel;      ///< while learning: in the record so far
  bool is_mixed_ = false;                     ///< likewise: more than one level was
  std::size_t expected_evidence_ = kNoLevel;  ///< likewise: this need not be a hole
  bool is_faulty_ = false;                    ///< an answer was given twice, or is no level
  std::size_t strange_ = 0;                   ///< records that were not as known, one after the other
  std::size_t wait_ = 0;                      ///< records until another one is learned
  CodedAnswers answers_;
  std::string_view id_;
  std::string_view title_;
  std::string unescaped_id_;
  std::string unescaped_title_;
  std::string unescaped_;
};

}  // namespace ibtikar
