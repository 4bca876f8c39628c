// See pair_list.h.
#include "cli/pair_list.h"

#include <algorithm>

#include "base/blanks.h"
#include "base/safe_text.h"
#include "base/utf8.h"
#include "cli/load.h"
#include "ibtikar/codec.h"
#include "io/files/files.h"

namespace ibtikar::cli {

std::optional<AssessorProgram> pair_from(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view assessor = without_outer_blanks(text.substr(0, colon));
  const std::string_view program = without_outer_blanks(text.substr(colon + 1));
  if (assessor.empty() || program.empty()) return std::nullopt;
  return AssessorProgram{std::string(assessor), std::string(program), {}};
}

Checked<std::vector<AssessorProgram>> read_pairs(const std::string& path) {
  Result<std::string> whole = io::read_whole(path, kMaxDocumentBytes);
  if (!whole) return fail(Diagnostics{whole.error()});
  std::string_view text = *whole;
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  std::vector<AssessorProgram> pairs;
  Diagnostics faults;
  for (std::size_t begin = 0, line = 1; begin < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view written = without_outer_blanks(text.substr(begin, end - begin));
    begin = end + 1;
    if (written.empty() || written.front() == '#') continue;
    const std::size_t mark = written.find(" #");
    std::optional<AssessorProgram> pair = pair_from(written.substr(0, mark));
    if (pair && !first_invalid_utf8(written)) {
      if (mark != std::string_view::npos) pair->reason = without_outer_blanks(written.substr(mark + 2));
      pairs.push_back(*std::move(pair));
      continue;
    }
    Diagnostic fault =
        error_at("", "bad-pair",
                 message("{0} is no pair; expected ASSESSOR:PROGRAM, and perhaps # and a reason",
                         ibtikar::quoted(written)));
    fault.file = shown_name(path);
    fault.position = {line, 1};
    faults.push_back(std::move(fault));
  }
  if (!faults.empty()) return fail(std::move(faults));
  return pairs;
}

}  // namespace ibtikar::cli
