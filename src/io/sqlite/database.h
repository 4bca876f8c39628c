// Database: as much of SQLite as is needed to write a new database. Only database.cpp knows the
// library.
//
// The file is written beside its place and then renamed by the owner of the place. A crash leaves
// nothing to repair, so there is no journal and no syncing on the way. The first failure is kept;
// later calls do nothing.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ibtikar/result.h"

namespace ibtikar::io {

class Database;

/// A statement that is run again and again.
class Statement {
 public:
  /// The next parameter, from the first one.
  Statement& text(std::string_view text);
  /// Empty: NULL.
  Statement& text_or_null(std::string_view text);
  Statement& integer(std::int64_t number);
  Statement& real(const std::optional<double>& number);
  Statement& null();
  void run();

 private:
  friend class Database;
  Statement(Database& database, void* statement) : database_(&database), statement_(statement) {}

  Database* database_;
  void* statement_;  ///< the library's; the database ends it
  int next_ = 1;
};

class Database {
 public:
  /// An empty file at `path`; `shown` is what messages call it.
  Database(const std::string& path, std::string shown);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  /// Statements without parameters, with semicolons between.
  void run(const std::string& sql);
  [[nodiscard]] Statement prepare(const std::string& sql);
  /// Writes all that is left and closes it; the first failure, if there was one.
  [[nodiscard]] Result<void> close();

 private:
  friend class Statement;
  struct Library;
  [[nodiscard]] bool has_failed() const { return failure_.has_value(); }
  void check(int result);

  std::unique_ptr<Library> state_;
  std::string shown_;
  std::optional<Message> failure_;
};

}  // namespace ibtikar::io
