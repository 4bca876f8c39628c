// draw_lots() and replay(): see ibtikar/draw.h.
#include "ibtikar/draw.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "base/digest.h"
#include "base/public_seed.h"
#include "base/safe_text.h"

namespace ibtikar {
namespace {

std::string hexadecimal_sha256(std::string_view text) {
  return sha256(text).substr(std::string_view("sha256:").size());
}

/// The text that stands for a program's chance, fixed before anybody knows the seed.
std::string ticket_of(const std::string& seed, const std::string& id) {
  return hexadecimal_sha256(seed + "\n" + id);
}

bool is_one_line(std::string_view text) {
  return !text.empty() &&
         std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

std::optional<Message> draw_fault(const std::vector<DrawEntry>& entries, const DrawPlan& plan) {
  if (!is_one_line(plan.seed)) return message("the seed must be one line of text that is not empty");
  if (plan.fund == 0) return message("at least one place must be funded");
  if (plan.rule == DrawRule::linear && !(plan.weight > 0 && std::isfinite(plan.weight)))
    return message("the weight must be a number above 0");
  std::set<std::string_view> ids;
  for (const DrawEntry& entry : entries) {
    // A line feed in an id could give two programs one ticket.
    if (!is_one_line(entry.id)) return message("a program has no id, or one of several lines");
    if (!ids.insert(entry.id).second) return message("there are two programs {0}", ibtikar::quoted(entry.id));
    const bool is_ranked = entry.best >= 1 && entry.best <= entry.worst && std::isfinite(entry.worst) &&
                           std::isfinite(entry.rank);
    if (plan.rule == DrawRule::snsf && !is_ranked)
      return message("{0} has no interval of ranks", ibtikar::quoted(entry.id));
    if (plan.rule == DrawRule::linear && !std::isfinite(entry.score))
      return message("{0} has no score", ibtikar::quoted(entry.id));
  }
  return std::nullopt;
}

/// The numbers of those that draw lots, in the order of their tickets, each told its place.
std::vector<std::size_t> in_ticket_order(Draw& draw) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < draw.entries.size(); ++i)
    if (draw.entries[i].group == DrawGroup::drawn) order.push_back(i);
  std::ranges::sort(order, {}, [&](std::size_t i) { return draw.entries[i].ticket; });
  for (std::size_t place = 0; place < order.size(); ++place) draw.entries[order[place]].place = place + 1;
  return order;
}

void count_places(Draw& draw) {
  const auto funded = std::ranges::count(draw.entries, DrawGroup::funded, &DrawnEntry::group);
  draw.drawn =
      static_cast<std::size_t>(std::ranges::count(draw.entries, DrawGroup::drawn, &DrawnEntry::group));
  draw.left = draw.plan.fund - static_cast<std::size_t>(funded);
}

void decide_snsf(Draw& draw) {
  std::vector<double> ranks;
  for (const DrawnEntry& one : draw.entries) ranks.push_back(one.entry.rank);
  std::ranges::sort(ranks);
  draw.line = ranks[draw.plan.fund - 1];
  // An interval of whole ranks need not hold the expected rank, which is a mean. That must be on the
  // same side of the line: so never more are funded than there are places, nor too many declined.
  for (DrawnEntry& one : draw.entries) {
    const DrawEntry& entry = one.entry;
    if (entry.worst < draw.line && entry.rank < draw.line) one.group = DrawGroup::funded;
    if (entry.best > draw.line && entry.rank > draw.line) one.group = DrawGroup::declined;
  }
  count_places(draw);
  const std::vector<std::size_t> order = in_ticket_order(draw);
  for (std::size_t place = 0; place < order.size(); ++place) {
    DrawnEntry& one = draw.entries[order[place]];
    one.chance = std::llround(static_cast<double>(draw.left) * static_cast<double>(kCertain) /
                              static_cast<double>(draw.drawn));
    one.wins = place < draw.left;
  }
}

/// Chances as whole millionths that add up to `places`: rounded down, and the millionths that are
/// missing go to those that lost most by it.
std::vector<std::int64_t> in_millionths(const std::vector<double>& chances, std::size_t places) {
  std::vector<std::int64_t> whole;
  std::vector<double> lost;
  for (const double chance : chances) {
    const double exact = chance * static_cast<double>(kCertain);
    // A chance that is a whole number but for the last bit is that number.
    whole.push_back(
        std::clamp<std::int64_t>(static_cast<std::int64_t>(std::floor(exact + 1e-6)), 0, kCertain));
    lost.push_back(exact - static_cast<double>(whole.back()));
  }
  std::int64_t missing = static_cast<std::int64_t>(places) * kCertain -
                         std::accumulate(whole.begin(), whole.end(), std::int64_t{0});
  std::vector<std::size_t> order(chances.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return lost[a] > lost[b]; });
  for (const std::size_t i : order)
    if (missing > 0 && whole[i] > 0 && whole[i] < kCertain) {
      ++whole[i];
      --missing;
    }
  for (auto i = order.rbegin(); i != order.rend() && missing < 0; ++i)
    if (whole[*i] > 0 && whole[*i] < kCertain) {
      --whole[*i];
      ++missing;
    }
  return whole;
}

/// Systematic sampling (W. G. Madow, 1949): the chances of those that draw lie end to end in the
/// order of their tickets, and a mark stands every 1 from a start that the seed gives. A stretch is
/// at most 1 long, so nobody gets two marks, and there are exactly as many marks as places.
void decide_linear(Draw& draw) {
  std::vector<double> scores;
  for (const DrawnEntry& one : draw.entries) scores.push_back(one.entry.score);
  const LinearChances linear = linear_chances(scores, draw.plan.weight, draw.plan.fund);
  draw.offset = linear.offset;
  const std::vector<std::int64_t> chances = in_millionths(linear.chances, draw.plan.fund);
  for (std::size_t i = 0; i < chances.size(); ++i) {
    draw.entries[i].chance = chances[i];
    if (chances[i] == kCertain) draw.entries[i].group = DrawGroup::funded;
    if (chances[i] == 0) draw.entries[i].group = DrawGroup::declined;
  }
  count_places(draw);
  draw.start = static_cast<std::int64_t>(
      hashed_number(draw.plan.seed, 8) * static_cast<std::uint64_t>(kCertain) >> 32U);
  std::int64_t at = 0;
  for (const std::size_t i : in_ticket_order(draw)) {
    DrawnEntry& one = draw.entries[i];
    one.from = at;
    at += one.chance;
    // The first mark that is not before the stretch.
    const std::int64_t marks = one.from <= draw.start ? 0 : (one.from - draw.start + kCertain - 1) / kCertain;
    const std::int64_t mark = draw.start + marks * kCertain;
    if (mark < at) one.mark = mark;
    one.wins = one.mark.has_value();
  }
}

}  // namespace

LinearChances linear_chances(const std::vector<double>& scores, double weight, std::size_t places) {
  const auto wanted = static_cast<double>(places);
  const auto chance = [&](double score, double offset) {
    return std::clamp(weight * score + offset, 0.0, 1.0);
  };
  const auto sum = [&](double offset) {
    double all = 0;
    for (const double score : scores) all += chance(score, offset);
    return all;
  };
  // The sum rises with b, in straight lines between the points where a chance leaves 0 or reaches 1.
  std::vector<double> corners;
  for (const double score : scores) {
    corners.push_back(-weight * score);
    corners.push_back(1 - weight * score);
  }
  std::ranges::sort(corners);
  const auto above =
      std::ranges::partition_point(corners, [&](double corner) { return sum(corner) < wanted; });
  const double high = above == corners.end() ? corners.back() : *above;
  const double low = above == corners.begin() ? high : *(above - 1);
  LinearChances out;
  const double from = sum(low);
  const double to = sum(high);
  out.offset = to > from ? low + (high - low) * ((wanted - from) / (to - from)) : high;
  for (const double score : scores) out.chances.push_back(chance(score, out.offset));
  return out;
}

Result<Draw> draw_lots(const std::vector<DrawEntry>& entries, const DrawPlan& plan) {
  if (const auto fault = draw_fault(entries, plan)) return fail(error_at({}, "bad-draw", *fault));
  Draw draw;
  draw.plan = plan;
  draw.seed_digest = hexadecimal_sha256(plan.seed);
  for (const DrawEntry& entry : entries) {
    DrawnEntry one;
    one.entry = entry;
    one.ticket = ticket_of(plan.seed, entry.id);
    draw.entries.push_back(std::move(one));
  }
  if (entries.size() <= plan.fund) {
    for (DrawnEntry& one : draw.entries) one.group = DrawGroup::funded;
    count_places(draw);
  } else if (plan.rule == DrawRule::snsf) {
    decide_snsf(draw);
  } else {
    decide_linear(draw);
  }
  for (DrawnEntry& one : draw.entries) {
    if (one.group != DrawGroup::funded) continue;
    one.chance = kCertain;
    one.wins = true;
  }
  return draw;
}

Diagnostics replay(const Draw& draw) {
  std::vector<DrawEntry> entries;
  for (const DrawnEntry& one : draw.entries) entries.push_back(one.entry);
  const Result<Draw> again = draw_lots(entries, draw.plan);
  if (!again) return {again.error()};
  Diagnostics faults;
  const auto differs = [&](Message told) { faults.push_back(error_at({}, "draw-differs", std::move(told))); };
  if (again->seed_digest != draw.seed_digest)
    differs(
        message("the SHA-256 of the seed is {0}, not {1}", again->seed_digest, visible(draw.seed_digest)));
  if (again->start != draw.start) differs(message("the first mark is another one"));
  for (std::size_t i = 0; i < draw.entries.size(); ++i) {
    const DrawnEntry& old = draw.entries[i];
    const DrawnEntry& now = again->entries[i];
    const std::string id = ibtikar::quoted(old.entry.id);
    if (now.ticket != old.ticket) differs(message("the ticket of {0} is another one", id));
    if (now.group != old.group || now.chance != old.chance) differs(message("{0} has another chance", id));
    if (now.wins != old.wins)
      differs(now.wins ? message("{0} is funded, but the draw says that it is not", id)
                       : message("{0} is not funded, but the draw says that it is", id));
  }
  return faults;
}

}  // namespace ibtikar
