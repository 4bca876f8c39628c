// See merge_outputs.h.
#include "cli/commands/merge_outputs.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "base/safe_text.h"
#include "io/files/byte_sources.h"

namespace ibtikar::cli {
namespace {

/// A header is at most a line of names; more is no output of ours.
constexpr std::uint64_t kMostHeader = std::uint64_t{1} << 24;

Diagnostic other_header(const std::string& file, const std::string& first) {
  Diagnostic fault =
      error_at("", "other-columns", message("columns that are not those of {0}", quoted(first)));
  fault.file = file;
  return fault;
}

Diagnostic changed(const std::string& file) {
  Diagnostic fault = error_at("", "changed-part", message("changed while it was read"));
  fault.file = file;
  return fault;
}

/// The next `size` bytes, or fewer at the end.
Result<std::string> read_some(ByteSource& source, std::uint64_t size) {
  std::string bytes(static_cast<std::size_t>(size), '\0');
  std::size_t used = 0;
  while (used < bytes.size()) {
    const Result<std::size_t> got = source.read(bytes.data() + used, bytes.size() - used);
    if (!got) return fail(got.error());
    if (*got == 0) break;
    used += *got;
  }
  bytes.resize(used);
  return bytes;
}

}  // namespace

Result<std::string> common_header(const std::vector<GivenSummary>& given, ShardKind kind,
                                  const std::vector<std::string>& files) {
  std::string header;
  std::string first;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const std::uint64_t size = output_of(given[i], kind)->header;
    if (files[i].empty() || size == 0) continue;
    if (size > kMostHeader) return fail(changed(files[i]));
    const Result<std::unique_ptr<ByteSource>> source = io::open_plain_bytes(files[i]);
    if (!source) return fail(source.error());
    Result<std::string> read = read_some(**source, size);
    if (!read) return fail(read.error());
    if (first.empty()) {
      header = *std::move(read);
      first = files[i];
    } else if (*read != header) {
      return fail(other_header(files[i], first));
    }
  }
  return header;
}

Result<void> join_output(const std::vector<GivenSummary>& given, ShardKind kind,
                         const std::vector<std::string>& files, std::string_view header, io::Output& into,
                         const SeeRows& see) {
  if (Result<void> written = into.write(header); !written) return written;
  constexpr std::uint64_t kStep = std::uint64_t{256} << 10;
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (files[i].empty()) continue;
    const ShardOutput& output = *output_of(given[i], kind);
    const Result<std::unique_ptr<ByteSource>> source = io::open_plain_bytes(files[i]);
    if (!source) return fail(source.error());
    const Result<std::string> skipped = read_some(**source, output.header);
    if (!skipped) return fail(skipped.error());
    for (std::uint64_t left = output.bytes - std::min(output.bytes, output.header); left > 0;) {
      const Result<std::string> bytes = read_some(**source, std::min(left, kStep));
      if (!bytes) return fail(bytes.error());
      if (bytes->empty()) return fail(changed(files[i]));
      left -= bytes->size();
      see(*bytes);
      if (Result<void> written = into.write(*bytes); !written) return written;
    }
  }
  return {};
}

}  // namespace ibtikar::cli
