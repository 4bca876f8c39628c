// See output.h.
#include "io/files/output.h"

namespace ibtikar::io {

Result<Output> Output::open(const std::string& path, ByteSink& standard_output) {
  Output output(standard_output);
  if (path.empty() || path == "-") return output;
  Result<OutputFile> file = OutputFile::open(path, Durability::report);
  if (!file) return fail(file.error());
  output.file_ = *std::move(file);
  return output;
}

Result<void> Output::write(std::string_view bytes) {
  if (bytes.empty()) return {};
  return file_ ? file_->append(bytes) : standard_output_->write(bytes);
}

Result<void> Output::finish() { return file_ ? file_->commit({}) : Result<void>(); }

Result<void> Output::finish_as(const std::string& name) {
  return file_ ? file_->commit_as(name) : Result<void>();
}

}  // namespace ibtikar::io
