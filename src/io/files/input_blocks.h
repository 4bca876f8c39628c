// InputBlocks: what a command line names (files, folders, lists, standard input) as blocks of whole records.
//
//   file            by its extension (.json: one proposal; .ndjson, .jsonl: one a line; .csv, .tsv: one a
//                   row), else by its content
//   folder          its files with those extensions, packed or not (.gz, .zst), recursively, by name; names
//                   that begin with a point are passed over; each folder once, whatever links lead to it
//   @list           the names in that file, one a line
//   -               standard input
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "batch/line_blocks.h"
#include "ibtikar/batch.h"

namespace ibtikar::io {

/// How the records of an input are told from each other.
enum class InputFormat { automatic, json, ndjson, csv };

/// Whether a file's name says that it is a table (.csv, .tsv, packed or not).
[[nodiscard]] bool is_table_name(std::string_view path);

struct InputOptions {
  InputFormat format = InputFormat::automatic;
  std::optional<char> delimiter;               ///< of tables; none: each tells its own
  DecimalMark decimal = DecimalMark::unknown;  ///< of tables; unknown: each tells its own
  BlockSizes sizes;
};

class InputBlocks {
 public:
  InputBlocks(const std::vector<std::string>& paths, const InputOptions& options);
  ~InputBlocks();

  /// Fills a block of whole records; false at the end of input.
  [[nodiscard]] bool next(Block& block);

  /// Whether next() would have to wait for whoever writes into a pipe.
  [[nodiscard]] bool would_wait() const;

  /// Whether any input so far was a table.
  [[nodiscard]] bool had_tables() const { return had_tables_; }

  /// Bytes of all regular files that are named, as far as they are known; nothing when some are not.
  [[nodiscard]] std::optional<std::uint64_t> size() const;

 private:
  struct Stream;

  bool open_next(Block& block);
  void open_path(const std::string& path, Block& block);
  void list_folder(const std::string& path, Block& block);
  void list_names(const std::string& list, Block& block);
  void read_document(ByteSource& source, const std::string& name, Block& block) const;
  void add_document(std::string_view text, const std::string& name, Block& block) const;
  static void add_fault(Block& block, const std::string& name, Diagnostic fault);

  std::vector<std::string> waiting_;  ///< the next one last
  InputFormat format_;
  std::optional<char> delimiter_;
  DecimalMark decimal_;
  bool had_tables_ = false;
  BlockSizes sizes_;
  std::unique_ptr<Stream> stream_;
  std::set<std::pair<std::uint64_t, std::uint64_t>> folders_;  ///< device and inode of those that were listed
  std::optional<std::uint64_t> size_ = 0;
};

}  // namespace ibtikar::io
