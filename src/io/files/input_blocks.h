// InputBlocks: the inputs of a command line (files, folders, lists, standard input) as blocks of
// whole records.
//
//   file            by its extension (.json: one proposal or an array; .ndjson, .jsonl: one per
//                   line; .csv, .tsv: one per row), otherwise by its content; a workbook (.xlsx, .ods)
//                   and a file of rejects whatever its name
//   folder          its files with those extensions, also packed (.gz, .zst), recursively, by name;
//                   each folder once, whatever links lead to it. Names that begin with a dot are
//                   skipped; so is everything else, and remarks() says so
//   @list           the names in that file, one per line; a list may name lists, but not itself
//   -               standard input
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/digest.h"
#include "batch/record_stream.h"
#include "ibtikar/batch.h"
#include "io/files/place.h"
#include "io/files/small_files.h"
#include "stats/shard.h"

namespace ibtikar::io {

using ibtikar::InputFormat;
class WorkbookInput;

/// Whether a file's name says that it is a table (.csv, .tsv, packed or not; .xlsx, .xlsm, .ods).
[[nodiscard]] bool is_table_name(std::string_view path);

struct InputOptions {
  InputFormat format = InputFormat::automatic;
  std::optional<char> delimiter;               ///< of tables; none: each tells its own
  DecimalMark decimal = DecimalMark::unknown;  ///< of tables; unknown: each tells its own
  std::string encoding;  ///< of all but JSON, by a name that is_known_encoding(); empty: UTF-8 or UTF-16
  std::string sheet;     ///< of workbooks, by name or number; empty: the only visible one
  /// Where the records of JSON files are, as Mapping has it.
  std::optional<std::string> records;
  BlockSizes sizes;
  HeaderShape shape = {};      ///< of tables
  std::vector<Place> outputs;  ///< what the run writes to: none of it may be an input
  /// The records whose first byte is there are read: a place in all inputs, one after the other. Text
  /// with a record on each line, and tables as text, are cut; other inputs are whole, where they begin.
  ByteRange range = {};
};

/// All inputs as one sequence of bytes.
struct InputExtent {
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;
  std::string digest;                  ///< of the size of each, in their order
  std::optional<std::string> unsized;  ///< one that has no size: a stream, a device
};

class InputBlocks {
 public:
  InputBlocks(const std::vector<std::string>& paths, const InputOptions& options);
  ~InputBlocks();

  /// Fills a block of whole records; false at the end of input.
  [[nodiscard]] bool next(Block& block);

  /// Whether next() would have to wait for the writer of a pipe.
  [[nodiscard]] bool would_wait() const;

  /// Whether any input so far was a table.
  [[nodiscard]] bool had_tables() const { return had_tables_; }

  /// Whether any input so far was a workbook.
  [[nodiscard]] bool had_workbooks() const { return had_workbooks_; }

  /// Bytes of all named regular files. Empty if some sizes are not known.
  [[nodiscard]] std::optional<std::uint64_t> size() const;

  /// Goes through all inputs without reading them (but for lists), and leaves nothing to read. Stops at
  /// the first that has no size, and when a signal asks to stop.
  [[nodiscard]] InputExtent measure();

  /// Why inputs of which a part is in the range could not be read. Whoever has their first byte has
  /// these as records.
  [[nodiscard]] const Diagnostics& failures() const { return failures_; }

  /// The input that is an output of this run, too: next() ended there.
  [[nodiscard]] const std::optional<std::string>& clash() const { return clash_; }

  /// What was skipped in folders, which folders have nothing to read, and what is said of encodings
  /// and of workbooks: one sentence each.
  [[nodiscard]] std::vector<Message> remarks() const;

 private:
  /// Something to open, and where it was named.
  struct Waiting {
    std::string path;
    std::size_t list = 0;  ///< of lists_; 0: on the command line
    std::size_t line = 0;  ///< in that list
    std::size_t root = 0;  ///< of roots_; 0: not in a folder
    bool is_file = false;  ///< a regular one, as its folder says
  };
  /// A list that was read.
  struct List {
    std::string name;
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::size_t parent = 0;  ///< the list that names it; 0: the command line
    std::size_t depth = 0;
  };
  /// A folder that was given.
  struct Root {
    std::string name;
    std::uint64_t found = 0;
  };

  bool open_next(Block& block);
  [[nodiscard]] std::optional<ByteRange> next_share(const Waiting& next);
  [[nodiscard]] bool takes_fault();
  [[nodiscard]] bool can_be_cut(const std::string& path, std::string_view head) const;
  [[nodiscard]] bool read_small(const std::string& path, Block& block);
  void open_path(const std::string& path, const ByteRange& share, Block& block);
  void list_folder(const Waiting& folder, Block& block);
  void list_names(const Waiting& from, Block& block);
  [[nodiscard]] std::optional<Diagnostic> fault_of_list(const Waiting& from, const Place& place) const;
  [[nodiscard]] std::string chain_to(std::size_t list, const std::string& last) const;
  void pass_over(const std::string& path, mode_t mode);
  [[nodiscard]] bool is_output(const std::string& path);
  [[nodiscard]] bool is_output(std::uint64_t device, std::uint64_t inode) const;
  void open_workbook(const std::string& path, ByteSource& source, Block& block);
  void refuse_packed_workbook(const std::string& name, Block& block);
  void tell(Message remark);
  void read_document(std::unique_ptr<ByteSource> source, const std::string& name, Block& block);

  SmallFiles small_files_;
  std::vector<Waiting> waiting_;  ///< the next one last
  std::vector<List> lists_ = {{}};
  std::vector<Root> roots_ = {{}};
  InputFormat format_;
  std::optional<char> delimiter_;
  DecimalMark decimal_;
  std::string encoding_;
  std::string sheet_;
  std::optional<std::string> records_;
  bool had_tables_ = false;
  bool had_workbooks_ = false;
  BlockSizes sizes_;
  HeaderShape shape_;
  std::unique_ptr<RecordStream> stream_;
  std::unique_ptr<WorkbookInput> workbook_;
  std::set<std::pair<std::uint64_t, std::uint64_t>> folders_;  ///< device and inode of those that were listed
  std::optional<std::uint64_t> size_ = 0;
  ByteRange range_;
  std::uint64_t position_ = 0;           ///< bytes of the inputs before the next one
  std::optional<InputExtent> measured_;  ///< there while measure() goes through the inputs
  Sha256 sizes_digest_;
  Diagnostics failures_;
  std::vector<Place> outputs_;
  std::optional<std::string> clash_;
  std::map<std::string, std::uint64_t> passed_over_;  ///< by ending
  std::vector<Message> told_;     ///< of single inputs: encodings, what is in workbooks; the first of them
  std::vector<Message> special_;  ///< what is neither a file nor a folder; the first of them
  std::uint64_t special_count_ = 0;
};

}  // namespace ibtikar::io
