// Output: a file that is written piece by piece and appears whole, or standard output.
//
// Libraries that write to a path and nowhere else get one: open_for_library(). What they wrote is put into
// its place by finish(), whole: a file by renaming, standard output, a FIFO or a device by copying out of
// memory.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ibtikar/streams.h"
#include "io/files/file_handle.h"
#include "io/files/files.h"

namespace ibtikar::io {

class Output {
 public:
  /// Fails when the place cannot be written to. Empty or "-": `standard_output`, which must outlive
  /// this.
  [[nodiscard]] static Result<Output> open(const std::string& path, ByteSink& standard_output);
  [[nodiscard]] static Result<Output> open_for_library(const std::string& path, ByteSink& standard_output);

  [[nodiscard]] Result<void> write(std::string_view bytes);
  /// Puts a file into its place, and `last` before that at its end. At most once; without it the place
  /// stays as it was.
  [[nodiscard]] Result<void> finish(std::string_view last = {});
  /// finish() under another name in the same folder, made up by the program; the file itself stays
  /// as it was.
  [[nodiscard]] Result<void> finish_as(const std::string& name);

  /// Whether nothing is seen before finish(): not so of standard output, pipes and devices.
  [[nodiscard]] bool is_held_back() const { return file_ && !file_->target().empty(); }
  /// Where a file goes, links resolved; empty for what is not held back.
  [[nodiscard]] std::string target() const { return file_ ? file_->target() : std::string(); }

  /// What a library writes to. It names the file by its descriptor: a library that complains of it by
  /// itself repeats no foreign text.
  [[nodiscard]] const std::string& path() const { return path_; }
  /// The file's own name, for a library that follows links; empty where there is no file.
  [[nodiscard]] std::string file_path() const { return file_ ? file_->temporary() : std::string(); }
  /// Where the library's own temporary files may stand: beside the target, so that there is room
  /// for both or for neither, and nothing else has to be there.
  [[nodiscard]] const std::string& folder() const { return folder_; }
  /// What messages call it.
  [[nodiscard]] const std::string& shown() const { return shown_; }

 private:
  explicit Output(ByteSink& standard_output) : standard_output_(&standard_output) {}
  [[nodiscard]] Result<void> copy_from_memory();
  [[nodiscard]] Result<void> write_gathered();

  ByteSink* standard_output_;
  std::optional<OutputFile> file_;
  std::string gathered_;  ///< for the next long write
  std::string shown_;
  std::string path_;
  std::string folder_;
  FileHandle written_;  ///< what a library writes to
  bool is_copied_ = false;
};

}  // namespace ibtikar::io
