// Verification: what differs between a saved result and the same result recomputed from its
// inputs. The format `ibtikar-verification/1`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ibtikar {

inline constexpr std::string_view kVerificationFormat = "ibtikar-verification/1";

/// So many records that differ are described, and so many values of each; all are counted.
inline constexpr std::size_t kMostRecordsDescribed = 100;
inline constexpr std::size_t kMostValuesDescribed = 100;

/// A value that differs. Texts are as they stand in the file: JSON, or a CSV cell.
struct ValueDifference {
  std::string at;  ///< a JSON pointer, or a column's name; LINE:COLUMN of bytes between values
  std::optional<std::string> saved;  ///< none: it is not there
  std::optional<std::string> recomputed;

  friend bool operator==(const ValueDifference&, const ValueDifference&) = default;
};

struct RecordDifference {
  enum class What {
    values,          ///< see `values`
    not_recomputed,  ///< saved, and the inputs do not give it
    not_saved,       ///< the inputs give it
  };
  std::string record;  ///< a proposal's id; empty: the whole file
  What what = What::values;
  std::vector<ValueDifference> values;

  friend bool operator==(const RecordDifference&, const RecordDifference&) = default;
};

/// What explains differences: a text, or a program, that is another one now.
struct VerificationCause {
  enum class Of { rubric, proposal, engine };
  Of of = Of::rubric;
  std::string record;  ///< the first with it; empty: the whole file
  std::string saved;   ///< a digest or a version
  std::string now;
  std::uint64_t records = 1;  ///< that have it

  friend bool operator==(const VerificationCause&, const VerificationCause&) = default;
};

struct Verification {
  std::string file;
  std::string kind;  ///< "assessments", "rows", "summary", "panel", "ranking", "draw"
  std::string engine;
  std::uint64_t records = 0;                  ///< saved
  std::uint64_t differing = 0;                ///< records that differ, are missing or are too many
  bool reordered = false;                     ///< records have another order
  std::vector<std::string> found;             ///< options of that run, found by trying: "--lenient"
  std::vector<VerificationCause> causes;      ///< each kind once
  std::vector<RecordDifference> differences;  ///< the first of them

  [[nodiscard]] bool same() const { return differing == 0 && !reordered; }
  friend bool operator==(const Verification&, const Verification&) = default;
};

/// Counts a difference, and keeps it if it is one of the first.
void add(Verification& verification, RecordDifference difference);
/// Notes a cause; equal kinds are counted together.
void add(Verification& verification, VerificationCause cause);

}  // namespace ibtikar
