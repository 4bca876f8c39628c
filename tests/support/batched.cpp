// See batched.h.
#include "support/batched.h"

#include <algorithm>
#include <stdexcept>

#include "codec/results/summary_json.h"

namespace ibtikar::test {

Result<std::size_t> StringSource::read(char* into, std::size_t most) {
  const std::size_t size = std::min({most, step_, text_.size() - at_});
  std::copy_n(text_.data() + at_, size, into);
  at_ += size;
  return size;
}

Batched batched(const Rubric& rubric, const std::string& text, const BatchedWith& with) {
  auto source = std::make_unique<StringSource>(text, with.step);
  if (with.waits) source->wait();
  RecordStream records(std::move(source), {}, with.name,
                       {with.format,
                        with.delimiter,
                        with.decimal,
                        {with.block, with.max_record},
                        with.mapping != nullptr ? with.mapping->header : HeaderShape{},
                        with.range});
  BatchOptions options;
  options.jobs = with.jobs;
  options.keep_rejects = true;
  options.skip = with.skip;
  options.max_record = with.max_record;
  options.mapping = with.mapping;
  options.encode.lenient = with.lenient;
  options.tell_delimiters = true;
  options.keep_answer_rows = with.answers;
  options.keep_readings = with.readings;
  Batched out;
  const auto take = [&](BlockResult& result) {
    out.rows += result.rows;
    out.rejects += result.rejects;
    out.answers += result.answers;
    for (const RecordReading& one : result.readings) out.readings += one.title + " " + one.digest + "\n";
    out.warnings += format(result.warnings);
    for (const Message& note : result.notes) out.notes += note.english() + "\n";
    return Result<void>();
  };
  const auto outcome =
      run_batch(rubric, options, {[&](Block& b) { return records.next(b); }}, take, [] { return false; });
  if (!outcome) throw std::logic_error(format(outcome.error()));
  out.totals = outcome->summary;
  if (with.summary) out.summary = encode_summary(out.totals);
  out.records = outcome->records;
  return out;
}

}  // namespace ibtikar::test
