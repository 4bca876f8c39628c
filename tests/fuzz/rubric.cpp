// The reader of rubrics. What it takes means the same when it is written out and read again, and
// both scorers can use it.
#include "builtin/rubrics.h"
#include "codec/rubric/image.h"
#include "fuzz/both_scorers.h"
#include "fuzz/claims.h"
#include "fuzz/targets.h"
#include "ibtikar/codec.h"
#include "support/assessed.h"

namespace ibtikar::fuzz {
namespace {

/// The plain scorer takes minutes for rubrics with thousands of questions.
constexpr std::size_t kMostQuestions = 200;

Result<NamedText> builtin_base(std::string_view reference, std::string_view /*from*/) {
  if (std::optional<NamedText> base = builtin_source(reference)) return *std::move(base);
  return fail_io(std::string(reference), Message::verbatim("there is no such rubric"));
}

void require_equal_scores(const Rubric& rubric, std::string_view input) {
  test::Random random(fingerprint(input));
  const Scorer scorer(rubric);
  const Proposal proposal = test::random_proposal(rubric, random);
  const Assessment assessment = test::assessed(scorer, proposal);
  require_measures(assessment);
  if (rubric.question_count() > kMostQuestions) return;
  require_plain_scores(rubric, proposal, assessment);
}

}  // namespace

void try_rubric(std::string_view input) {
  const NamedText source{"r.json", std::string(input)};
  Diagnostics warnings;
  const Checked<Rubric> rubric = decode_rubric(source, builtin_base, warnings);
  require_places(warnings, source);
  if (!rubric) {
    require_refusal(rubric.error(), source);
    return;
  }
  require(!has_errors(warnings), "what is taken has no errors", format(warnings));
  const Checked<std::string> whole = resolve_rubric(source, builtin_base);
  require(whole.has_value(), "a rubric that is taken can be written out");
  const Checked<std::string> again = resolve_rubric({"r.json", *whole}, builtin_base);
  require(again.has_value(), "a rubric that was written out can be read", *whole);
  require_equal(*again, *whole, "a rubric is written out as it was read");
  const std::string image = encode_image(*rubric);
  require_equal(encode_image(decode_image(image)), image, "an image is the whole rubric");
  require_equal_scores(*rubric, input);
}

}  // namespace ibtikar::fuzz
