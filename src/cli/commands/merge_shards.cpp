// See merge_shards.h. Rows have no place for a note, so a file of them is known by its size and its
// digest, which the summary of its shard has: neither names nor the order of the arguments matter, and
// a file that was cut off is no output of any shard.
#include "cli/commands/merge_shards.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/safe_text.h"
#include "io/files/byte_sources.h"

namespace ibtikar::cli {
namespace {

Diagnostic shard_fault(const std::string& file, CodeName code, Message what) {
  Diagnostic fault = error_at("", std::move(code), std::move(what));
  fault.file = file;
  return fault;
}

const ShardNote& note_of(const GivenSummary& given) { return *given.noted.note; }

/// What two summaries say that cannot be of one run.
std::optional<Diagnostic> difference(const GivenSummary& first, const GivenSummary& other) {
  const ShardNote& a = note_of(first);
  const ShardNote& b = note_of(other);
  const std::string name = quoted(first.file);
  if (a.shard.of != b.shard.of)
    return shard_fault(other.file, "other-run",
                       message("shard {0} of {1}, and {2} is one of {3}; expected shards of one run",
                               b.shard.number, b.shard.of, name, a.shard.of));
  if (a.files != b.files || a.bytes != b.bytes || a.inputs != b.inputs)
    return shard_fault(
        other.file, "other-input",
        message("the input had {0} bytes and was not that of {1}, which had {2}; the shards of a "
                "run have the same files in the same order",
                b.bytes, name, a.bytes));
  if (a.options != b.options)
    return shard_fault(
        other.file, "other-options",
        message("run with another rubric, other options or another version of ibtikar than {0}", name));
  return std::nullopt;
}

/// "2, 5, 6", and "..." for more than a few.
Message numbers_in(const std::vector<std::uint64_t>& numbers) {
  constexpr std::size_t kMostNumbers = 20;
  std::vector<MessageArgument> shown;
  for (const std::uint64_t number : numbers) {
    if (shown.size() == kMostNumbers) {
      shown.emplace_back("...");
      break;
    }
    shown.emplace_back(number);
  }
  return comma_separated(shown);
}

/// The option that asks for an output.
Message option_of(ShardKind kind) {
  return Message::verbatim(kind == ShardKind::rows      ? "--output"
                           : kind == ShardKind::answers ? "--answers"
                                                        : "--rejects");
}

}  // namespace

Diagnostics faults_of_shards(std::vector<GivenSummary>& given) {
  Diagnostics faults;
  const auto first =
      std::ranges::find_if(given, [](const GivenSummary& one) { return one.noted.note.has_value(); });
  for (const GivenSummary& one : given) {
    if (!one.noted.note)
      faults.push_back(shard_fault(one.file, "no-shard",
                                   message("the summary of a whole run, and {0} is that of a shard; expected "
                                           "shards only",
                                           quoted(first->file))));
    else if (auto fault = difference(*first, one))
      faults.push_back(*std::move(fault));
  }
  if (!faults.empty()) return faults;
  std::ranges::stable_sort(given, {}, [](const GivenSummary& one) { return note_of(one).shard.number; });
  std::vector<std::uint64_t> missing;
  const std::uint64_t of = note_of(given.front()).shard.of;
  std::uint64_t next = 1;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const std::uint64_t number = note_of(given[i]).shard.number;
    if (i > 0 && number < next)
      faults.push_back(shard_fault(
          given[i].file, "repeated-shard",
          message("shard {0} of {1} again, which {2} is, too", number, of, quoted(given[i - 1].file))));
    for (; next < number; ++next) missing.push_back(next);
    next = number + 1;
  }
  for (; next <= of; ++next) missing.push_back(next);
  if (!missing.empty())
    faults.push_back(
        error_at("", "missing-shard",
                 counted("shard {1} of {2} is missing; run it again and give its files, too",
                         "{0} shards of {2} are missing: {1}; run them again and give their files, "
                         "too",
                         missing.size(), numbers_in(missing), of)));
  return faults;
}

const std::optional<ShardOutput>& output_of(const GivenSummary& given, ShardKind kind) {
  const ShardNote& note = note_of(given);
  switch (kind) {
    case ShardKind::rows:
      return note.rows;
    case ShardKind::answers:
      return note.answers;
    case ShardKind::rejects:
      break;
  }
  return note.rejects;
}

Result<GivenPart> read_part(const std::string& file) {
  Result<std::unique_ptr<ByteSource>> source = io::open_plain_bytes(file);
  if (!source) return fail(source.error());
  GivenPart part{file, 0, {}};
  Sha256 digest;
  std::string bytes(std::size_t{256} << 10, '\0');
  for (;;) {
    const Result<std::size_t> got = (*source)->read(bytes.data(), bytes.size());
    if (!got) return fail(got.error());
    if (*got == 0) break;
    digest.add(std::string_view(bytes).substr(0, *got));
    part.bytes += *got;
  }
  part.digest = digest.finish();
  return part;
}

ShardFiles::ShardFiles(const std::vector<GivenSummary>& given, std::vector<GivenPart> parts)
    : given_(given), unknown_(std::move(parts)) {
  // Two shards may have written the same bytes: each then takes one of the files.
  std::erase_if(unknown_, [](const GivenPart& part) { return part.bytes == 0; });
  std::ranges::sort(unknown_, {}, &GivenPart::digest);
  std::vector<bool> is_taken(unknown_.size(), false);
  for (const ShardKind kind : {ShardKind::rows, ShardKind::answers, ShardKind::rejects}) {
    std::vector<std::string>& files = files_[static_cast<std::size_t>(kind)];
    for (const GivenSummary& one : given_) {
      const std::optional<ShardOutput>& output = output_of(one, kind);
      std::string& file = files.emplace_back();
      if (!output || output->bytes == 0) continue;
      auto at = std::ranges::lower_bound(unknown_, output->digest, {}, &GivenPart::digest);
      for (; at != unknown_.end() && at->digest == output->digest; ++at) {
        const auto place = static_cast<std::size_t>(at - unknown_.begin());
        if (is_taken[place] || at->bytes != output->bytes) continue;
        is_taken[place] = true;
        file = at->file;
        break;
      }
    }
  }
  std::size_t place = 0;
  std::erase_if(unknown_, [&](const GivenPart&) { return is_taken[place++]; });
}

Diagnostics ShardFiles::faults_of(ShardKind kind) const {
  Diagnostics faults;
  for (std::size_t i = 0; i < given_.size(); ++i) {
    const std::optional<ShardOutput>& output = output_of(given_[i], kind);
    const std::uint64_t number = note_of(given_[i]).shard.number;
    if (!output)
      faults.push_back(shard_fault(given_[i].file, "missing-output",
                                   message("shard {0} was run without {1}", number, option_of(kind))));
    else if (output->bytes > 0 && of(kind)[i].empty())
      faults.push_back(
          kind == ShardKind::rows
              ? shard_fault(given_[i].file, "missing-part",
                            message("the rows of shard {0} ({1} bytes) are not among the files", number,
                                    output->bytes))
              : shard_fault(given_[i].file, "missing-part",
                            message("what {0} wrote in shard {1} ({2} bytes) is not among the files",
                                    option_of(kind), number, output->bytes)));
  }
  return faults;
}

Diagnostics ShardFiles::unknown_files() const {
  Diagnostics faults;
  for (const GivenPart& part : unknown_)
    faults.push_back(
        shard_fault(part.file, "unknown-part",
                    message("{0} bytes, which none of these shards wrote so: cut off, changed, of "
                            "another run, or given twice",
                            part.bytes)));
  return faults;
}

}  // namespace ibtikar::cli
