// See small_rubric.h.
#include "support/small_rubric.h"

#include <stdexcept>
#include <utility>

#include "ibtikar/codec.h"

namespace ibtikar::test {

Rubric rubric_of(const std::string& text) {
  Diagnostics warnings;
  Checked<Rubric> rubric = decode_rubric({"r.json", text}, {}, warnings);
  if (!rubric) throw std::logic_error(format(rubric.error()));
  return *std::move(rubric);
}

Rubric small_rubric(const std::string& questions, const std::string& gates) {
  return rubric_of(
      R"({"format":"ibtikar-rubric/1","id":"r","version":"1","title":"R","languages":["en"],
          "bands":[{"id":"low","from":0,"title":"Low"},{"id":"high","from":70,"title":"High"}],
          "evidence":{"default":"said","levels":[{"id":"said","margin":0.25,"ceiling":0.75,"title":"Said"},
            {"id":"shown","margin":0.1,"title":"Shown"},{"id":"checked","margin":0,"title":"Checked"}]},
          "dimensions":[{"id":"d","title":"D"}],
          "sections":[{"id":"s","title":"S","criteria":[{"id":"c","title":"C","contributes":{"d":1},
            "questions":)" +
      questions + R"(}]}],"gates":)" + gates + "}");
}

Answer answer_with(const std::string& evidence, AnswerValue value) {
  return {std::move(value), false, evidence, {}, {}};
}

}  // namespace ibtikar::test
