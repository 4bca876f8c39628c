// Bytes from a terminal as keys on the screen of the interview, with frames of any size.
#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.h"
#include "cli/ask/screen_model.h"
#include "fuzz/claims.h"
#include "fuzz/targets.h"
#include "support/garden_rubric.h"
#include "support/random.h"

namespace ibtikar::fuzz {
namespace {

std::vector<io::Key> keys_of(std::string_view bytes, std::size_t step) {
  io::KeyDecoder decoder;
  std::vector<io::Key> keys;
  const auto take = [&](bool is_quiet) {
    while (const auto key = decoder.next(is_quiet)) keys.push_back(*key);
  };
  for (std::size_t at = 0; at < bytes.size(); at += step) {
    decoder.feed(bytes.substr(at, step));
    take(false);
  }
  take(true);
  return keys;
}

void require_key(const io::Key& key) {
  require(!first_invalid_utf8(key.text), "the text of a key is UTF-8", key.text);
  const bool is_paste = key.kind == io::Key::Kind::paste;
  for (std::size_t at = 0; at < key.text.size();) {
    const CodePoint point = *code_point_at(key.text, at);
    const bool is_control = point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0);
    const bool is_blank = point.value == '\n' || point.value == '\r' || point.value == '\t';
    require(!is_control || (is_paste && is_blank), "the text of a key has no control character", key.text);
    at = point.next;
  }
}

/// A sitting at the screen.
struct Sitting {
  Sitting(const Rubric& rubric, const Scorer& scorer, const QuestionFinder& finder, const char* language)
      : text(rubric, language, 80, false),
        interview(rubric, {}),
        model(text, rubric, scorer, finder, interview) {}
  Sitting(const Sitting&) = delete;

  cli::QuestionText text;
  Interview interview;
  cli::ScreenModel model;
};

void require_frame(cli::ScreenModel& model, test::Random& random) {
  const io::ScreenSize size{random.pick<std::size_t>({1, 20, 40, 80, 80, 200}),
                            random.pick<std::size_t>({1, 5, 15, 24, 24, 60})};
  const std::string frame = model.frame(size, std::nullopt);
  require_harmless(frame, true);
  require(static_cast<std::size_t>(std::ranges::count(frame, '\n')) == size.rows, "a frame fills the screen",
          frame);
}

}  // namespace

void try_interview_keys(std::string_view input) {
  static const Rubric rubric = test::garden_rubric();
  static const Scorer scorer(rubric);
  static const QuestionFinder finder(rubric);
  test::Random random(fingerprint(input));
  const std::vector<io::Key> keys = keys_of(input, std::max<std::size_t>(1, input.size()));
  require(keys == keys_of(input, random.between(1, 7)), "reads of any size give the same keys");
  Sitting sitting(rubric, scorer, finder, random.chance(50) ? "en" : "ar");
  if (random.chance(20)) sitting.model.ask_details({{"title", "Title", false}, {"date", "Date", true}});
  for (const io::Key& key : keys) {
    require_key(key);
    const cli::ScreenModel::Request request = sitting.model.press(key);
    if (request.kind == cli::ScreenModel::Request::Kind::edit)
      static_cast<void>(sitting.model.take_edited(sitting.model.text_to_edit() + "\n" + key.text));
    require_frame(sitting.model, random);
    require_harmless(sitting.model.untaken());
  }
  Diagnostics warnings;
  const Checked<AnswerSheet> sheet = scorer.encode(sitting.interview.proposal(), {}, warnings);
  require(sheet.has_value(), "an answer that was taken fits", sheet ? "" : format(sheet.error()));
}

}  // namespace ibtikar::fuzz
