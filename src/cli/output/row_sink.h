// Where a batch's rows go: as they come, or when all are there because an order was asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/environment.h"
#include "ibtikar/batch.h"
#include "io/files/files.h"

namespace ibtikar::cli {

/// By which a ranking goes: the overall score, a dimension's, the id or the title.
struct SortKey {
  enum class What { overall, dimension, id, title };
  What what = What::overall;
  std::size_t dimension = 0;
  bool descending = true;
};

/// "overall", "feasibility:asc", ...; scores descend unless told otherwise, texts ascend.
[[nodiscard]] Result<SortKey> parse_sort_key(const std::string& text, const Rubric& rubric);

/// Rows in an order, the best of them alone when so many are wanted; proposals without a score come last,
/// equal ones as they came.
class Ranking {
 public:
  /// `most` 0: all of them are kept.
  Ranking(const SortKey& key, std::size_t most) : key_(key), most_(most) {}

  void add(RankedRow row);
  [[nodiscard]] std::vector<RankedRow> take() &&;

 private:
  struct Placed {
    RankedRow row;
    std::uint64_t number = 0;
  };
  [[nodiscard]] bool is_before(const Placed& a, const Placed& b) const;
  void cut();

  SortKey key_;
  std::size_t most_;
  std::uint64_t count_ = 0;
  std::vector<Placed> rows_;
};

/// A file that is written piece by piece, or standard output.
class RowSink {
 public:
  /// Fails when the place cannot be written to. Empty or "-": standard output.
  [[nodiscard]] static Result<RowSink> open(const std::string& path, ByteSink& standard_output);

  [[nodiscard]] Result<void> write(std::string_view bytes);
  /// Puts a file into its place.
  [[nodiscard]] Result<void> finish();

 private:
  explicit RowSink(ByteSink& standard_output) : standard_output_(&standard_output) {}

  ByteSink* standard_output_;
  std::optional<io::OutputFile> file_;
};

}  // namespace ibtikar::cli
