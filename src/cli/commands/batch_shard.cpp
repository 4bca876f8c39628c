// See batch_shard.h.
#include "cli/commands/batch_shard.h"

#include <algorithm>
#include <utility>

#include "base/safe_text.h"
#include "cli/commands/batch_asked.h"
#include "cli/commands/batch_input.h"
#include "cli/commands/shard_option.h"
#include "io/files/input_blocks.h"
#include "io/terminal/terminal.h"

namespace ibtikar::cli {

std::optional<Message> fault_of_shard(const BatchCommand& options, BatchForm form) {
  if (!has_lines(form))
    return message(
        "--shard is for ndjson and csv; tables, pages, workbooks and databases are made of all "
        "records. Write -f csv or -f ndjson, and join the shards with `merge`");
  if (options.summary.empty())
    return message("--shard needs --summary FILE: by it `merge` sees that no shard is missing");
  if (is_sorted(options))
    return message(
        "--shard: --sort and --top place each row among all, and a shard has only some; sort what "
        "`merge` writes");
  if (!options.reports.empty())
    return message("--shard: --reports names the pages by the ids of all records, and a shard has only some");
  if (!options.checks.baseline.empty())
    return message("--shard: --baseline is about all records, and a shard has only some");
  if (options.resume || options.skip > 0)
    return message("--shard: {0} does not go with it; a shard that did not come to its end is run again",
                   options.resume ? "--continue" : "--skip");
  return std::nullopt;
}

void ShardTally::add_rejects(std::string_view bytes) {
  if (output_.bytes == 0) output_.header = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
  add(bytes);
}

ShardOutput ShardTally::finish() {
  output_.digest = digest_.finish();
  return output_;
}

Result<BatchShard> BatchShard::make(const BatchCommand& options, const Rubric& rubric, const Mapping* mapping,
                                    BatchForm form) {
  const Result<Shard> shard = shard_named(options.shard, io::environment_variable);
  if (!shard) return fail(shard.error());
  const io::InputExtent input = io::InputBlocks(options.paths, input_options(options, mapping)).measure();
  if (input.unsized)
    return fail(
        error_at("", Code::usage,
                 message("--shard: {0} has no size, so no part of it can be found; expected files and "
                         "folders",
                         *input.unsized == "-" ? message("standard input")
                                               : Message::verbatim(quoted(*input.unsized)))));
  BatchShard made(form);
  made.range_ = shard->range(input.bytes);
  made.note_.shard = *shard;
  made.note_.files = input.files;
  made.note_.bytes = input.bytes;
  made.note_.inputs = input.digest;
  made.note_.options = sha256(asked_of(options, rubric, form));
  return made;
}

std::uint64_t BatchShard::size() const { return std::min(range_.until, note_.bytes) - range_.from; }

ShardNote BatchShard::note(const BatchCommand& options) {
  note_.rows = rows.finish();
  if (!options.answers.empty()) note_.answers = answers.finish();
  if (!options.rejects.empty()) note_.rejects = rejects.finish();
  return note_;
}

}  // namespace ibtikar::cli
