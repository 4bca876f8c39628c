// See portfolio_page.h. Here: what the whole came to.
#include "report/html/portfolio_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "report/html/charts.h"
#include "report/html/page.h"
#include "report/html/portfolio_charts.h"
#include "report/view/formatter.h"

namespace ibtikar {
namespace {

/// How many of each list: what matters stands first.
constexpr std::size_t kMost = 10;

struct Counted {
  std::string name;
  std::uint64_t count = 0;
  Standing standing = Standing::none;
};

/// Names, bars of their share of `whole`, counts; as a table.
void write_counted(HtmlWriter& html, const PortfolioPage& page, std::string_view caption,
                   std::string_view of_what, const std::vector<Counted>& all, std::uint64_t whole) {
  html.in("table", {{"class", "counted"}}, [&] {
    html.in("caption", {{"class", "unseen"}}, caption);
    html.in("thead", {}, [&] {
      html.in("tr", {}, [&] {
        html.in("th", {{"scope", "col"}}, of_what);
        html.in("td", {}, std::string_view());
        html.in("th", {{"scope", "col"}}, page.phrases().count);
        html.in("th", {{"scope", "col"}}, page.phrases().share);
      });
    });
    html.in("tbody", {}, [&] {
      for (const Counted& one : all) {
        const double share =
            whole == 0 ? 0 : std::min(1.0, static_cast<double>(one.count) / static_cast<double>(whole));
        html.in("tr", {}, [&] {
          html.in("th", {{"scope", "row"}}, one.name);
          html.in("td", {}, [&] { small_bar(html, page.words(), 100 * share, one.standing); });
          html.in("td", {}, std::string_view(std::to_string(one.count)));
          html.in("td", {}, std::string_view(percent_text(share)));
        });
      }
    });
  });
}

std::vector<Counted> most_frequent(std::vector<Counted> all) {
  std::erase_if(all, [](const Counted& one) { return one.count == 0; });
  std::ranges::stable_sort(all, std::ranges::greater(), &Counted::count);
  if (all.size() > kMost) all.resize(kMost);
  return all;
}

template <class Counts>
std::vector<Counted> counted(const Counts& counts) {
  std::vector<Counted> all;
  for (const auto& [name, count] : counts) all.push_back({plain(name), count});
  return most_frequent(std::move(all));
}

void write_one_spread(HtmlWriter& html, const PortfolioPage& page, const std::string& title,
                      const Distribution& spread, double scale) {
  const auto at = [&](const std::optional<double>& value) {
    return score_text(value ? Score(*value * scale) : std::nullopt);
  };
  html.in("figure", {}, [&] {
    html.in("figcaption", {}, [&] {
      html.foreign(title);
      const Words& words = page.words();
      const PortfolioWords& phrases = page.phrases();
      html.in("span", {},
              Sentence{fmt::format(
                  "{} {} · {} {} · {} {}", phrases.mean, at(spread.mean()), phrases.middle,
                  at(spread.quantile(0.5)), phrases.quarters,
                  words.joined({at(spread.quantile(0.25)) + "–" + at(spread.quantile(0.75))}, "").text)});
    });
    histogram(html, page.words(), title, spread.histogram());
  });
}

void write_map_key(HtmlWriter& html, const PortfolioPage& page) {
  html.in("ul", {{"class", "marks"}, {"aria-label", page.words()(Word::verdict)}}, [&] {
    const auto entry = [&](const std::optional<std::size_t>& band) {
      html.in("li", {{"class", tone_class(page.standing(band))}}, [&] {
        html.in("svg", {{"class", "mark"}, {"viewBox", "-8 -8 16 16"}, {"aria-hidden", "true"}}, [&] {
          html.leaf("path", {{"d", mark_path(page.standing(band), 6.5)}});
        });
        html.foreign(page.verdict(band));
      });
    };
    for (std::size_t i = 0; i < page.rubric().parts().bands.size(); ++i) entry(i);
    entry(std::nullopt);
  });
}

template <class Value>
void write_questions(HtmlWriter& html, const PortfolioPage& page, const std::vector<std::string>& ids,
                     const Value& value) {
  html.in("ol", {{"class", "entries"}}, [&] {
    for (const std::string& id : ids) {
      const auto counts = std::ranges::find(page.summary().questions, id, &QuestionCounts::id);
      html.in("li", {}, [&] {
        html.in("span", {{"class", "amount"}}, std::string_view(value(*counts)));
        html.in("p", {{"class", "title"}}, page.text().question(id));
      });
    }
  });
}

}  // namespace

PortfolioPage::PortfolioPage(const Rubric& rubric, const Summary& summary, std::string_view language)
    : text_(rubric, language),
      summary_(summary),
      words_(html_words(text_.language())),
      phrases_(portfolio_words(text_.language())) {}

Standing PortfolioPage::standing(const std::optional<std::size_t>& band) const {
  const std::vector<Band>& bands = rubric().parts().bands;
  return band_standing(bands, band ? &bands[*band] : nullptr, rubric().parts().overall_better);
}

Standing PortfolioPage::standing_of(const Score& score, Better better) const {
  const std::vector<Band>& bands = rubric().parts().bands;
  return band_standing(bands, score ? band_of(bands, *score) : nullptr, better);
}

std::string PortfolioPage::name_of(const RankedRow& row) {
  std::string name = plain(row.title);
  if (name.empty()) name = plain(row.id);
  return name.empty() ? std::string(kNoNumber) : name;
}

void write_portfolio_head(HtmlWriter& html, const PortfolioPage& page) {
  const Summary& summary = page.summary();
  const PortfolioWords& phrases = page.phrases();
  const std::string left_out = summary.left_out > 0
                                   ? fmt::format(" · {}: {}", phrases.rows_left_out, summary.left_out)
                                   : std::string();
  html.in("header", {{"class", "head"}}, [&] {
    html.in("h1", {{"class", "title"}}, phrases.portfolio);
    const RubricDraft& rubric = page.rubric().parts();
    html.in("p", {{"class", "by"}}, page.text().title(rubric.title, rubric.id) + " " + plain(rubric.version));
    html.in("p", {{"class", "by"}},
            std::string_view(fmt::format("{}: {} · {}: {}{}", phrases.scored, summary.scored,
                                         phrases.rejected, summary.rejected, left_out)));
  });
}

void write_portfolio_verdicts(HtmlWriter& html, const PortfolioPage& page) {
  const Summary& summary = page.summary();
  if (summary.scored == 0) return;
  std::vector<Counted> all;
  for (std::size_t i = summary.verdicts.size(); i > 0; --i) {
    const bool is_band = i < summary.verdicts.size();
    const std::optional<std::size_t> band = is_band ? std::optional(i - 1) : std::nullopt;
    all.push_back({page.verdict(band), summary.verdicts[i - 1].second, page.standing(band)});
  }
  std::ranges::rotate(all, all.begin() + 1);  // too little known: last
  write_section(html, "verdicts", page.phrases().verdicts, [&] {
    write_counted(html, page, page.phrases().verdicts, page.words()(Word::verdict), all, summary.scored);
  });
}

void write_portfolio_spread(HtmlWriter& html, const PortfolioPage& page) {
  const Summary& summary = page.summary();
  if (summary.scored == 0) return;
  write_section(html, "spread", page.phrases().spread, [&] {
    html.in("div", {{"class", "histograms"}}, [&] {
      write_one_spread(html, page, std::string(page.phrases().overall), summary.overall, 1);
      for (std::size_t d = 0; d < summary.dimensions.size(); ++d)
        write_one_spread(html, page, page.dimension(d), summary.dimensions[d].second, 1);
      constexpr double kPercent = 100;
      write_one_spread(html, page, std::string(page.phrases().completeness), summary.completeness, kPercent);
    });
  });
}

void write_portfolio_map(HtmlWriter& html, const PortfolioPage& page, const std::vector<RankedRow>& rows) {
  const std::size_t count = page.rubric().dimensions().size();
  if (count < 2) return;
  const std::size_t middle = count / 2;
  std::vector<MapPoint> points;
  for (const RankedRow& row : rows) {
    const Score& upward = row.dimensions.front().score;
    const Score& across = row.dimensions.back().score;
    const Score size = count > 2 ? row.dimensions[middle].score : Score(50);
    if (!upward || !across || !size) continue;
    points.push_back({PortfolioPage::name_of(row), *across, *upward, *size, page.standing(row.band)});
  }
  if (points.empty()) return;
  const PortfolioWords& phrases = page.phrases();
  write_section(html, "map", phrases.map, [&] {
    const Words& words = page.words();
    std::vector<Argument> parts;
    const auto add = [&](std::string_view way, const std::string& what) {
      parts.emplace_back(Sentence{fmt::format("{}: {}", way, words.joined({what}, "").text)});
    };
    add(phrases.upward, page.dimension(0));
    add(phrases.across, page.dimension(count - 1));
    if (count > 2) add(phrases.size, page.dimension(middle));
    if (points.size() < rows.size()) add(phrases.no_map, std::to_string(rows.size() - points.size()));
    const Sentence legend = words.joined(parts, " · ");
    html.in("p", {{"class", "legend"}}, legend);
    write_map_key(html, page);
    portfolio_map(html, words, {page.dimension(count - 1), page.dimension(0)}, legend, points);
  });
}

void write_portfolio_findings(HtmlWriter& html, const PortfolioPage& page) {
  const Summary& summary = page.summary();
  const PortfolioWords& phrases = page.phrases();
  if (const auto ids = most_open(summary, kMost); !ids.empty())
    write_section(html, "open", phrases.most_open, [&] {
      write_questions(html, page, ids, [](const QuestionCounts& q) { return std::to_string(q.open); });
    });
  if (const auto ids = most_points_lost(summary, kMost); !ids.empty())
    write_section(html, "lost", phrases.most_lost, [&] {
      write_questions(html, page, ids,
                      [](const QuestionCounts& q) { return "−" + score_text(points_lost(q)); });
    });
  const auto list = [&](std::string_view id, std::string_view heading, const std::vector<Counted>& all,
                        std::uint64_t whole) {
    if (all.empty()) return;
    write_section(html, id, heading, [&] { write_counted(html, page, heading, heading, all, whole); });
  };
  list("caps", phrases.gates, counted(summary.gates), summary.scored);
  list("rejected", phrases.reasons, counted(summary.rejects), summary.rejected);
  list("warnings", phrases.warnings, counted(summary.warnings.named()), summary.scored);
}

}  // namespace ibtikar
