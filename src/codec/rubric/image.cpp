// See image.h.
//
// Members are listed once, below, for the writer and the reader. Each list is a structured binding, which
// does not compile unless it names every member: what a rubric gains cannot be forgotten here.
#include "codec/rubric/image.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <tuple>
#include <type_traits>

#include "model/approved.h"

namespace ibtikar {
namespace {

auto image_members(Translation& t) {
  auto& [tag, text] = t;
  return std::tie(tag, text);
}
auto image_members(LocalizedText& t) {
  auto& [translations] = t;
  return std::tie(translations);
}
auto image_members(Source& s) {
  auto& [id, citation, url] = s;
  return std::tie(id, citation, url);
}
auto image_members(Citation& c) {
  auto& [ref, at] = c;
  return std::tie(ref, at);
}
auto image_members(Atom& a) {
  auto& [question, score, test, operands] = a;
  return std::tie(question, score, test, operands);
}
auto image_members(Condition& c) {
  auto& [kind, atom, parts, pointer] = c;
  return std::tie(kind, atom, parts, pointer);
}
auto image_members(Band& b) {
  auto& [id, from, title, meaning, when, message] = b;
  return std::tie(id, from, title, meaning, when, message);
}
auto image_members(EvidenceLevel& e) {
  auto& [id, margin, ceiling, title, help] = e;
  return std::tie(id, margin, ceiling, title, help);
}
auto image_members(Evidence& e) {
  auto& [default_level, levels] = e;
  return std::tie(default_level, levels);
}
auto image_members(Level& l) {
  auto& [value, score, title] = l;
  return std::tie(value, score, title);
}
auto image_members(Scale& s) {
  auto& [id, levels] = s;
  return std::tie(id, levels);
}
auto image_members(Option& o) {
  auto& [id, score, title] = o;
  return std::tie(id, score, title);
}
auto image_members(Point& p) {
  auto& [x, utility] = p;
  return std::tie(x, utility);
}
auto image_members(Combination& c) {
  auto& [how, limit, start, reached_at] = c;
  return std::tie(how, limit, start, reached_at);
}
auto image_members(DisplayScale& d) {
  auto& [min, max, decimals, rounded] = d;
  return std::tie(min, max, decimals, rounded);
}
auto image_members(CreditNeeds& n) {
  auto& [note, link, evidence, otherwise] = n;
  return std::tie(note, link, evidence, otherwise);
}
auto image_members(Question& q) {
  auto& [id, ask, help, rules, example, hint, advice, type, scale, levels, options, good, unit, min, max,
         whole, points, weight, not_applicable, when, effort, sources, group, needs] = q;
  return std::tie(id, ask, help, rules, example, hint, advice, type, scale, levels, options, good, unit, min,
                  max, whole, points, weight, not_applicable, when, effort, sources, group, needs);
}
auto image_members(Contribution& c) {
  auto& [dimension, weight] = c;
  return std::tie(dimension, weight);
}
auto image_members(QuestionGroup& g) {
  auto& [id, title, weight, combination] = g;
  return std::tie(id, title, weight, combination);
}
auto image_members(Criterion& c) {
  auto& [id, title, why, sources, contributes, questions, when, combination, groups, scale] = c;
  return std::tie(id, title, why, sources, contributes, questions, when, combination, groups, scale);
}
auto image_members(Section& s) {
  auto& [id, title, criteria, when] = s;
  return std::tie(id, title, criteria, when);
}
auto image_members(Dimension& d) {
  auto& [id, weight, title, asks, combination, scale, better] = d;
  return std::tie(id, weight, title, asks, combination, scale, better);
}
auto image_members(Cap& c) {
  auto& [target, limit] = c;
  return std::tie(target, limit);
}
auto image_members(Adjustment& a) {
  auto& [kind, target, amount] = a;
  return std::tie(kind, target, amount);
}
auto image_members(Gate& g) {
  auto& [id, when, caps, message, verdict, adjustments] = g;
  return std::tie(id, when, caps, message, verdict, adjustments);
}
auto image_members(RubricDraft& r) {
  auto& [id, version, title, description, languages, sources, combine, overall_scale, overall_better,
         min_completeness, bands, evidence, scales, dimensions, sections, gates, digest] = r;
  return std::tie(id, version, title, description, languages, sources, combine, overall_scale, overall_better,
                  min_completeness, bands, evidence, scales, dimensions, sections, gates, digest);
}

template <class Value>
constexpr bool kIsPlain = std::is_arithmetic_v<Value> || std::is_enum_v<Value>;

class ImageWriter {
 public:
  template <class Value>
  void put(Value& value) {
    if constexpr (kIsPlain<Value>)
      bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    else
      std::apply([this](auto&... members) { (this->put(members), ...); }, image_members(value));
  }
  void put(std::string& text) {
    put_size(text.size());
    bytes_ += text;
  }
  template <class Value>
  void put(std::vector<Value>& values) {
    put_size(values.size());
    for (Value& value : values) put(value);
  }
  template <class Value>
  void put(std::optional<Value>& value) {
    bool is_there = value.has_value();
    put(is_there);
    if (value) put(*value);
  }
  void put(Operand& operand) {
    auto kind = static_cast<std::uint8_t>(operand.index());
    put(kind);
    std::visit([this](auto& value) { put(value); }, operand);
  }

  [[nodiscard]] std::string take() && { return std::move(bytes_); }

 private:
  void put_size(std::size_t size) {
    auto number = static_cast<std::uint32_t>(size);  // the limits of a rubric are far below
    put(number);
  }

  std::string bytes_;
};

class ImageReader {
 public:
  explicit ImageReader(std::string_view image) : rest_(image) {}

  template <class Value>
  void get(Value& value) {
    if constexpr (std::is_same_v<Value, bool>)
      value = take(1) == std::string_view("\1", 1);  // any other byte is no bool
    else if constexpr (kIsPlain<Value>)
      get_plain(value);
    else
      std::apply([this](auto&... members) { (this->get(members), ...); }, image_members(value));
  }
  void get(std::string& text) { text = take(size()); }
  template <class Value>
  void get(std::vector<Value>& values) {
    values.resize(std::min(size(), rest_.size()));  // every value takes a byte or more
    for (Value& value : values) get(value);
  }
  template <class Value>
  void get(std::optional<Value>& value) {
    bool is_there = false;
    get(is_there);
    if (is_there) get(value.emplace());
  }
  void get(Operand& operand) {
    std::uint8_t kind = 0;
    get(kind);
    if (kind == 0) get(operand.emplace<bool>());
    if (kind == 1) get(operand.emplace<double>());
    if (kind == 2) get(operand.emplace<std::string>());
  }

 private:
  template <class Value>
  void get_plain(Value& value) {
    const std::string_view bytes = take(sizeof value);
    if (bytes.size() == sizeof value) std::memcpy(&value, bytes.data(), sizeof value);
  }
  std::size_t size() {
    std::uint32_t number = 0;
    get(number);
    return number;
  }
  std::string_view take(std::size_t size) {
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(taken.size());
    return taken;
  }

  std::string_view rest_;
};

}  // namespace

std::string encode_image(const Rubric& rubric) {
  RubricDraft draft = rubric.parts();
  ImageWriter writer;
  writer.put(draft);
  return std::move(writer).take();
}

Rubric decode_image(std::string_view image) {
  RubricDraft draft;
  ImageReader(image).get(draft);
  return approved(std::move(draft));
}

}  // namespace ibtikar
