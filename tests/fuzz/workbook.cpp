// Workbooks: an archive as it is, or else the XML of a sheet, which is packed first. A fuzzer gets
// nowhere inside of packed bytes, which have check sums.
//
// The XML of an Excel sheet is four parts with form feeds between: rows, shared texts, number
// formats, styles. That of an OpenDocument sheet begins with "ods" and has rows, then styles.
#include <algorithm>

#include "batch/sheet_blocks.h"
#include "fuzz/batches.h"
#include "fuzz/claims.h"
#include "fuzz/targets.h"
#include "ibtikar/batch.h"
#include "support/workbooks.h"

namespace ibtikar::fuzz {
namespace {

constexpr std::string_view kOpenDocument = "ods";

std::string packed(std::string_view input) {
  if (look_of(input) != WorkbookLook::none) return std::string(input);
  if (input.starts_with(kOpenDocument)) {
    const std::vector<std::string> parts = parts_of(input.substr(kOpenDocument.size()), 2);
    return test::ods("<table:table table:name=\"Answers\">" + parts[0] + "</table:table>", parts[1]);
  }
  const std::vector<std::string> parts = parts_of(input, 4);
  return test::xlsx(
      {.sheets = {{"Answers", parts[0]}}, .shared_texts = parts[1], .formats = parts[2], .styles = parts[3]});
}

/// What a batch makes of a workbook that is read in blocks of about so many bytes.
test::Batched batch_of(const std::string& bytes, const Rubric& rubric, std::size_t block) {
  SheetBlocks blocks(test::bytes_of(bytes), "in.xlsx",
                     {.sheet = {}, .sizes = {.block = block, .record = 4096}});
  BatchOptions options;
  options.keep_rejects = true;
  test::Batched out;
  const auto take = [&](BlockResult& result) {
    out.rows += result.rows;
    out.rejects += result.rejects;
    out.warnings += format(result.warnings);
    return Result<void>();
  };
  const auto outcome = run_batch(rubric, options, {[&](Block& into) { return blocks.next(into); }}, take,
                                 [] { return false; });
  out.totals = outcome->summary;
  for (const Message& remark : blocks.remarks()) require_harmless(remark.english());
  return out;
}

}  // namespace

void try_workbook(std::string_view input) {
  const std::string bytes = packed(input);
  const Rubric& rubric = rubric_for(input);
  const test::Batched whole = batch_of(bytes, rubric, std::size_t{1} << 20);
  require_rows(whole);
  const test::Batched small = batch_of(bytes, rubric, 1 + fingerprint(input) % 200);
  require_equal(small.rows, whole.rows, "blocks change no rows");
  require_equal(small.rejects, whole.rejects, "blocks change no rejected records");
}

}  // namespace ibtikar::fuzz
