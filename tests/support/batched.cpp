// See batched.h.
#include "support/batched.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "batch/line_blocks.h"
#include "codec/results/summary_json.h"

namespace ibtikar::test {

Result<std::size_t> StringSource::read(char* into, std::size_t most) {
  const std::size_t size = std::min({most, step_, text_.size() - at_});
  std::copy_n(text_.data() + at_, size, into);
  at_ += size;
  return size;
}

Batched batched(const Rubric& rubric, const std::string& text, const BatchedWith& with) {
  StringSource source(text, with.step);
  LineBlocks lines(source, with.name, {with.block, with.max_record});
  if (with.waits) source.wait();
  if (with.is_table) lines.as_table(with.delimiter, with.decimal);
  BatchOptions options;
  options.jobs = with.jobs;
  options.keep_rejects = true;
  options.skip = with.skip;
  options.max_record = with.max_record;
  options.mapping = with.mapping;
  options.encode.lenient = with.lenient;
  options.tell_delimiters = true;
  Batched out;
  const auto take = [&](BlockResult& portion) {
    out.rows += portion.rows;
    out.rejects += portion.rejects;
    out.warnings += format(portion.warnings);
    for (const std::string& note : portion.notes) out.notes += note + "\n";
    return Result<void>();
  };
  const auto outcome =
      run_batch(rubric, options, {[&](Block& b) { return lines.next(b); }}, take, [] { return false; });
  EXPECT_TRUE(outcome);
  out.summary = encode_summary(outcome->summary);
  out.records = outcome->records;
  return out;
}

}  // namespace ibtikar::test
