// PathOutput: an output for libraries that write to a path and nowhere else.
//
// The library writes to path(); finish() puts what it wrote into its place, whole: a file by
// renaming, standard output, a FIFO or a device by copying out of memory. Without finish() the
// place stays as it was.
#pragma once

#include <optional>
#include <string>

#include "ibtikar/streams.h"
#include "io/files/file_handle.h"
#include "io/files/files.h"

namespace ibtikar::io {

class PathOutput {
 public:
  /// Fails when the place cannot be written to. Empty or "-": `standard_output`, which must outlive
  /// this.
  [[nodiscard]] static Result<PathOutput> open(const std::string& path, ByteSink& standard_output);

  /// Names the file by its descriptor: a library that complains of it by itself repeats no foreign
  /// text.
  [[nodiscard]] const std::string& path() const { return path_; }
  /// The file's own name, for a library that follows links; empty where there is no file.
  [[nodiscard]] std::string file_path() const { return file_ ? file_->temporary() : std::string(); }
  /// Where the library's own temporary files may stand: beside the target, so that there is room
  /// for both or for neither, and nothing else has to be there.
  [[nodiscard]] const std::string& folder() const { return folder_; }
  /// What messages call it.
  [[nodiscard]] const std::string& shown() const { return shown_; }

  /// At most once.
  [[nodiscard]] Result<void> finish();

 private:
  PathOutput() = default;

  std::string shown_;
  std::string path_;
  std::string folder_;
  std::optional<OutputFile> file_;
  FileHandle written_;  ///< what the library writes to
  bool is_copied_ = false;
  ByteSink* standard_output_ = nullptr;
};

}  // namespace ibtikar::io
