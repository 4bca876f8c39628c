// What libFuzzer calls: finds the target by the name of the program.
#include "fuzz/targets.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace ibtikar::fuzz {
namespace {

struct Target {
  std::string_view name;
  void (*run)(std::string_view);
};

constexpr std::array kTargets = {
    Target{"rubric", try_rubric},
    Target{"proposal", try_proposal},
    Target{"records", try_records},
    Target{"table", try_table},
    Target{"mapped-table", try_mapped_table},
    Target{"workbook", try_workbook},
    Target{"summaries", try_summaries},
    Target{"template", try_template},
    Target{"reports", try_reports},
    Target{"report-workbook", try_report_workbook},
    Target{"foreign-text", try_foreign_text},
    Target{"interview-lines", try_interview_lines},
    Target{"interview-keys", try_interview_keys},
    Target{"scorers", try_scorers},
    Target{"records-both-ways", try_records_both_ways},
    Target{"rows-both-ways", try_rows_both_ways},
};

const Target* chosen = nullptr;

}  // namespace
}  // namespace ibtikar::fuzz

extern "C" int LLVMFuzzerInitialize(int* /*count*/, char*** arguments) {
  using ibtikar::fuzz::kTargets;
  const std::string_view program = **arguments;
  const std::string_view name = program.substr(program.rfind('/') + 1);
  ibtikar::fuzz::chosen = std::ranges::find(kTargets, name, &ibtikar::fuzz::Target::name);
  if (ibtikar::fuzz::chosen != kTargets.end()) return 0;
  std::fprintf(stderr, "There is no target \"%s\": call the program by the name of one.\n",
               std::string(name).c_str());
  std::exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ibtikar::fuzz::chosen->run({reinterpret_cast<const char*>(data), size});
  return 0;
}
