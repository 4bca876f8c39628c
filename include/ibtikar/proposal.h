// Proposal: what a practitioner says about one program. The format `ibtikar-proposal/1`.
//
// A Proposal is well-formed but not yet checked against a rubric: Scorer::encode() says whether its
// answers fit.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace ibtikar {

inline constexpr std::string_view kProposalFormat = "ibtikar-proposal/1";

/// What an answer states. monostate: nothing (null). bool: yes_no. double: a scale level's value,
/// or a number. string: an option's id, a text, "yes" or "no", "n/a". A list of strings: option
/// ids.
using AnswerValue = std::variant<std::monostate, bool, double, std::string, std::vector<std::string>>;

struct Answer {
  AnswerValue value;
  bool not_applicable = false;
  std::string evidence;  ///< an evidence level's id; empty: the rubric's default
  std::string note;
  std::vector<std::string> links;

  friend bool operator==(const Answer&, const Answer&) = default;
};

/// The rubric for which the answers were written. Empty members were not given.
struct RubricReference {
  std::string id;
  std::string version;

  friend bool operator==(const RubricReference&, const RubricReference&) = default;
};

struct Proposal {
  RubricReference rubric;
  std::string id;
  std::string title;
  std::string organization;
  std::string assessor;
  std::string date;
  std::string language;
  std::vector<std::pair<std::string, Answer>> answers;  ///< by full question id, in the file's order
  std::string digest;  ///< "sha256:..." of the content; order, spacing and line ends do not count

  friend bool operator==(const Proposal&, const Proposal&) = default;
};

}  // namespace ibtikar
