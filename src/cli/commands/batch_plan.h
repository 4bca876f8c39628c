// What a batch is to write and where, and what is wrong with its command line: known before a
// record is read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/commands/batch.h"
#include "cli/output/formats.h"
#include "cli/output/places.h"
#include "ibtikar/rubric.h"

namespace ibtikar::cli {

enum class BatchForm { table, ndjson, csv, xlsx, sqlite, html };

[[nodiscard]] bool is_typed(BatchForm form);
/// Whether rows are written as lines, as they come.
[[nodiscard]] bool has_lines(BatchForm form);
/// Whether rows are written when all are there.
[[nodiscard]] bool is_sorted(const BatchCommand& options);

[[nodiscard]] Formats batch_formats();
/// By --format, the output's name, or what standard output is.
[[nodiscard]] Result<BatchForm> form_of(const BatchCommand& options, const Environment& env);

[[nodiscard]] std::vector<std::string> split_at_commas(const std::string& text);

/// All that is written to, but for the pages.
[[nodiscard]] std::vector<Wanted> outputs_of(const BatchCommand& options);

/// A remark on each input that is named twice and so scored twice; that may not be what was meant.
[[nodiscard]] std::vector<Message> twice_named(const BatchCommand& options);

/// What is wrong with the command line, given the rubric and the files that it was read from.
[[nodiscard]] std::optional<Message> fault_of(const BatchCommand& options, const Rubric& rubric,
                                              const std::vector<std::string>& rubric_files, BatchForm form,
                                              const Environment& env);

}  // namespace ibtikar::cli
