// Codec: text to values and back. Rubrics, proposals and assessments as JSON.
//
// Text is untrusted. Every decoder checks encoding, size, depth and repeated members before it
// reads, reports every fault with line and column, and never throws. docs/formats.md describes the
// formats.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ibtikar/assessment.h"
#include "ibtikar/because.h"
#include "ibtikar/compare.h"
#include "ibtikar/improve.h"
#include "ibtikar/judgements.h"
#include "ibtikar/proposal.h"
#include "ibtikar/result.h"
#include "ibtikar/rubric.h"
#include "ibtikar/sensitivity.h"

namespace ibtikar {

/// Largest document accepted, a rubric or a proposal.
inline constexpr std::size_t kMaxDocumentBytes = std::size_t{16} << 20;
/// Largest file of several assessments accepted; each of them is a document.
inline constexpr std::size_t kMaxAssessmentsBytes = std::size_t{1} << 30;
/// Deepest nesting accepted.
inline constexpr std::size_t kMaxDepth = 64;
/// Longest single text accepted.
inline constexpr std::size_t kMaxTextBytes = std::size_t{1} << 20;
/// Longest chain of rubrics that extend one another.
inline constexpr std::size_t kMaxExtends = 16;

/// A document as it was read: its name for messages, and its bytes.
struct NamedText {
  std::string name;
  std::string text;
};

/// Finds the rubric that `reference` names in the "extends" of the file `from`. The name of the
/// result identifies the rubric: equal names mean one rubric.
using RubricLookup = std::function<Result<NamedText>(std::string_view reference, std::string_view from)>;

/// Reads and checks a rubric, including its bases.
[[nodiscard]] Checked<Rubric> decode_rubric(const NamedText& source, const RubricLookup& bases,
                                            Diagnostics& warnings);

/// The rubric's document after `extends` was resolved, as indented JSON.
[[nodiscard]] Checked<std::string> resolve_rubric(const NamedText& source, const RubricLookup& bases);

struct ProposalOptions {
  bool lenient = false;  ///< an answer that cannot be read becomes unanswered, with a warning
};

/// Reads a proposal. Its answers are well-formed, but not yet checked against a rubric.
[[nodiscard]] Checked<Proposal> decode_proposal(const NamedText& source, const ProposalOptions& options,
                                                Diagnostics& warnings);

enum class JsonStyle { indented, compact };

/// The assessment as JSON, members in the documented order, without a line end at the end. Equal
/// assessments give equal bytes.
[[nodiscard]] std::string encode_assessment(const Assessment& assessment, JsonStyle style);

/// Reads an assessment that encode_assessment() wrote, now or in an older version.
[[nodiscard]] Checked<Assessment> decode_assessment(const NamedText& source);

/// Reads everything in one file: an assessment, an array of them, or NDJSON (one per line).
[[nodiscard]] Checked<std::vector<Assessment>> decode_assessments(const NamedText& source);

/// Whether decode_assessments() reads this kind of file. False if it is not JSON at all.
[[nodiscard]] bool holds_assessments(const NamedText& source);

/// The complete comparison as JSON (`ibtikar-comparison/1`), without a line end at the end.
[[nodiscard]] std::string encode_comparison(const Comparison& comparison, JsonStyle style);

/// Plans as JSON (`ibtikar-improvement/1`), without a line end at the end.
[[nodiscard]] std::string encode_improvement(const Improvement& found, JsonStyle style);

/// The answers that force a verdict as JSON (`ibtikar-reasons/1`), without a line end at the end.
[[nodiscard]] std::string encode_reasons(const Because& why, JsonStyle style);

/// The complete sensitivity as JSON (`ibtikar-sensitivity/1`), without a line end at the end.
[[nodiscard]] std::string encode_sensitivity(const Sensitivity& sensitivity, JsonStyle style);

/// Reads judgements (`ibtikar-judgements/1`), not yet checked against a rubric.
[[nodiscard]] Checked<Judgements> decode_judgements(const NamedText& source);
/// The same as indented JSON, without a line end at the end.
[[nodiscard]] std::string encode_judgements(const Judgements& judgements);

/// The table as JSON (`ibtikar-weights/1`), without a line end at the end.
[[nodiscard]] std::string encode_weights(const WeightTable& table, const RubricDraft& rubric,
                                         JsonStyle style);
/// A rubric that extends `base`, as its "extends" is to name it, with the table's weights. `rubric`
/// is the base, decoded. Without a line end at the end.
[[nodiscard]] std::string encode_reweighed(const WeightTable& table, const RubricDraft& rubric,
                                           std::string_view base);

/// Adds file, line and column to diagnostics that have only a JSON pointer into
/// `source`, which must be valid JSON.
void locate(const NamedText& source, Diagnostics& diagnostics);

}  // namespace ibtikar
