// Finds repeated ids in the rows of shards, as one batch over all records would have found them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/keyed_hash.h"
#include "batch/ids.h"
#include "codec/table/csv.h"

namespace ibtikar::cli {

class RowIds {
 public:
  /// `format`: "csv" or "ndjson". `header`: of CSV; empty if the rows have none.
  RowIds(const std::string& format, std::string_view header, const HashKey& key);

  /// Whether rows tell their ids, and which of them are of rejected records: those count as records and
  /// repeat nothing.
  [[nodiscard]] bool can_tell() const { return can_tell_; }

  /// The next bytes of rows; a row may be in two calls. Adds what repeats an id of an earlier row.
  void add(std::string_view bytes, std::vector<Repeated>& repeated);

 private:
  void add_rows(std::string_view rows);
  void add_line(std::string_view line);
  void add_record(std::string_view id, bool is_rejected);

  HashKey key_;
  bool is_csv_;
  bool can_tell_ = true;
  CsvSplitter splitter_{','};
  std::size_t id_column_ = 0;
  std::size_t proof_column_ = 0;
  bool proof_is_error_ = false;  ///< else it is a column that is empty for rejected records
  std::string rest_;             ///< the beginning of a row whose end has not come
  std::uint64_t records_ = 0;
  std::uint64_t in_block_ = 0;
  BlockIds block_;
  SeenIds seen_;
};

}  // namespace ibtikar::cli
