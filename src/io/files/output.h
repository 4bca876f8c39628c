// Output: a file that is written piece by piece and appears whole, or standard output.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ibtikar/streams.h"
#include "io/files/files.h"

namespace ibtikar::io {

class Output {
 public:
  /// Fails when the place cannot be written to. Empty or "-": `standard_output`, which must outlive
  /// this.
  [[nodiscard]] static Result<Output> open(const std::string& path, ByteSink& standard_output);

  [[nodiscard]] Result<void> write(std::string_view bytes);
  /// Puts a file into its place.
  [[nodiscard]] Result<void> finish();
  /// finish() under another name in the same folder, made up by the program; the file itself stays
  /// as it was.
  [[nodiscard]] Result<void> finish_as(const std::string& name);

  /// Whether nothing is seen before finish(): not so of standard output, pipes and devices.
  [[nodiscard]] bool is_held_back() const { return file_ && !file_->target().empty(); }
  /// Where a file goes, links resolved; empty for what is not held back.
  [[nodiscard]] std::string target() const { return file_ ? file_->target() : std::string(); }

 private:
  explicit Output(ByteSink& standard_output) : standard_output_(&standard_output) {}

  ByteSink* standard_output_;
  std::optional<OutputFile> file_;
};

}  // namespace ibtikar::io
