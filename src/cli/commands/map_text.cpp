// See map_text.h.
#include "cli/commands/map_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/catalogue.h"
#include "base/decimal.h"
#include "base/safe_text.h"
#include "codec/json/writer.h"
#include "report/text/page.h"

namespace ibtikar::cli {
namespace {

constexpr std::size_t kMostListed = 100;

std::string_view certainty_name(Guess certainty) {
  if (certainty == Guess::sure) return "sure";
  return certainty == Guess::doubtful ? "doubtful" : "unknown";
}

/// Sentences and lists on one page.
class MapPage {
 public:
  explicit MapPage(const TextOptions& look)
      : language_(look.language.empty() ? "en" : look.language),
        page_({std::clamp<std::size_t>(look.columns, 40, 120), speaks_right_to_left(language_), look.color}) {
  }

  void heading(const Message& text) {
    page_.blank();
    page_.heading(text.in(language_));
  }
  void line(std::size_t indent, const Message& text, const Style& style = kPlain) {
    page_.paragraph(indent, text.in(language_), style);
  }
  void listed(const std::vector<Message>& lines) {
    for (std::size_t i = 0; i < std::min(lines.size(), kMostListed); ++i) line(kMargin, lines[i]);
    if (lines.size() > kMostListed)
      line(kMargin, message("not listed: {0}", lines.size() - kMostListed), kFaint);
  }
  [[nodiscard]] const std::string& text() const { return page_.text(); }

 private:
  std::string language_;
  Page page_;
};

Message line_of_column(const DraftColumn& column, const DraftView& view) {
  const std::string heading = view.draft.headings[column.column].text.empty()
                                  ? fmt::format("{}", column.column + 1)
                                  : ibtikar::quoted(view.draft.headings[column.column].text);
  return message("{0} is {1}", heading, use_name(column.use, view.rubric));
}

void write_codes(MapPage& page, const DraftColumn& column) {
  for (const DraftCode& code : column.codes) {
    const std::string text = ibtikar::quoted(code.text);
    if (code.certainty == Guess::sure)
      page.line(2 * kMargin, message("{0} means {1} ({2}×)", text, value_text(code.value), code.count));
    else if (code.certainty == Guess::doubtful)
      page.line(2 * kMargin,
                message("look at it: {0} may mean {1} ({2}×)", text, value_text(code.value), code.count));
    else
      page.line(2 * kMargin, message("cannot be guessed: {0} ({1}×)", text, code.count));
  }
}

}  // namespace

std::string value_text(const AnswerValue& value) {
  if (const auto* const truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
  if (const auto* const number = std::get_if<double>(&value)) return shortest(*number);
  if (const auto* const text = std::get_if<std::string>(&value)) return *text;
  if (const auto* const ids = std::get_if<std::vector<std::string>>(&value))
    return fmt::format("[{}]", fmt::join(*ids, ", "));
  return "null";
}

std::string draft_text(const DraftView& view, const TextOptions& look) {
  MapPage page(look);
  const MappingDraft& draft = view.draft;
  if (!view.is_whole)
    page.line(0, counted("Only the beginning of the table was looked at: {0} row.",
                         "Only the beginning of the table was looked at: {0} rows.", draft.rows.size()));
  if (draft.shape.skip > 0)
    page.line(0, counted("{0} row behind the header is no record.",
                         "{0} rows behind the header are no records.", draft.shape.skip));
  if (!draft.skipped.empty()) page.line(0, message("A row of tags that begin with # is no record."));
  if (draft.shape.rows == 2) page.line(0, message("The header has two rows: options stand in the second."));
  for (const Guess certainty : {Guess::sure, Guess::doubtful}) {
    if (std::ranges::none_of(draft.columns, [&](const auto& one) { return one.certainty == certainty; }))
      continue;
    page.heading(certainty == Guess::sure ? message("Sure") : message("To be looked at"));
    for (const DraftColumn& column : draft.columns) {
      if (column.certainty != certainty) continue;
      page.line(kMargin, line_of_column(column, view));
      if (!column.separator.empty())
        page.line(2 * kMargin,
                  message("several answers in a cell, between {0}", ibtikar::quoted(column.separator)));
      write_codes(page, column);
    }
  }
  std::vector<Message> lines;
  for (const std::size_t c : draft.unread)
    lines.push_back(Message::verbatim(
        draft.headings[c].text.empty() ? fmt::format("{}", c + 1) : ibtikar::quoted(draft.headings[c].text)));
  if (!lines.empty()) page.heading(message("Columns that nothing is proposed for"));
  page.listed(lines);
  lines.clear();
  for (const std::size_t q : draft.open) lines.push_back(Message::verbatim(view.rubric.full_id(q)));
  if (!lines.empty()) page.heading(message("Questions without a column"));
  page.listed(lines);
  if (!draft.remarks.empty()) page.heading(message("What only you can decide"));
  page.listed(draft.remarks);
  if (!view.preview.empty()) page.heading(message("The first rows, as they would be read"));
  std::size_t row = 0;
  for (const PreviewLine& one : view.preview) {
    if (one.row != row) page.line(kMargin, message("row {0}", one.row), kBold);
    row = one.row;
    if (one.answer.empty())
      page.line(2 * kMargin, message("{0}: {1} cannot be read", one.heading, ibtikar::quoted(one.cell)));
    else
      page.line(2 * kMargin, message("{0}: {1} is {2}", one.heading, ibtikar::quoted(one.cell), one.answer));
  }
  return page.text();
}

std::string draft_json(const DraftView& view) {
  JsonWriter json(JsonStyle::indented);
  json.begin_object();
  json.text("format", "ibtikar-mapping-draft/1");
  json.text("rubric", view.rubric.id());
  json.member("rows"), json.raw(std::to_string(view.draft.rows.size()));
  json.member("whole"), json.boolean(view.is_whole);
  json.list("columns", view.draft.columns, [&](const DraftColumn& column) {
    json.object([&] {
      json.member("column"), json.raw(std::to_string(column.column + 1));
      json.text("header", view.draft.headings[column.column].text);
      json.text("is", use_name(column.use, view.rubric));
      json.text("certainty", certainty_name(column.certainty));
      if (!column.separator.empty()) json.text("separator", column.separator);
      json.list("codes", column.codes, [&](const DraftCode& code) {
        json.begin_object();
        json.inline_from_here();
        json.text("text", code.text);
        json.member("count"), json.raw(std::to_string(code.count));
        if (code.certainty != Guess::unknown) json.text("value", value_text(code.value));
        json.text("certainty", certainty_name(code.certainty));
        json.end_object();
      });
    });
  });
  json.list("unread", view.draft.unread, [&](std::size_t c) { json.string(view.draft.headings[c].text); });
  json.list("open", view.draft.open, [&](std::size_t q) { json.string(view.rubric.full_id(q)); });
  json.list("remarks", view.draft.remarks, [&](const Message& one) { json.string(one.english()); });
  json.list("preview", view.preview, [&](const PreviewLine& one) {
    json.begin_object();
    json.inline_from_here();
    json.member("row"), json.raw(std::to_string(one.row));
    json.text("header", one.heading);
    json.text("cell", one.cell);
    if (!one.answer.empty()) json.text("answer", one.answer);
    json.end_object();
  });
  json.end_object();
  return std::move(json).take() + "\n";
}

std::string coverage_text(const MappingCoverage& coverage, const TextOptions& look) {
  MapPage page(look);
  page.line(0, counted("{0} row is read.", "{0} rows are read.", coverage.rows));
  if (coverage.left_out > 0)
    page.line(0, counted("{0} row is left out.", "{0} rows are left out.", coverage.left_out));
  if (coverage.broken_rows > 0)
    page.line(0, counted("{0} row is not whole, and was not looked at.",
                         "{0} rows are not whole, and were not looked at.", coverage.broken_rows));
  std::vector<Message> lines;
  for (const CountedText& one : coverage.unknown)
    lines.push_back(
        message("{0}: {1} ({2}×)", ibtikar::quoted(one.column), ibtikar::quoted(one.text), one.count));
  if (!lines.empty()) page.heading(message("Texts that are refused"));
  page.listed(lines);
  if (coverage.more_unknown > 0)
    page.line(kMargin, message("not listed: {0}", coverage.more_unknown), kFaint);
  lines.clear();
  for (const CountedText& one : coverage.unused)
    lines.push_back(message("{0}: {1}", ibtikar::quoted(one.column), ibtikar::quoted(one.text)));
  if (!lines.empty()) page.heading(message("Codes that do not occur"));
  page.listed(lines);
  lines.clear();
  for (const CountedText& one : coverage.unread)
    lines.push_back(message("{0} ({1} filled)", ibtikar::quoted(one.column), one.count));
  if (!lines.empty()) page.heading(message("Columns that nobody reads"));
  page.listed(lines);
  lines.clear();
  for (const std::string& id : coverage.open) lines.push_back(Message::verbatim(id));
  if (!lines.empty()) page.heading(message("Questions without a column"));
  page.listed(lines);
  return page.text();
}

std::string coverage_json(const MappingCoverage& coverage) {
  JsonWriter json(JsonStyle::indented);
  const auto count = [&](std::string_view name, std::uint64_t value) {
    json.member(name), json.raw(std::to_string(value));
  };
  const auto list = [&](std::string_view name, const std::vector<CountedText>& texts, bool has_text) {
    json.list(name, texts, [&](const CountedText& one) {
      json.begin_object();
      json.inline_from_here();
      json.text("column", one.column);
      if (has_text) json.text("text", one.text);
      count("count", one.count);
      json.end_object();
    });
  };
  json.begin_object();
  json.text("format", "ibtikar-mapping-check/1");
  count("rows", coverage.rows);
  count("left_out", coverage.left_out);
  count("broken_rows", coverage.broken_rows);
  list("unknown", coverage.unknown, true);
  count("more_unknown", coverage.more_unknown);
  list("unused", coverage.unused, true);
  list("unread", coverage.unread, false);
  json.list("open", coverage.open, [&](const std::string& id) { json.string(id); });
  json.end_object();
  return std::move(json).take() + "\n";
}

}  // namespace ibtikar::cli
