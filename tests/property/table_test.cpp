// Tables: the same content gives the same rows as CSV and as JSON, whatever the delimiter, the digits, the
// quotation marks, the threads and the blocks.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/decimal.h"
#include "codec/proposal/answers_file.h"
#include "codec/results/summary_json.h"
#include "support/assessed.h"
#include "support/batched.h"
#include "support/random.h"

namespace ibtikar::test {
namespace {

constexpr std::uint64_t kTabledRubrics = 300;

const std::vector<std::string> kTexts = {"Evening school", "a, b; c\td",  "two\nlines",     "\"quoted\"",
                                         "مدرسة مسائية",   "cut \"short", "CRLF\r\nwithin", "it's | fine"};

/// How a table is written.
struct Style {
  char delimiter = ',';
  std::string line_end = "\n";
  bool quotes_all = false;
  bool arabic_digits = false;
  bool has_mark = false;  ///< a byte order mark
  bool has_sep = false;
};

Style random_style(Random& random) {
  return {random.pick<char>({',', ';', '\t'}),
          random.chance(50) ? "\n" : "\r\n",
          random.chance(30),
          random.chance(30),
          random.chance(30),
          random.chance(20)};
}

std::string cell(const std::string& text, const Style& style) {
  const bool needs_quotes = text.find_first_of(std::string("\"\r\n") + style.delimiter) != std::string::npos;
  if (!needs_quotes && !style.quotes_all) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

/// What `number` is written as with "." and 0-9. Three decimals could be a group of digits, four could not.
std::string plain_text(double number) {
  std::string text = shortest(number);
  if (const std::size_t point = text.find('.'); point != std::string::npos && text.size() - point == 4)
    text += '0';
  return text;
}

/// The decimal point as a comma where cells need no quotation marks for it, and Arabic digits.
std::string number_text(double number, const Style& style) {
  static constexpr std::array<const char*, 10> kDigits = {"٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"};
  std::string out;
  for (const char c : plain_text(number)) {
    if (c == '.')
      out += style.arabic_digits ? "٫" : style.delimiter == ',' ? "." : ",";
    else if (style.arabic_digits && c >= '0' && c <= '9')
      out += kDigits.at(static_cast<std::size_t>(c - '0'));
    else
      out += c;
  }
  return out;
}

std::string value_text(const Answer& answer, const Style& style, Random& random) {
  if (answer.not_applicable) return random.pick<std::string>({"n/a", "N/A", "لا ينطبق"});
  if (const auto* number = std::get_if<double>(&answer.value)) return number_text(*number, style);
  if (const auto* text = std::get_if<std::string>(&answer.value)) return *text;
  if (const auto* truth = std::get_if<bool>(&answer.value))
    return *truth ? random.pick<std::string>({"true", "Yes", "1", "نعم"})
                  : random.pick<std::string>({"FALSE", "no", "0", "لا"});
  if (const auto* list = std::get_if<std::vector<std::string>>(&answer.value)) {
    std::string out;
    for (const std::string& id : *list) out += (out.empty() ? "" : random.chance(50) ? " " : "|") + id;
    return out.empty() ? "|" : out;
  }
  return "";
}

const Answer* answer_of(const Proposal& proposal, const std::string& id) {
  for (const auto& [name, answer] : proposal.answers)
    if (name == id) return &answer;
  return nullptr;
}

/// What a table cannot say is left out: that a text question does not apply, and evidence of no answer. Notes
/// and links are left out, too, because the tables of these tests have no columns for them.
std::vector<Proposal> some_proposals(RandomCase& one, std::size_t count) {
  std::vector<Proposal> proposals;
  for (std::size_t i = 0; i < count; ++i) {
    Proposal proposal = random_proposal(one.source.rubric, one.random);
    proposal.id = fmt::format("P-{}", i);
    proposal.title = one.random.pick(kTexts);
    std::erase_if(proposal.answers, [&](const auto& named) {
      const auto question = one.source.rubric.find(named.first);
      return question && one.source.rubric.question(*question).type == QuestionType::text &&
             named.second.not_applicable;
    });
    for (auto& [id, answer] : proposal.answers) {
      answer.note.clear();
      answer.links.clear();
    }
    proposals.push_back(std::move(proposal));
  }
  return proposals;
}

std::string as_ndjson(const Rubric& rubric, const std::vector<Proposal>& proposals) {
  std::string out;
  for (const Proposal& proposal : proposals) {
    AnswersFile file;
    file.set_rubric({rubric.id(), rubric.version()});
    file.set_text("id", proposal.id);
    file.set_text("title", proposal.title);
    for (const auto& [id, answer] : proposal.answers) file.set_answer(id, answer);
    std::string line = file.text();
    std::replace(line.begin(), line.end(), '\n', ' ');
    out += line + "\n";
  }
  return out;
}

std::string as_csv(const Rubric& rubric, const std::vector<Proposal>& proposals, const Style& style,
                   Random& random) {
  std::vector<std::string> ids = {"id", "title"};
  for (std::size_t q = 0; q < rubric.question_count(); ++q) ids.push_back(rubric.full_id(q));
  const std::vector<std::string> questions(ids.begin() + 2, ids.end());
  for (const std::string& id : questions) ids.push_back(id + ":evidence");
  random.shuffle(ids);
  std::string out = style.has_mark ? "\xEF\xBB\xBF" : "";
  if (style.has_sep) out += std::string("sep=") + style.delimiter + style.line_end;
  const auto add_row = [&](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      out += (i > 0 ? std::string(1, style.delimiter) : "") + cell(cells[i], style);
    out += style.line_end;
  };
  add_row(ids);
  for (const Proposal& proposal : proposals) {
    std::vector<std::string> cells;
    for (const std::string& id : ids) {
      const std::size_t colon = id.find(':');
      const Answer* answer = answer_of(proposal, id.substr(0, colon));
      if (id == "id")
        cells.push_back(proposal.id);
      else if (id == "title")
        cells.push_back(proposal.title);
      else if (answer == nullptr)
        cells.emplace_back();
      else
        cells.push_back(colon == std::string::npos ? value_text(*answer, style, random) : answer->evidence);
    }
    add_row(cells);
    if (random.chance(5)) out += style.line_end;
  }
  return out;
}

TEST(Table, SaysWhatTheSameContentSaysInJson) {
  for (std::uint64_t seed = 0; seed < cases(kTabledRubrics); ++seed) {
    RandomCase one(seed);
    const Rubric& rubric = one.source.rubric;
    const std::vector<Proposal> proposals = some_proposals(one, 12);
    const Style style = random_style(one.random);
    const std::string csv = as_csv(rubric, proposals, style, one.random);
    const Batched expected = batched(rubric, as_ndjson(rubric, proposals), {.max_record = 1 << 20});
    const Batched got =
        batched(rubric, csv, {.format = InputFormat::csv, .max_record = 1 << 20, .name = "in.csv"});
    ASSERT_EQ(got.rows, expected.rows) << one.text() << "\n" << csv;
    ASSERT_EQ(got.summary, expected.summary) << one.text() << "\n" << csv;
    ASSERT_EQ(got.rejects, "");
  }
}

/// Tears at a table behind its header: delimiters, quotation marks and line ends go, come and move.
std::string torn(const std::string& whole, Random& random) {
  const std::size_t header = random.chance(90) ? whole.find('\n') + 1 : 0;
  std::string csv = whole.substr(header);
  const std::vector<std::string> pieces = {"\"", "\"\"", "\n", "\r\n", ",", ";",
                                           "x",  "\x80", "\r", "\n\n", "7"};
  for (int i = 0; i < 12; ++i) {
    const std::size_t at = random.below(csv.size());
    const std::string& piece = random.pick(pieces);
    csv.replace(at, std::min<std::size_t>(random.below(3), csv.size() - at), piece);
  }
  if (random.chance(30))
    csv.insert(random.below(csv.size()), std::string(5000, random.chance(50) ? 'x' : '"'));
  if (random.chance(30)) csv.insert(random.below(csv.size()), "\"" + std::string(6000, '\n'));
  return whole.substr(0, header) + csv;
}

std::size_t count_of(const std::string& text, std::string_view what) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
  return count;
}

TEST(Table, IsTheSameWhateverTheThreadsAndTheBlocks) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::uint64_t seed = 0; seed < 24; ++seed) {
    RandomCase one(seed);
    const Rubric& rubric = one.source.rubric;
    const Style style = random_style(one.random);
    const std::string csv = torn(as_csv(rubric, some_proposals(one, 40), style, one.random), one.random);
    const Batched expected = batched(rubric, csv, {.format = InputFormat::csv, .name = "in.csv"});
    good += count_of(expected.rows, "\"error\":null");
    bad += count_of(expected.rows, "\"error\":\"");
    for (const unsigned jobs : {1U, 3U})
      for (const std::size_t block :
           {std::size_t{1}, std::size_t{100}, std::size_t{3000}, std::size_t{20'000}})
        for (const std::size_t step : {std::size_t{7}, std::size_t{4096}}) {
          const Batched got = batched(
              rubric, csv,
              {.jobs = jobs, .block = block, .step = step, .format = InputFormat::csv, .name = "in.csv"});
          ASSERT_EQ(got.rows, expected.rows) << jobs << " " << block << " " << step << "\n" << csv;
          ASSERT_EQ(got.rejects, expected.rejects) << block << " " << step;
          ASSERT_EQ(got.summary, expected.summary);
          ASSERT_EQ(got.warnings, expected.warnings);
        }
  }
  EXPECT_GT(good, cases(500U)) << "a slip costs one row";
  EXPECT_GT(bad, cases(100U));
}

TEST(Table, RejectedRowsAreRejectedAgainUntilTheyAreCorrected) {
  std::size_t bad = 0;
  for (std::uint64_t seed = 0; seed < 24; ++seed) {
    RandomCase one(seed);
    const Rubric& rubric = one.source.rubric;
    const Style style = random_style(one.random);
    const std::string csv = torn(as_csv(rubric, some_proposals(one, 30), style, one.random), one.random);
    const Batched first = batched(rubric, csv, {.format = InputFormat::csv, .name = "in.csv"});
    const Batched again =
        batched(rubric, first.rejects, {.format = InputFormat::automatic, .name = "rejects"});
    const auto summary = decode_summary({"s", first.summary});
    const auto summary_again = decode_summary({"s", again.summary});
    ASSERT_TRUE(summary && summary_again);
    ASSERT_EQ(summary_again->rejects, summary->rejects) << first.rejects << csv;
    ASSERT_EQ(summary_again->scored, 0U) << first.rejects << csv;
    bad += summary->rejected;
  }
  EXPECT_GT(bad, cases(100U));
}

}  // namespace
}  // namespace ibtikar::test
