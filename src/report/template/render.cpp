// See render.h. Templates are read twice: here, for faults with their places, for names that
// nothing has and for the cost; and by the Mustache library, to be filled.
#include "report/template/render.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "codec/json/scan.h"
#include "report/template/names.h"

namespace ibtikar {
namespace {

using Piece = Template::Piece;
using Kind = Piece::Kind;

constexpr std::string_view kOpen = "{{";
constexpr std::string_view kClose = "}}";

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) + 1 - first);
}

std::vector<std::string> known_names() {
  std::vector<std::string> names;
  for (const TemplateName& known : template_names())
    if (std::ranges::find(names, known.name) == names.end()) names.emplace_back(known.name);
  return names;
}

/// A template taken apart, with what is wrong with it.
class TagReader {
 public:
  explicit TagReader(std::string_view text) : text_(text), known_(known_names()) {}

  std::vector<Piece> pieces;
  Diagnostics faults;

  void read() {
    if (const auto bad = first_invalid_utf8(text_)) return fault(*bad, message("this is not UTF-8"));
    std::size_t at = 0;
    while (at < text_.size()) {
      const std::size_t open = std::min(text_.find(kOpen, at), text_.size());
      if (open > at) pieces.push_back({Kind::text, text_.substr(at, open - at), at});
      if (open == text_.size()) break;
      const std::size_t close = text_.find(kClose, open);
      if (close == std::string_view::npos) {
        fault(open, message("this is not closed; expected }}}} behind it"));
        break;
      }
      tag(open, text_.substr(open + kOpen.size(), close - open - kOpen.size()));
      at = close + kClose.size();
    }
    for (const Piece& section : open_)
      fault(section.at, message("section {0} is not closed; expected {{{{/{1}}}}}",
                                ibtikar::quoted(section.name), visible(section.name)));
  }

 private:
  [[nodiscard]] bool are_faults_shown() const { return faults.size() < kMaxDiagnostics; }

  void fault(std::size_t at, Message message) {
    Diagnostic diagnostic = error_at("", "bad-template", std::move(message));
    // Counting lines takes a walk through the template: only for what is shown.
    if (are_faults_shown()) diagnostic.position = position_of(text_, at);
    faults.push_back(std::move(diagnostic));
  }

  void tag(std::size_t at, std::string_view inside) {
    const char sign = inside.empty() ? ' ' : inside.front();
    constexpr std::string_view kSigns = "#^/!";
    if (sign == '!') return pieces.push_back({Kind::comment, {}, at});
    if (sign == '{' || sign == '&')
      return fault(at, message("every value is made harmless for the page; write {{{{name}}}}"));
    if (sign == '>') return fault(at, message("a template includes no other"));
    if (sign == '=') return fault(at, message("the braces cannot be changed"));
    const std::string_view name =
        trimmed(kSigns.find(sign) == std::string_view::npos ? inside : inside.substr(1));
    if (!is_known(at, name)) return;
    if (sign == '#') return open_section({Kind::section, name, at});
    if (sign == '^') return open_section({Kind::inverted, name, at});
    if (sign == '/') return close_section({Kind::end, name, at});
    pieces.push_back({Kind::value, name, at});
  }

  bool is_known(std::size_t at, std::string_view name) {
    if (std::ranges::find(known_, name) != known_.end()) return true;
    fault(at, name.empty() ? message("there is no name in it; expected one of docs/templates.md")
                           : message("there is no {0}{1}", ibtikar::quoted(name),
                                     are_faults_shown() ? suggestion(std::string(name), known_) : Message()));
    return false;
  }

  void open_section(const Piece& section) {
    if (open_.size() == kMaxTemplateDepth)
      fault(section.at, message("sections stand in sections here more than {0} deep", kMaxTemplateDepth));
    open_.push_back(section);
    pieces.push_back(section);
  }

  void close_section(const Piece& end) {
    if (open_.empty()) return fault(end.at, message("section {0} was not opened", ibtikar::quoted(end.name)));
    if (open_.back().name != end.name)
      fault(end.at, message("section {0} is open; expected {{{{/{1}}}}}", ibtikar::quoted(open_.back().name),
                            visible(open_.back().name)));
    open_.pop_back();
    pieces.push_back(end);
  }

  std::string_view text_;
  std::vector<std::string> known_;
  std::vector<Piece> open_;
};

constexpr std::size_t kWork = 16;  // a piece that makes nothing takes time too

std::size_t found_or(const std::map<std::string, std::size_t, std::less<>>& sizes, std::string_view name,
                     std::size_t otherwise) {
  const auto found = sizes.find(name);
  return found == sizes.end() ? otherwise : found->second;
}

/// At least as many bytes as the template makes of these values, up to the limit.
std::size_t cost_of(const std::vector<Piece>& pieces, const TemplateValues& values) {
  std::vector<std::size_t> times = {1};
  std::size_t cost = 0;
  for (const Piece& piece : pieces) {
    std::size_t size = kWork;
    if (piece.kind == Kind::text) size += piece.name.size();
    if (piece.kind == Kind::value) size += found_or(values.longest, piece.name, 0);
    if (piece.kind == Kind::end && times.size() > 1) times.pop_back();
    if (times.back() > kMaxTemplateOutput / size) return kMaxTemplateOutput;
    cost += times.back() * size;
    if (cost >= kMaxTemplateOutput) return kMaxTemplateOutput;
    if (piece.kind == Kind::inverted) times.push_back(times.back());
    if (piece.kind == Kind::section)
      times.push_back(times.back() * std::max<std::size_t>(1, found_or(values.most, piece.name, 1)));
  }
  return cost;
}

/// What the template makes of these values, in bytes before anything is made harmless; stops at the
/// limit.
class Measured {
 public:
  Measured(const std::vector<Piece>& pieces, const kainjow::mustache::data& root)
      : pieces_(pieces), ends_(pieces.size(), pieces.size()), around_{&root} {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (pieces[i].kind == Kind::section || pieces[i].kind == Kind::inverted) open.push_back(i);
      if (pieces[i].kind != Kind::end || open.empty()) continue;
      ends_[open.back()] = i;
      open.pop_back();
    }
  }

  [[nodiscard]] std::size_t bytes() {
    measure(0, pieces_.size());
    return bytes_;
  }

 private:
  /// The depth is that of nested sections: at most kMaxTemplateDepth.
  void measure(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end && bytes_ < kMaxTemplateOutput; ++i) {
      const Piece& piece = pieces_[i];
      bytes_ += kWork;
      if (piece.kind == Kind::text) bytes_ += piece.name.size();
      const kainjow::mustache::data* value = value_of(piece);
      if (piece.kind == Kind::value && value != nullptr && value->is_string())
        bytes_ += value->string_value().size();
      if (piece.kind != Kind::section && piece.kind != Kind::inverted) continue;
      const bool is_there = value != nullptr && !value->is_false() && !value->is_empty_list();
      if (piece.kind == Kind::inverted && !is_there) measure(i + 1, ends_[i]);
      if (piece.kind == Kind::section && is_there) measure_section(*value, i + 1, ends_[i]);
      i = ends_[i];
    }
  }

  void measure_section(const kainjow::mustache::data& value, std::size_t begin, std::size_t end) {
    if (!value.is_list()) return measure(begin, end);
    for (const kainjow::mustache::data& item : value.list_value()) {
      around_.push_back(&item);
      measure(begin, end);
      around_.pop_back();
    }
  }

  [[nodiscard]] const kainjow::mustache::data* value_of(const Piece& piece) const {
    if (piece.kind == Kind::text || piece.kind == Kind::comment || piece.kind == Kind::end) return nullptr;
    const std::string name(piece.name);
    for (std::size_t i = around_.size(); i-- > 0;)
      if (const kainjow::mustache::data* found = around_[i]->get(name)) return found;
    return nullptr;
  }

  const std::vector<Piece>& pieces_;  // outlive it
  std::vector<std::size_t> ends_;     ///< of each section, its end
  std::vector<const kainjow::mustache::data*> around_;
  std::size_t bytes_ = 0;
};

Target target_of(const std::string& name) {
  if (name.ends_with(".md.mustache")) return Target::markdown;
  if (name.ends_with(".txt.mustache")) return Target::terminal;
  return Target::html;
}

std::vector<Piece> pieces_of(std::string_view text) {
  TagReader formatter(text);
  formatter.read();
  return std::move(formatter.pieces);
}

}  // namespace

Checked<Template> Template::read(NamedText source) {
  TagReader formatter(source.text);
  formatter.read();
  if (!formatter.faults.empty()) {
    for (Diagnostic& fault : formatter.faults) fault.file = source.name;
    return fail(std::move(formatter.faults));
  }
  Template read;
  read.target_ = target_of(source.name);
  read.source_ = std::move(source);
  return read;
}

Result<std::string> Template::render(const std::vector<Assessment>& assessments,
                                     const std::string& language) const {
  const auto refused = [&](Message message) {
    Diagnostic fault = error_at("", "bad-template", std::move(message));
    fault.file = source_.name;
    return fail(std::move(fault));
  };
  const std::vector<Piece> pieces = pieces_of(source_.text);
  const bool takes_many = std::ranges::any_of(
      pieces, [](const Piece& piece) { return piece.kind == Kind::section && piece.name == "proposals"; });
  if (assessments.size() > 1 && !takes_many)
    return refused(
        message("it is for one proposal, and there are several; put what is for each of them between "
                "{{{{#proposals}}}} and {{{{/proposals}}}}"));
  const TemplateValues values = template_values(assessments, language);
  if (cost_of(pieces, values) >= kMaxTemplateOutput &&
      Measured(pieces, values.root).bytes() >= kMaxTemplateOutput)
    return refused(message("it would make more than {0} bytes of these proposals", kMaxTemplateOutput));
  kainjow::mustache::mustache filled(source_.text);
  filled.set_custom_escape([target = target_](const std::string& text) { return safe_for(target, text); });
  std::string page = filled.render(values.root);
  if (!filled.is_valid()) return refused(Message::verbatim(filled.error_message()));
  return page;
}

}  // namespace ibtikar
