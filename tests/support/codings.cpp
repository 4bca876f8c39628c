// See codings.h.
#include "support/codings.h"
#include "support/places.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <tuple>

#include "ibtikar/codec.h"
#include "ibtikar/intraclass.h"
#include "ibtikar/scorer.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

/// One program, by every assessor.
using Assessed = std::map<std::string, std::vector<Assessment>>;

Assessed assess_all(const Rubric& rubric, const std::vector<Coding>& codings) {
  const Scorer scorer(rubric);
  Assessed out;
  for (const Coding& coding : codings)
    for (const auto& [program, proposal] : coding.programs) {
      Diagnostics warnings;
      const auto sheet = scorer.encode(proposal, {.rubric_by_hand = true}, warnings);
      if (!sheet) throw std::runtime_error(coding.coder + ", " + program + ": " + format(sheet.error()));
      out[program].push_back(scorer.assess(proposal, *sheet, warnings));
    }
  return out;
}

std::optional<double> utility_in(const Assessment& assessment, std::size_t question) {
  return assessment.questions[question].utility;
}

/// One unit a scored question of a program; `criterion` empty: of all criteria.
std::vector<Ratings> units_of(const Rubric& rubric, const std::vector<Assessment>& program,
                              const std::string& criterion) {
  std::vector<Ratings> units;
  for (std::size_t q = 0; q < rubric.question_count(); ++q) {
    if (!rubric.is_scored(q) || (!criterion.empty() && rubric.criterion_of(q).id != criterion)) continue;
    Ratings ratings;
    for (const Assessment& assessment : program) ratings.push_back(utility_in(assessment, q));
    units.push_back(std::move(ratings));
  }
  return units;
}

bool is_paired(const Ratings& ratings) {
  return std::count_if(ratings.begin(), ratings.end(), [](const auto& r) { return r.has_value(); }) >= 2;
}

AlphaOf alpha_of(const Rubric& rubric, const Assessed& programs, const std::string& criterion) {
  std::vector<Ratings> units;
  for (const auto& [name, program] : programs)
    for (Ratings& ratings : units_of(rubric, program, criterion)) units.push_back(std::move(ratings));
  const std::vector<Ratings> answering = whether_answered(units);
  double answered = 0;
  double asked = 0;
  for (const Ratings& whether : answering)
    for (const auto& rating : whether) {
      answered += *rating;
      asked += 1;
    }
  return {criterion, static_cast<std::size_t>(std::count_if(units.begin(), units.end(), is_paired)),
          krippendorff_alpha(units, Metric::ordinal).value, asked > 0 ? answered / asked : 0,
          krippendorff_alpha(answering, Metric::nominal).value};
}

/// Alpha over programs drawn anew, many times: where the middle 95 % of the figures lie.
std::pair<double, double> spread_of(const Rubric& rubric, const Assessed& programs) {
  std::vector<std::vector<Ratings>> units;
  for (const auto& [name, program] : programs) units.push_back(units_of(rubric, program, ""));
  const auto interval = krippendorff_alpha(units, Metric::ordinal, {.seed = 20261123}).interval;
  return interval ? std::pair(interval->low, interval->high) : std::pair(0.0, 0.0);
}

std::string stem(const std::filesystem::path& path) { return path.stem().string(); }

}  // namespace

std::vector<Coding> read_codings() {
  std::vector<std::filesystem::path> paths;
  const auto folder = std::filesystem::path(test::project_dir()) / "tests/data/agreement";
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".ndjson") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<Coding> codings;
  for (const auto& path : paths) {
    Coding coding{stem(path), {}};
    const std::string text = read_file(path);
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      Diagnostics warnings;
      auto proposal = decode_proposal({path.string(), text.substr(begin, end - begin)}, {}, warnings);
      if (!proposal) throw std::runtime_error(format(proposal.error()));
      coding.programs[proposal->id] = std::move(*proposal);
      begin = end + 1;
    }
    codings.push_back(std::move(coding));
  }
  return codings;
}

Agreement agreement_of(const Rubric& rubric, const std::vector<Coding>& codings) {
  const Assessed programs = assess_all(rubric, codings);
  Agreement out;
  for (const Section& section : rubric.sections())
    for (const Criterion& criterion : section.criteria)
      if (!criterion.contributes.empty()) out.criteria.push_back(alpha_of(rubric, programs, criterion.id));
  out.criteria.push_back(alpha_of(rubric, programs, ""));
  std::tie(out.low, out.high) = spread_of(rubric, programs);
  for (std::size_t d = 0; d < rubric.parts().dimensions.size(); ++d) {
    std::vector<Ratings> table;
    for (const auto& [name, program] : programs) {
      Ratings row;
      for (const Assessment& assessment : program)
        if (const Score score = assessment.dimensions[d].measure.score) row.emplace_back(*score);
      if (row.size() == program.size()) table.push_back(std::move(row));
    }
    out.scored_programs = table.size();
    out.scores.emplace_back(rubric.parts().dimensions[d].id,
                            intraclass_correlations(table).icc2.estimate.value);
  }
  return out;
}

std::vector<Disagreement> disagreements_of(const Rubric& rubric, const std::vector<Coding>& codings) {
  std::vector<std::pair<double, Disagreement>> found;
  for (const auto& [name, program] : assess_all(rubric, codings))
    for (std::size_t q = 0; q < rubric.question_count(); ++q) {
      Ratings ratings;
      double low = 1;
      double high = 0;
      for (const Assessment& assessment : program) {
        ratings.push_back(utility_in(assessment, q));
        if (!ratings.back()) continue;
        low = std::min(low, *ratings.back());
        high = std::max(high, *ratings.back());
      }
      if (high > low) found.emplace_back(high - low, Disagreement{name, rubric.full_id(q), ratings});
    }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<Disagreement> out;
  for (auto& [width, disagreement] : found) out.push_back(std::move(disagreement));
  return out;
}

std::vector<std::pair<std::string, Answer>> consensus(const Rubric& rubric,
                                                      const std::vector<Coding>& codings,
                                                      const std::string& program) {
  const Evidence& evidence = rubric.parts().evidence;
  const auto place_of = [&](const std::string& id) {
    return std::find_if(evidence.levels.begin(), evidence.levels.end(),
                        [&](const EvidenceLevel& level) { return level.id == id; }) -
           evidence.levels.begin();
  };
  std::vector<std::pair<std::string, Answer>> out;
  for (std::size_t q = 0; q < rubric.question_count(); ++q) {
    std::vector<Answer> given;
    for (const Coding& coding : codings)
      for (const auto& [id, answer] : coding.programs.at(program).answers)
        if (id == rubric.full_id(q)) given.push_back(answer);
    if (given.empty() || 2 * given.size() < codings.size()) continue;
    const std::size_t middle = (given.size() - 1) / 2;
    std::stable_sort(given.begin(), given.end(),
                     [](const Answer& a, const Answer& b) { return a.value < b.value; });
    Answer answer{given[middle].value, given[middle].not_applicable, {}, given[middle].note, {}};
    std::stable_sort(given.begin(), given.end(), [&](const Answer& a, const Answer& b) {
      return place_of(a.evidence) < place_of(b.evidence);
    });
    if (!answer.not_applicable) answer.evidence = given[middle].evidence;
    out.emplace_back(rubric.full_id(q), std::move(answer));
  }
  return out;
}

}  // namespace ibtikar::test
