// See panel_words.h.
#include "words/panel_words.h"

#include "words/in_languages.h"

namespace ibtikar {
namespace {

constexpr PanelTexts<RequiredPhrase> kEnglishPanel{
    .panel = phrase("Panel"),
    .programs = phrase("Programs"),
    .program = phrase("Program"),
    .together = phrase("Together"),
    .assessor = phrase("Assessor"),
    .talk = phrase("To talk about"),
    .talk_legend = phrase("The number: by how many points of the overall score settling the question can "
                          "move the program, all other answers as the assessors give them together."),
    .nothing_to_talk = phrase("The assessors differ on no question."),
    .further_items = phrase("more questions on which they differ"),
    .spread = phrase("Spread"),
    .lowest = phrase("Lowest"),
    .highest = phrase("Highest"),
    .deviation = phrase("Standard deviation"),
    .points = phrase("Points"),
    .tie = phrase("tie"),
    .tie_legend = phrase("Tie: as many said one thing as another; the lower answer counts."),
    .not_applicable = phrase("Does not apply"),
    .open = phrase("Open"),
    .said = phrase("Answers"),
    .conflicts = phrase("Conflicts of interest"),
    .missing = phrase("Still to read"),
    .nothing_missing = phrase("Nothing is missing."),
    .status = phrase("Who still has to read what"),
    .read = phrase("Read"),
    .scores = phrase("Scores"),
    .answers = phrase("Answers by question and assessor"),
    .heat_legend =
        phrase("The darker, the better the answer. A dashed frame: not what the assessors say together."),
    .no_reading = phrase("No assessor has read it yet."),
    .blind = phrase("Blind: letters stand for the assessors."),
    .severity = phrase("Severity of the assessors"),
    .severity_legend =
        phrase("How many points more an assessor gives than the others for the same programs: as the "
               "readings show it, and shrunk towards zero, as chance lets one expect. With few "
               "readings most of the first is chance: never correct scores by it."),
    .readings = phrase("Readings"),
    .raw = phrase("Raw"),
    .shrunk = phrase("Shrunk"),
    .plus_minus = phrase("Standard error"),
    .next = phrase("Who reads next"),
    .next_legend =
        phrase("What one more reading is expected to do: how many fewer programs are wrongly funded, and "
               "how likely it changes which are funded."),
    .fewer_wrong = phrase("Fewer wrong"),
    .changes = phrase("Change"),
    .funded = phrase("Funded as it stands"),
    .settled = phrase("Settled: no further reading is likely enough to change which programs are funded."),
    .nobody_left =
        phrase("Everyone has read everything that they may read. Ask further assessors (`--assign`)."),
    .reason = phrase("Reason"),
    .all_questions = phrase("All questions"),
    .alphas = phrase("Agreement on the answers: alpha"),
    .ordinal = phrase_in("scale of measurement", "Ordinal"),
    .nominal = phrase_in("scale of measurement", "Nominal"),
    .interval = phrase_in("scale of measurement", "Interval"),
    .ratio = phrase_in("scale of measurement", "Ratio"),
    .interval_95 = phrase("95 % interval"),
    .alpha_legend =
        phrase("Krippendorff's alpha: 1 is full agreement, 0 what chance gives. Answers are compared by what "
               "they earn; the interval of the ordinal alpha comes from programs drawn anew."),
    .other_agreement = phrase("Agreement on the answers: other measures"),
    .same = phrase("Same answer"),
    .kappa = phrase("Kappa"),
    .answered_at_all = phrase("Answered at all"),
    .score_agreement = phrase("Agreement on the scores"),
    .coefficient = phrase("Measure"),
    .value = phrase_in("coefficient", "Value"),
    .icc_legend =
        phrase("ICC: 1: each program has assessors of its own; 2: the same assessors, severity counts as "
               "disagreement; 3: severity does not count; k: of the mean of all assessors."),
    .by_likelihood = phrase("Readings are missing: estimated by restricted maximum likelihood, without F."),
};

}  // namespace

const PanelWords& panel_words(std::string_view language) {
  static const InLanguages<PanelTexts> kAll(kEnglishPanel);
  return kAll.of(language);
}

}  // namespace ibtikar
