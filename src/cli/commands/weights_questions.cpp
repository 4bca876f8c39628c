// See weights_questions.h.
#include "cli/commands/weights_questions.h"

#include <algorithm>
#include <functional>
#include <utility>

#include <fmt/format.h>

#include "base/catalogue.h"
#include "base/decimal.h"
#include "base/safe_text.h"
#include "base/typed_text.h"
#include "report/text/page.h"

namespace ibtikar::cli {
namespace {

class JudgementQuestions {
 public:
  JudgementQuestions(const NamedParts& named, Judgements judgements, Environment& env)
      : named_(named), judgements_(std::move(judgements)), env_(env) {}

  std::optional<Judgements> ask() {
    bool is_done = false;
    if (judgements_.method == WeightMethod::ahp)
      is_done = ask_pairs();
    else if (judgements_.method == WeightMethod::rank_order_centroid)
      is_done = ask_order();
    else
      is_done = ask_amounts();
    if (!is_done) return std::nullopt;
    return std::move(judgements_);
  }

 private:
  /// Takes a line, and says what is wrong with it; nothing if all is well.
  using Take = std::function<std::optional<Message>(const std::string& line)>;
  enum class Said { judgement, back, stop };

  [[nodiscard]] bool is_typed() const { return env_.surroundings.input_is_terminal; }

  [[nodiscard]] Page page() const {
    return Page({std::clamp<std::size_t>(env_.surroundings.columns, 40, 120),
                 speaks_right_to_left(env_.err.language()), false});
  }

  void tell(const Message& sentence) {
    Page lines = page();
    lines.paragraph(0, sentence.in(env_.err.language()));
    env_.err.show(lines.text());
  }

  void list_parts(const std::vector<std::size_t>& numbers) {
    Page lines = page();
    for (std::size_t i = 0; i < numbers.size(); ++i)
      lines.row({{std::to_string(i + 1), 5, kBold, Align::end},
                 gap(kGap),
                 {named_.titles[numbers[i]], lines.columns() - 5 - kGap, kPlain, Align::start, 3}});
    env_.err.show(lines.text());
  }

  /// `is_first`: there is no question before this one.
  Said prompt(const Take& take, bool is_first) {
    for (;;) {
      env_.err.show("> ");
      const Result<std::optional<std::string>> line = env_.lines.next_line();
      if (!line) {
        static_cast<void>(env_.report(line.error()));
        return Said::stop;
      }
      if (!is_typed()) env_.err.show("\n");
      if (!line->has_value()) {
        env_.err.say(message("the input ended before everything was judged; nothing is written"));
        return Said::stop;
      }
      const std::string typed = is_readable(**line) ? folded(**line) : std::string("?");
      if (typed == "q" || typed == "خروج") {
        env_.err.say(message("stopped; nothing is written"));
        return Said::stop;
      }
      const bool goes_back = typed == "<";
      if (goes_back && !is_first) return Said::back;
      const std::optional<Message> fault = goes_back ? message("this is the first question") : take(typed);
      if (!fault) return Said::judgement;
      env_.err.say(*fault);
      if (!is_typed()) return Said::stop;
    }
  }

  /// Asks `count` questions one after the other, and any of them again. `ask(number)` asks one;
  /// `forget` drops the last judgement.
  static bool ask_each(std::size_t count, const std::function<Said(std::size_t)>& ask,
                       const std::function<void()>& forget) {
    for (std::size_t number = 0; number < count;) {
      const Said said = ask(number);
      if (said == Said::stop) return false;
      if (said == Said::judgement) {
        ++number;
        continue;
      }
      --number;
      forget();
    }
    return true;
  }

  bool ask_pairs() {
    tell(
        message("Which of two matters more, and how many times as much? Type its number and how many times, "
                "from 1 to 9: `1 3`. Type `=` if both matter alike, `<` to go back, and `q` to stop."));
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t a = 0; a < named_.parts.size(); ++a)
      for (std::size_t b = a + 1; b < named_.parts.size(); ++b) pairs.emplace_back(a, b);
    const auto ask = [&](std::size_t number) {
      const auto [a, b] = pairs[number];
      env_.err.show("\n");
      list_parts({a, b});
      return prompt(
          [&, first = a, second = b](const std::string& line) { return take_pair(line, first, second); },
          number == 0);
    };
    return ask_each(pairs.size(), ask, [&] { judgements_.pairs.pop_back(); });
  }

  std::optional<Message> take_pair(const std::string& line, std::size_t a, std::size_t b) {
    NamedJudgement one{named_.parts[a].id, named_.parts[b].id, 1};
    const std::vector<std::string> words = listed_words(line);
    if (line != "=") {
      const std::optional<double> times = words.size() == 2 ? parse_decimal(words[1]) : std::nullopt;
      if (!times || *times < 1 || *times > kStrongestJudgement || (words[0] != "1" && words[0] != "2"))
        return message("{0} is no judgement; expected `=`, or 1 or 2 and a number from 1 to 9",
                       ibtikar::quoted(line));
      if (words[0] == "2") std::swap(one.of, one.over);
      one.times = *times;
    }
    judgements_.pairs.push_back(std::move(one));
    return std::nullopt;
  }

  [[nodiscard]] std::vector<std::size_t> all_numbers() const {
    std::vector<std::size_t> numbers(named_.parts.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = i;
    return numbers;
  }

  bool ask_order() {
    tell(
        message("In which order do these matter? Type their numbers, the most important first, with `=` "
                "between those that matter alike: `2 1=3`. Type `q` to stop."));
    list_parts(all_numbers());
    return prompt([&](const std::string& line) { return take_order(line); }, true) == Said::judgement;
  }

  std::optional<Message> take_order(const std::string& line) {
    std::vector<std::vector<std::string>> order;
    std::vector<bool> known(named_.parts.size());
    for (const std::string& word : listed_words(line)) {
      order.emplace_back();
      for (std::size_t at = 0; at <= word.size();) {
        const std::size_t end = std::min(word.find('=', at), word.size());
        const std::optional<std::size_t> number = parse_count(word.substr(at, end - at));
        if (!number || *number < 1 || *number > known.size() || known[*number - 1])
          return message("{0} is no order of these; expected each number from 1 to {1} once",
                         ibtikar::quoted(line), known.size());
        known[*number - 1] = true;
        order.back().push_back(named_.parts[*number - 1].id);
        at = end + 1;
      }
    }
    if (!std::ranges::all_of(known, [](bool is_known) { return is_known; }))
      return message("{0} is no order of these; expected each number from 1 to {1} once",
                     ibtikar::quoted(line), known.size());
    judgements_.order = std::move(order);
    return std::nullopt;
  }

  bool ask_amounts() {
    tell(judgements_.method == WeightMethod::swing
             ? message(
                   "Think of a program that is at its worst in all of these. Which would you first bring to "
                   "its best? That one is worth 100. Type for each how much the same is worth there, `<` "
                   "to go back, and `q` to stop.")
             : message("Give each of these points, as many as it matters. Type `<` to go back, and `q` to "
                       "stop."));
    const auto ask = [&](std::size_t number) {
      env_.err.show("\n");
      list_parts({number});
      return prompt([&](const std::string& line) { return take_amount(line, number); }, number == 0);
    };
    return ask_each(named_.parts.size(), ask, [&] { judgements_.amounts.pop_back(); });
  }

  std::optional<Message> take_amount(const std::string& line, std::size_t part) {
    const std::optional<double> amount = parse_decimal(line);
    if (!amount || *amount < 0 || *amount > 1e9)
      return message("{0} is no amount; expected a number, 0 or more", ibtikar::quoted(line));
    judgements_.amounts.emplace_back(named_.parts[part].id, *amount);
    return std::nullopt;
  }

  const NamedParts& named_;
  Judgements judgements_;
  Environment& env_;
};

}  // namespace

std::optional<Judgements> ask_judgements(const NamedParts& named, WeightMethod method, const std::string& of,
                                         Environment& env) {
  Judgements judgements;
  judgements.method = method;
  judgements.of = of;
  return JudgementQuestions(named, std::move(judgements), env).ask();
}

}  // namespace ibtikar::cli
