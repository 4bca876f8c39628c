// JsonRecords: the records of form tools in JSON (SurveyJS, Kobo, ODK, REDCap) as rows of a table.
//
// A mapping names columns, and in JSON a column is a path: "group/q1" is the member "q1" of the
// member "group", or a member that is itself called so. What a mapping says of a column then holds
// for JSON as it does for CSV. Several answers in an array are joined with bars; each is a column of
// its own, too: "tools/seeds" is 1 if the array "tools" has "seeds", and 0 if it has not.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/diagnostic.h"
#include "ibtikar/mapping.h"

namespace ibtikar {

/// A record as a row of CSV with commas, under JsonRecords::header().
struct JsonRow {
  std::string text;
  std::vector<std::string> pointers;  ///< of each cell in the record; empty: it has no such member
  Diagnostics faults;                 ///< any of them: it is no record of this form
};

class JsonRecords {
 public:
  explicit JsonRecords(const Mapping& mapping);

  /// The names of the mapping's columns, as a header row.
  [[nodiscard]] const std::string& header() const { return header_; }
  /// Reads one record, a JSON object. Faults have places in `text`.
  [[nodiscard]] JsonRow read(std::string_view text);
  /// Gives faults of the row's cells the places of their values in `text`, which the row was read
  /// from.
  static void locate_cells(Diagnostics& faults, const JsonRow& row, std::string_view text);

  /// Adds what another one has seen.
  void join(const JsonRecords& other);
  /// A remark for each name of the mapping that no record so far had, with the nearest that one
  /// had. None before the first record.
  [[nodiscard]] std::vector<Message> unseen() const;

 private:
  struct Walk;
  void add_name(const ColumnName& column);
  void add_column(const Mapping::Column& column);
  [[nodiscard]] std::size_t column_of(const std::string& name) const;

  std::vector<std::string> names_;            ///< of the mapping's columns, folded
  std::map<std::string, std::size_t> exact_;  ///< by name
  std::vector<std::size_t> beginnings_;       ///< columns whose names are the beginnings of others
  std::string header_;
  std::vector<bool> seen_;
  std::vector<bool> optional_;    ///< columns that records need not have
  std::set<std::string> others_;  ///< members that no column names, some of them
  bool has_read_ = false;
  bool is_for_tables_ = false;  ///< the mapping means columns otherwise than by name
};

}  // namespace ibtikar
