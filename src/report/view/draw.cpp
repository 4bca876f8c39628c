// See draw.h.
#include "report/view/draw.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/safe_text.h"
#include "ibtikar/message.h"
#include "report/view/ranking.h"

namespace ibtikar {
namespace {

std::string six_decimals(std::int64_t millionths) {
  return fmt::format("{}.{:06}", millionths / kCertain, millionths % kCertain);
}

/// A text as one word of a POSIX shell.
std::string shell_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'')
      out += "'\\''";
    else
      out += c;
  }
  return out + "'";
}

class DrawBuilder {
 public:
  DrawBuilder(const DrawRecord& record, const std::string& language, Target target)
      : record_(record),
        draw_(record.draw),
        is_linear_(record.draw.plan.rule == DrawRule::linear),
        language_(language.empty() ? "en" : language),
        target_(target) {}

  [[nodiscard]] DrawView view() const {
    DrawView out{.isolating = Words(language_)};
    out.language = language_;
    out.right_to_left = out.isolating.right_to_left();
    out.is_linear = is_linear_;
    out.title = say(phrase("Draw"));
    add_headings(out);
    add_about(out);
    for (const DrawnEntry& one : draw_.entries) out.rows.push_back(row(one));
    for (const DrawRowView& one : out.rows)
      if (!one.place.empty()) out.drawn.push_back(one);
    std::ranges::sort(out.drawn, {}, &DrawRowView::ticket);
    add_steps(out);
    return out;
  }

 private:
  [[nodiscard]] std::string say(const Message& text) const { return text.in(language_); }
  [[nodiscard]] std::string foreign(std::string_view text) const { return safe_for(target_, text); }

  void add_headings(DrawView& out) const {
    out.ground_heading = is_linear_ ? say(phrase("Score")) : say(phrase("Expected rank, 50% of ranks"));
    out.program_heading = say(phrase("Program"));
    out.id_heading = say(phrase("Id"));
    out.group_heading = say(phrase("Group"));
    out.chance_heading = say(phrase("Chance"));
    out.outcome_heading = say(phrase("Outcome"));
    out.ticket_heading = say(phrase("Ticket"));
    out.place_heading = say(phrase("No."));
    out.stretch_heading = say(phrase("Stretch"));
    out.mark_heading = say(phrase("Mark"));
    out.lots_heading = say(phrase("The lots"));
    out.replay_heading = say(phrase("How to draw again"));
  }

  void add_about(DrawView& out) const {
    out.about.push_back(say(message("Funded: {0} of {1}.", winners(), draw_.entries.size())));
    if (draw_.entries.size() <= draw_.plan.fund)
      out.about.push_back(say(message("There are places for all of them: no lots were drawn.")));
    else if (is_linear_)
      out.about.push_back(say(linear_rule()));
    else
      out.about.push_back(say(
          message("The rule of the Swiss National Science Foundation: the funding line is the expected rank "
                  "{0} of the last program that fits. Those whose 50% of ranks lie wholly above it are "
                  "funded, those wholly below are not, and the others draw lots.",
                  two_decimals(draw_.line))));
    if (draw_.drawn > 0)
      out.about.push_back(
          say(message("Programs that drew lots: {0}. Places for them: {1}.", draw_.drawn, draw_.left)));
    out.about.push_back(say(message("Seed: {0}.", foreign(draw_.plan.seed))));
    if (!record_.left_out.empty()) {
      std::vector<MessageArgument> ids;
      for (const std::string& id : record_.left_out) ids.emplace_back(foreign(id));
      out.about.push_back(
          say(message("Left out, because too little is known of them: {0}.", comma_separated(ids))));
    }
  }
  /// A sign would stand on the other side of its number in a line that runs from right to left.
  [[nodiscard]] Message linear_rule() const {
    const std::string weight = shortest(draw_.plan.weight);
    const std::string offset = fmt::format("{:.6f}", std::abs(draw_.offset));
    return draw_.offset < 0
               ? message(
                     "A linear lottery: the chance is {0} times the score minus {1}, at least 0 and at most "
                     "1, and all chances add up to the number of places.",
                     weight, offset)
               : message(
                     "A linear lottery: the chance is {0} times the score plus {1}, at least 0 and at most "
                     "1, and all chances add up to the number of places.",
                     weight, offset);
  }
  [[nodiscard]] std::size_t winners() const {
    return static_cast<std::size_t>(std::ranges::count(draw_.entries, true, &DrawnEntry::wins));
  }

  [[nodiscard]] DrawRowView row(const DrawnEntry& one) const {
    DrawRowView out;
    const std::string title = plain(one.entry.title);
    out.name = foreign(title.empty() ? one.entry.id : title);
    out.id = foreign(one.entry.id);
    out.ground = is_linear_ ? two_decimals(one.entry.score)
                            : fmt::format("{} ({})", two_decimals(one.entry.rank),
                                          ranks_text(static_cast<std::size_t>(one.entry.best),
                                                     static_cast<std::size_t>(one.entry.worst)));
    out.group = one.group == DrawGroup::funded  ? say(phrase("without lots"))
                : one.group == DrawGroup::drawn ? say(phrase("drew lots"))
                                                : say(phrase("no chance"));
    out.chance = six_decimals(one.chance);
    out.ticket = foreign(one.ticket);
    if (one.place) out.place = fmt::format("{}", *one.place);
    if (is_linear_ && one.group == DrawGroup::drawn)
      out.stretch = fmt::format("{}–{}", six_decimals(one.from), six_decimals(one.from + one.chance));
    if (one.mark) out.mark = six_decimals(*one.mark);
    out.outcome = one.wins ? say(phrase("funded")) : say(phrase("not funded"));
    out.wins = one.wins;
    out.group_is = one.group;
    return out;
  }

  void add_steps(DrawView& out) const {
    if (draw_.drawn == 0) return;
    const std::string& seed = draw_.plan.seed;
    out.steps.push_back({say(message("Take the seed, exactly as it was published. Its SHA-256 must "
                                     "be {0}.",
                                     draw_.seed_digest)),
                         foreign("printf '%s' " + shell_quoted(seed) + " | sha256sum")});
    const DrawRowView& first = out.drawn.front();
    out.steps.push_back(
        {say(message("The ticket of each program that drew lots is the SHA-256 of the seed, a line "
                     "feed and the program's id. For the first one:")),
         foreign("printf '%s\\n%s' " + shell_quoted(seed) + " " + shell_quoted(id_of(first)) +
                 " | sha256sum")});
    out.steps.push_back(
        {say(message("Sort the tickets as texts, the smallest first. That is the order of the lots.")), {}});
    if (!is_linear_) {
      out.steps.push_back({say(counted("The first in this order is funded.",
                                       "The first {0} in this order are "
                                       "funded.",
                                       draw_.left)),
                           {}});
      return;
    }
    const std::string digits = draw_.seed_digest.substr(0, 8);
    out.steps.push_back(
        {say(message("Take the first 8 digits of the SHA-256 of the seed, {0}, as a hexadecimal "
                     "number, divide it by 4294967296 and cut it after six decimals: {1}. That is "
                     "the first mark; each further mark is greater by 1.",
                     digits, six_decimals(draw_.start))),
         "echo $((0x" + digits + " * 1000000 / 4294967296))"});
    out.steps.push_back(
        {say(message("Lay the chances end to end in the order of the lots, from 0 on. A program "
                     "is funded if a mark falls on its stretch: not before its beginning, and "
                     "before its end.")),
         {}});
  }
  [[nodiscard]] std::string id_of(const DrawRowView& wanted) const {
    for (const DrawnEntry& one : draw_.entries)
      if (foreign(one.ticket) == wanted.ticket) return one.entry.id;
    return {};
  }

  const DrawRecord& record_;
  const Draw& draw_;
  bool is_linear_;
  std::string language_;
  Target target_;
};

}  // namespace

DrawView draw_view(const DrawRecord& record, const std::string& language, Target target) {
  return DrawBuilder(record, language, target).view();
}

}  // namespace ibtikar
