// See verification.h.
#include "report/text/verification.h"

#include <algorithm>

#include "base/direction.h"
#include "base/safe_text.h"
#include "base/utf8.h"
#include "ibtikar/message.h"
#include "report/text/page.h"

namespace ibtikar {
namespace {

/// So many records and values are told here; JSON has more of them.
constexpr std::size_t kRecordsTold = 20;
constexpr std::size_t kValuesTold = 12;
/// The longest value told, in bytes: notes and texts may be long.
constexpr std::size_t kLongestValue = 120;

Message kind_of_result(const Verification& verification) {
  if (verification.kind == "rows") return phrase("Rows of a batch");
  if (verification.kind == "summary") return phrase("Summary of a batch");
  if (verification.kind == "panel") return phrase("Panel");
  if (verification.kind == "ranking") return phrase("Ranking");
  if (verification.kind == "draw") return phrase("Draw");
  return phrase("Saved assessments");
}

Message outcome_of_all(const Verification& verification) {
  if (verification.same()) return phrase("the same, byte for byte");
  if (verification.differing == 0) return phrase("the same records in another order");
  if (verification.differences.front().record.empty()) return phrase("differs");
  return counted("{0} record differs", "{0} records differ", verification.differing);
}

std::string shortened(const std::string& value) {
  std::string text = visible(value);
  if (text.size() <= kLongestValue) return text;
  std::size_t end = 0;
  for (std::size_t at = 0; at < kLongestValue;) {
    end = at;
    const auto point = code_point_at(text, at);
    at = point ? point->next : at + 1;
  }
  return text.substr(0, end) + "…";
}

Message cause_of(const VerificationCause& cause) {
  const std::string saved = shortened(cause.saved);
  const std::string now = shortened(cause.now);
  switch (cause.of) {
    case VerificationCause::Of::rubric:
      return message("The text of the rubric is another one: {0} then, {1} now.", saved, now);
    case VerificationCause::Of::engine:
      return message("It was computed by ibtikar {0}; this is {1}.", saved, now);
    case VerificationCause::Of::proposal:
      break;
  }
  return counted("The text of proposal {1} is another one: {2} then, {3} now.",
                 "The texts of {0} proposals are others, first that of {1}: {2} then, {3} now.",
                 cause.records, shortened(cause.record), saved, now);
}

Message difference_of(const ValueDifference& value) {
  const std::string at = shortened(value.at);
  if (!value.saved) return message("{0}: recomputed {1}, not saved", at, shortened(*value.recomputed));
  if (!value.recomputed) return message("{0}: saved {1}, not recomputed", at, shortened(*value.saved));
  return message("{0}: saved {1}, recomputed {2}", at, shortened(*value.saved), shortened(*value.recomputed));
}

Message head_of(const RecordDifference& difference) {
  const std::string record = shortened(difference.record);
  switch (difference.what) {
    case RecordDifference::What::not_recomputed:
      return message("{0}: saved, but the inputs do not give it", record);
    case RecordDifference::What::not_saved:
      return message("{0}: the inputs give it, but it is not saved", record);
    case RecordDifference::What::values:
      break;
  }
  return Message::verbatim(record);
}

}  // namespace

std::string verification_text(const Verification& verification, const TextOptions& options) {
  const std::string language = options.language.empty() ? "en" : options.language;
  Page page({std::clamp<std::size_t>(options.columns, 40, 120), is_right_to_left(language), options.color});
  const auto say = [&](std::size_t indent, const Message& sentence, const Style& style = kPlain) {
    page.paragraph(indent, sentence.in(language), style);
  };
  say(0, Message::verbatim(shortened(verification.file)), kBold);
  say(kMargin, message("{0}: {1}", kind_of_result(verification), outcome_of_all(verification)),
      {.tone = verification.same() ? Standing::high : Standing::low});
  say(kMargin,
      counted("{0} record, recomputed by ibtikar {1}", "{0} records, recomputed by ibtikar {1}",
              verification.records, verification.engine),
      kFaint);
  for (const std::string& option : verification.found)
    say(kMargin, message("Found by trying: that run had {0}.", option), kFaint);
  for (const VerificationCause& cause : verification.causes) say(kMargin, cause_of(cause));
  if (verification.reordered)
    say(kMargin, phrase("Records have another order: name that of the run with --sort and --top."));
  const std::size_t told = std::min(kRecordsTold, verification.differences.size());
  for (std::size_t i = 0; i < told; ++i) {
    const RecordDifference& difference = verification.differences[i];
    const bool has_name = !difference.record.empty();
    if (has_name) say(kMargin, head_of(difference), kBold);
    const std::size_t indent = has_name ? 2 * kMargin : kMargin;
    const std::size_t values = std::min(kValuesTold, difference.values.size());
    for (std::size_t v = 0; v < values; ++v) say(indent, difference_of(difference.values[v]));
    if (difference.values.size() > values)
      say(indent, counted("{0} more value", "{0} more values", difference.values.size() - values), kFaint);
  }
  if (verification.differing > told)
    say(kMargin, counted("{0} more record differs", "{0} more records differ", verification.differing - told),
        kFaint);
  return page.text();
}

}  // namespace ibtikar
