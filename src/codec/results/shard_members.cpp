// See shard_members.h.
#include "codec/results/shard_members.h"

#include "codec/json/reader.h"
#include "codec/results/number_members.h"

namespace ibtikar {
namespace {

void write_shard_output(JsonWriter& json, std::string_view name, const std::optional<ShardOutput>& output) {
  if (!output) return;
  json.object(name, [&] {
    json.inline_from_here();
    json.text("format", output->format);
    write_whole(json, "bytes", output->bytes);
    write_whole(json, "header", output->header);
    json.text("digest", output->digest);
  });
}

/// Sizes of files are within what a double holds exactly.
std::uint64_t read_size(ObjectReader& reader, std::string_view name) {
  constexpr std::size_t kMost = std::size_t{1} << 53U;
  return reader.node(name, Need::required) ? reader.whole(name, 0, kMost) : 0;
}

std::optional<ShardOutput> read_shard_output(ObjectReader& shard, std::string_view name,
                                             Diagnostics& faults) {
  const auto node = shard.node(name);
  if (!node) return std::nullopt;
  ObjectReader reader(*node, faults);
  ShardOutput output;
  output.format = reader.text("format", Need::required);
  output.bytes = read_size(reader, "bytes");
  output.header = read_size(reader, "header");
  output.digest = reader.text("digest", Need::required);
  return output;
}

}  // namespace

void write_shard(JsonWriter& json, const ShardNote& note) {
  json.object("shard", [&] {
    write_whole(json, "number", note.shard.number);
    write_whole(json, "of", note.shard.of);
    write_whole(json, "files", note.files);
    write_whole(json, "bytes", note.bytes);
    json.text("inputs", note.inputs);
    json.text("options", note.options);
    write_shard_output(json, "rows", note.rows);
    write_shard_output(json, "answers", note.answers);
    write_shard_output(json, "rejects", note.rejects);
  });
}

std::optional<ShardNote> read_shard(const Json& summary, Diagnostics& faults) {
  ObjectReader reader({&summary, ""}, faults);
  const auto node = reader.node("shard");
  if (!node) return std::nullopt;
  ObjectReader shard(*node, faults);
  ShardNote note;
  note.shard.number = read_size(shard, "number");
  note.shard.of = read_size(shard, "of");
  if (faults.empty() &&
      (note.shard.number < 1 || note.shard.number > note.shard.of || note.shard.of > kMostShards))
    faults.push_back(
        error_at(shard.pointer(), "out-of-range",
                 message("expected a number from 1 to that of all shards, at most {0}", kMostShards)));
  note.files = read_size(shard, "files");
  note.bytes = read_size(shard, "bytes");
  note.inputs = shard.text("inputs", Need::required);
  note.options = shard.text("options", Need::required);
  note.rows = read_shard_output(shard, "rows", faults);
  note.answers = read_shard_output(shard, "answers", faults);
  note.rejects = read_shard_output(shard, "rejects", faults);
  return note;
}

}  // namespace ibtikar
