// See database.h.
#include "io/sqlite/database.h"
#include "base/errno_words.h"

#include <cerrno>
#include <cmath>
#include <cstring>
#include <utility>
#include <vector>

#include <sqlite3.h>

namespace ibtikar::io {
namespace {

sqlite3_stmt* library_statement(void* statement) { return static_cast<sqlite3_stmt*>(statement); }

}  // namespace

struct Database::Library {
  sqlite3* connection = nullptr;
  std::vector<sqlite3_stmt*> statements;

  int end() {
    for (sqlite3_stmt* statement : statements) sqlite3_finalize(statement);
    statements.clear();
    return sqlite3_close(std::exchange(connection, nullptr));
  }
};

Database::Database(const std::string& path, std::string shown)
    : state_(std::make_unique<Library>()), shown_(std::move(shown)) {
  errno = 0;
  check(sqlite3_open_v2(path.c_str(), &state_->connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW,
                        nullptr));
  // What cannot be opened for writing the library opens for reading, and tells when it is to write.
  if (!has_failed() && sqlite3_db_readonly(state_->connection, "main") != 0)
    failure_ = words_of_errno(errno != 0 ? errno : EACCES);
  run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; "
      "PRAGMA encoding = 'UTF-8'");
}

Database::~Database() { static_cast<void>(state_->end()); }

void Database::check(int result) {
  if (result == SQLITE_OK || result == SQLITE_DONE || has_failed()) return;
  failure_ = Message::verbatim(state_->connection != nullptr ? sqlite3_errmsg(state_->connection)
                                                             : sqlite3_errstr(result));
  // "disk I/O error" leaves open which, and so do the others; the library's own sqlite3_system_errno() knows
  // it only sometimes.
  const int known = state_->connection != nullptr ? sqlite3_system_errno(state_->connection) : 0;
  const int error = known != 0 ? known : errno;
  const int kind = result & 0xFF;
  const bool is_of_system = kind == SQLITE_IOERR || kind == SQLITE_CANTOPEN || kind == SQLITE_READONLY;
  if (kind == SQLITE_FULL) failure_ = words_of_errno(ENOSPC);
  if (is_of_system && error != 0) failure_ = words_of_errno(error);
}

void Database::run(const std::string& sql) {
  if (!has_failed()) check(sqlite3_exec(state_->connection, sql.c_str(), nullptr, nullptr, nullptr));
}

Statement Database::prepare(const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  if (!has_failed()) {
    check(sqlite3_prepare_v2(state_->connection, sql.c_str(), static_cast<int>(sql.size()), &statement,
                             nullptr));
    state_->statements.push_back(statement);
  }
  return {*this, statement};
}

Result<void> Database::close() {
  check(state_->end());
  if (has_failed()) return fail_io(shown_, message("writing the database: {0}", *failure_));
  return {};
}

Statement& Statement::text(std::string_view text) {
  if (database_->has_failed()) return *this;
  // The text lives until run(), which is all that the library needs to be promised.
  database_->check(sqlite3_bind_text64(library_statement(statement_), next_++, text.data(), text.size(),
                                       SQLITE_STATIC, SQLITE_UTF8));
  return *this;
}

Statement& Statement::text_or_null(std::string_view text) { return text.empty() ? null() : this->text(text); }

Statement& Statement::integer(std::int64_t number) {
  if (!database_->has_failed())
    database_->check(sqlite3_bind_int64(library_statement(statement_), next_++, number));
  return *this;
}

Statement& Statement::real(const std::optional<double>& number) {
  if (!number || !std::isfinite(*number)) return null();
  if (!database_->has_failed())
    database_->check(sqlite3_bind_double(library_statement(statement_), next_++, *number));
  return *this;
}

Statement& Statement::null() {
  if (!database_->has_failed()) database_->check(sqlite3_bind_null(library_statement(statement_), next_++));
  return *this;
}

void Statement::run() {
  next_ = 1;
  if (database_->has_failed()) return;
  database_->check(sqlite3_step(library_statement(statement_)));
  // What reset() returns was said by step() already.
  static_cast<void>(sqlite3_reset(library_statement(statement_)));
}

}  // namespace ibtikar::io
