// See part_files.h.
#include "cli/output/part_files.h"

#include <array>
#include <charconv>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "codec/results/summary_json.h"
#include "ibtikar/codec.h"
#include "io/files/byte_sources.h"
#include "io/files/files.h"

namespace ibtikar::cli {
namespace {

constexpr std::string_view kStateFormat = "ibtikar-resume/1\n";
/// A summary, and a few lines.
constexpr std::size_t kMaxStateBytes = kMaxDocumentBytes + (std::size_t{64} << 10);

std::string part_of(const io::Output* output) {
  return output != nullptr && output->is_held_back() ? output->target() + ".part" : std::string();
}

/// The first `size` bytes of a file.
Result<void> copy(const std::string& file, std::uint64_t size, io::Output& into) {
  if (size == 0) return {};
  Result<std::unique_ptr<ByteSource>> source = io::open_plain_bytes(file);
  if (!source) return fail(source.error());
  std::string chunk(std::size_t{1} << 16, '\0');
  while (size > 0) {
    const std::size_t most = size < chunk.size() ? static_cast<std::size_t>(size) : chunk.size();
    const Result<std::size_t> got = (*source)->read(chunk.data(), most);
    if (!got) return fail(got.error());
    if (*got == 0)
      return fail_io(file, message("is shorter than it was left; start again without --continue"));
    if (Result<void> written = into.write(std::string_view(chunk).substr(0, *got)); !written) return written;
    size -= *got;
  }
  return {};
}

}  // namespace

std::string encode_state(const BatchState& state) {
  return fmt::format("{}asked {}\nrecords {}\nrows {}\nrejects {}\nanswers {}\nstatus {}\n\n{}", kStateFormat,
                     state.asked, state.records, state.rows, state.rejects, state.answers,
                     static_cast<int>(state.status), encode_summary(state.summary));
}

Result<BatchState> decode_state(const std::string& file, const std::string& text) {
  const auto damaged = [&] {
    return fail_io(file, message("is damaged, or of another version; start again without --continue"));
  };
  BatchState state;
  std::uint64_t status = 0;
  std::string_view rest = text;
  if (!rest.starts_with(kStateFormat)) return damaged();
  rest.remove_prefix(kStateFormat.size());
  const auto line = [&](std::string_view name) -> std::optional<std::string_view> {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos || !rest.starts_with(name)) return std::nullopt;
    const std::string_view value = rest.substr(name.size(), end - name.size());
    rest.remove_prefix(end + 1);
    return value;
  };
  const auto asked = line("asked ");
  if (!asked) return damaged();
  state.asked = *asked;
  for (const auto& [name, number] : {std::pair{"records ", &state.records},
                                     {"rows ", &state.rows},
                                     {"rejects ", &state.rejects},
                                     {"answers ", &state.answers},
                                     {"status ", &status}}) {
    const auto value = line(name);
    if (!value) return damaged();
    const auto [end, error] = std::from_chars(value->data(), value->data() + value->size(), *number);
    if (error != std::errc() || end != value->data() + value->size()) return damaged();
  }
  constexpr std::array kStatuses = {ExitStatus::done, ExitStatus::threshold_not_met,
                                    ExitStatus::invalid_input, ExitStatus::io_failure};
  for (const ExitStatus known : kStatuses)
    if (static_cast<std::uint64_t>(known) == status) state.status = known;
  if (!line("")) return damaged();
  Checked<Summary> summary = decode_summary({file, std::string(rest)});
  if (!summary) return damaged();
  state.summary = *std::move(summary);
  return state;
}

PartFiles::PartFiles(const HeldOutputs& outputs)
    : rows_part_(part_of(outputs.rows)),
      rejects_part_(part_of(outputs.rejects)),
      answers_part_(part_of(outputs.answers)) {
  for (const io::Output* output : {outputs.rows, outputs.rejects, outputs.answers, outputs.summary})
    if (state_.empty() && output != nullptr && output->is_held_back()) state_ = output->target() + ".resume";
}

Result<std::optional<BatchState>> PartFiles::read() const {
  if (!io::is_taken(state_)) return std::optional<BatchState>();
  Result<std::string> text = io::read_regular(state_, kMaxStateBytes);
  if (!text) return fail(text.error());
  Result<BatchState> state = decode_state(state_, *text);
  if (!state) return fail(state.error());
  return std::optional(*std::move(state));
}

Result<void> PartFiles::copy_to(const HeldOutputs& outputs, const BatchState& state) const {
  for (const auto& [part, size, output] : {std::tuple{&rows_part_, state.rows, outputs.rows},
                                           {&rejects_part_, state.rejects, outputs.rejects},
                                           {&answers_part_, state.answers, outputs.answers}})
    if (!part->empty())
      if (Result<void> copied = copy(*part, size, *output); !copied) return copied;
  return {};
}

Result<void> PartFiles::keep(const HeldOutputs& outputs, const BatchState& state) const {
  const bool is_ours = read().has_value() && io::is_taken(state_);
  for (const std::string& name : {state_, rows_part_, rejects_part_, answers_part_})
    if (!is_ours && !name.empty() && io::is_taken(name))
      return fail_io(name,
                     message("is there already and is no part of this batch; what is done cannot be kept"));
  for (const auto& [part, output] : {std::pair{&rows_part_, outputs.rows},
                                     {&rejects_part_, outputs.rejects},
                                     {&answers_part_, outputs.answers}})
    if (!part->empty())
      if (Result<void> kept = output->finish_as(io::name_of(*part)); !kept) return kept;
  return io::write_whole(state_, encode_state(state), io::Durability::report, io::Links::keep);
}

void PartFiles::remove() const {
  if (state_.empty() || !io::is_taken(state_) || !read()) return;
  for (const std::string& name : {rows_part_, rejects_part_, answers_part_, state_})
    if (!name.empty()) io::remove_file(name);
}

}  // namespace ibtikar::cli
