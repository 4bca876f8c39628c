// Judgements, and the weights by them, as JSON. See docs/formats.md.
#include <algorithm>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/suggest.h"
#include "codec/json/reader.h"
#include "codec/json/writer.h"
#include "codec/results/number_members.h"
#include "codec/results/result_head.h"

namespace ibtikar {
namespace {

/// A number, or a fraction as text: "1/3".
// JSON has no fractions, and 0.333 is not a third: the reciprocal would not be 3, and a consistent
// table would look slightly inconsistent.
double read_times(ObjectReader& reader, Diagnostics& faults) {
  const std::optional<JsonNode> node = reader.node("times", Need::required);
  if (!node) return 1;
  if (!node->value->is_string()) return read_number(*node, faults).value_or(1);
  const std::string text = node->value->get<std::string>();
  const std::optional<double> below = text.starts_with("1/") ? parse_decimal(text.substr(2)) : std::nullopt;
  const std::optional<double> number = below && *below > 0 ? std::optional(1 / *below) : parse_decimal(text);
  if (!number)
    faults.push_back(
        error_at(node->pointer, "wrong-type", message("expected a number, or a fraction such as 1/3")));
  return number.value_or(1);
}

class JudgementsReader {
 public:
  JudgementsReader(const Json& document, Diagnostics& faults)
      : reader_({&document, ""}, faults), faults_(faults) {}

  /// Which members are needed depends on the method, so without a method nothing else is read:
  /// every message would be a guess.
  Judgements read() {
    Judgements judgements;
    // decode_judgements() has read it already.
    reader_.know("format");
    judgements.of = reader_.text("of");
    const std::string name = reader_.text("method", Need::required);
    const std::optional<WeightMethod> method = method_of(name);
    if (!method && reader_.has("method"))
      faults_.push_back(error_at("/method", "unknown-method", message("expected ahp, roc, swing or points")));
    judgements.method = method.value_or(WeightMethod::points);
    if (!method) return judgements;
    switch (*method) {
      case WeightMethod::ahp:
        read_pairs(judgements);
        break;
      case WeightMethod::rank_order_centroid:
        read_order(judgements);
        break;
      case WeightMethod::swing:
        read_amounts("swings", judgements);
        break;
      case WeightMethod::points:
        read_amounts("points", judgements);
        break;
    }
    reader_.refuse_unknown();
    return judgements;
  }

 private:
  void read_pairs(Judgements& judgements) {
    for (const JsonNode& node : reader_.list("pairs", Need::required)) {
      ObjectReader pair(node, faults_);
      NamedJudgement one{pair.text("of", Need::required), pair.text("over", Need::required), 1};
      // Whether the ids are those of the rubric, and each pair is there once, is asked where the
      // rubric is at hand.
      one.times = read_times(pair, faults_);
      pair.refuse_unknown();
      judgements.pairs.push_back(std::move(one));
    }
  }

  /// ["a", ["b", "c"], "d"]: those in one list matter alike.
  void read_order(Judgements& judgements) {
    for (const JsonNode& node : reader_.list("order", Need::required)) {
      std::vector<std::string> equal;
      if (node.value->is_array())
        for (std::size_t i = 0; i < node.value->size(); ++i)
          equal.push_back(read_text({&(*node.value)[i], fmt::format("{}/{}", node.pointer, i)}, faults_));
      else
        equal.push_back(read_text(node, faults_));
      judgements.order.push_back(std::move(equal));
    }
  }

  void read_amounts(std::string_view member, Judgements& judgements) {
    for (const auto& [id, node] : reader_.map(member, Need::required))
      // Names that begin with "x-" are comments, here as everywhere.
      if (!id.starts_with("x-")) judgements.amounts.emplace_back(id, read_number(node, faults_).value_or(0));
  }

  ObjectReader reader_;
  Diagnostics& faults_;
};

void write_amounts(JsonWriter& json, std::string_view name, const Judgements& judgements) {
  json.member(name);
  json.begin_object();
  json.inline_from_here();
  for (const auto& [id, amount] : judgements.amounts) {
    json.member(id);
    json.number(amount);
  }
  json.end_object();
}

void write_pairs(JsonWriter& json, const Judgements& judgements) {
  json.list("pairs", judgements.pairs, [&](const NamedJudgement& one) {
    json.begin_object();
    json.inline_from_here();
    json.text("of", one.of);
    json.text("over", one.over);
    json.member("times");
    json.number(one.times);
    json.end_object();
  });
}

void write_order(JsonWriter& json, const Judgements& judgements) {
  json.member("order");
  json.begin_array();
  json.inline_from_here();
  for (const std::vector<std::string>& equal : judgements.order) {
    // As the file that was read has it: a list of one would be another text.
    if (equal.size() == 1) {
      json.string(equal.front());
      continue;
    }
    json.begin_array();
    for (const std::string& id : equal) json.string(id);
    json.end_array();
  }
  json.end_array();
}

/// The judgements as an object.
void write_judgements(JsonWriter& json, const Judgements& judgements) {
  json.begin_object();
  json.text("format", kJudgementsFormat);
  json.text("method", method_name(judgements.method));
  json.text("of", judgements.of);
  switch (judgements.method) {
    case WeightMethod::ahp:
      write_pairs(json, judgements);
      break;
    case WeightMethod::rank_order_centroid:
      write_order(json, judgements);
      break;
    case WeightMethod::swing:
      write_amounts(json, "swings", judgements);
      break;
    case WeightMethod::points:
      write_amounts(json, "points", judgements);
      break;
  }
  json.end_object();
}

// Weights are written with all their digits: the scores with them must be those that were shown.
void write_plain_number(JsonWriter& json, std::string_view name, double value) {
  json.member(name);
  json.number(value);
}

/// Without `ratio` there are fewer than three parts, and two parts are always consistent.
void write_consistency(JsonWriter& json, const WeightTable& table) {
  const AhpResult& ahp = *table.ahp;
  json.member("consistency");
  json.begin_object();
  write_plain_number(json, "lambda", ahp.lambda);
  write_plain_number(json, "index", ahp.consistency_index);
  write_or_null(json, "ratio", ahp.ratio, [&](const auto& given) { json.number(given); });
  json.list("misfits", ahp.misfits, [&](const Misfit& misfit) {
    json.begin_object();
    json.inline_from_here();
    json.text("of", table.rows[misfit.judgement.first].part.id);
    json.text("over", table.rows[misfit.judgement.second].part.id);
    write_plain_number(json, "times", misfit.judgement.times);
    write_plain_number(json, "fitting", misfit.fitting);
    json.end_object();
  });
  json.end_object();
}

void open_member(JsonWriter& json, std::string_view name) {
  json.member(name);
  json.begin_object();
}

/// One question, or question group, with its weight, in an array that merges by id.
void write_weight_by_id(JsonWriter& json, const WeightRow& row) {
  open_member(json, row.part.id);
  json.inline_from_here();
  write_plain_number(json, "weight", row.weight);
  json.end_object();
}

/// Groups and questions are merged by their ids, in two objects: a rubric may use one id for both.
void write_question_weights(JsonWriter& json, const WeightTable& table) {
  for (const bool groups : {true, false}) {
    if (std::ranges::none_of(table.rows, [&](const WeightRow& row) { return row.part.is_group == groups; }))
      continue;
    open_member(json, groups ? "groups" : "questions");
    for (const WeightRow& row : table.rows)
      if (row.part.is_group == groups) write_weight_by_id(json, row);
    json.end_object();
  }
}

/// The changed criteria, within their sections. `write` writes the members of one.
template <class IsChanged, class Write>
void write_criteria(JsonWriter& json, const RubricDraft& rubric, const IsChanged& is_changed,
                    const Write& write) {
  open_member(json, "sections");
  for (const Section& section : rubric.sections) {
    // Only what changes is written: everything else follows later versions of the rubric.
    if (std::ranges::none_of(section.criteria, is_changed)) continue;
    open_member(json, section.id);
    open_member(json, "criteria");
    for (const Criterion& criterion : section.criteria) {
      if (!is_changed(criterion)) continue;
      open_member(json, criterion.id);
      write(criterion);
      json.end_object();
    }
    json.end_object();
    json.end_object();
  }
  json.end_object();
}

}  // namespace

// The format is required. Judgements have few members, and a file of another kind would otherwise
// be taken for judgements with most of them missing.
Checked<Judgements> decode_judgements(const NamedText& source) {
  const Checked<Json> document = parse_document(source, phrase("judgements, as JSON"));
  if (!document) return fail(document.error());
  Diagnostics faults;
  const Json* format =
      document->is_object() && document->contains("format") ? &(*document)["format"] : nullptr;
  if (format == nullptr || !format->is_string() || format->get<std::string>() != kJudgementsFormat)
    faults.push_back(
        error_at("", "wrong-format", message("expected \"format\": \"{0}\"", kJudgementsFormat)));
  Judgements judgements;
  if (faults.empty()) judgements = JudgementsReader(*document, faults).read();
  if (faults.empty()) return judgements;
  locate(source, faults);
  return fail(std::move(faults));
}

std::string encode_judgements(const Judgements& judgements) {
  JsonWriter json(JsonStyle::indented);
  write_judgements(json, judgements);
  return std::move(json).take();
}

std::string encode_weights(const WeightTable& table, const RubricDraft& rubric, JsonStyle style) {
  JsonWriter json(style);
  json.begin_object();
  json.text("format", kWeightsFormat);
  write_rubric_id(json, rubric);
  json.member("judgements");
  write_judgements(json, table.judgements);
  json.list("weights", table.rows, [&](const WeightRow& row) {
    json.begin_object();
    json.inline_from_here();
    json.text("id", row.part.id);
    write_plain_number(json, "before", row.share_before);
    write_plain_number(json, "share", row.share);
    write_plain_number(json, "weight", row.weight);
    json.end_object();
  });
  if (table.ahp) write_consistency(json, table);
  json.end_object();
  return std::move(json).take();
}

// A rubric that extends the judged one and changes weights alone, so that later versions of the
// judged one can be followed. Members that begin with "x-" are free in every format: the judgements
// stay with the weights without being part of the rubric.
std::string encode_reweighed(const WeightTable& table, const RubricDraft& rubric, std::string_view base) {
  const std::string& of = table.judgements.of;
  // "dimensions", "criteria:DIMENSION", or "questions:CRITERION", perhaps with "/GROUP" behind it.
  const std::string part = of.substr(of.find(':') + 1);
  JsonWriter json(JsonStyle::indented);
  json.begin_object();
  json.text("format", kRubricFormat);
  json.text("extends", base);
  if (of == "dimensions") {
    open_member(json, "dimensions");
    for (const WeightRow& row : table.rows) write_weight_by_id(json, row);
    json.end_object();
  } else if (of.starts_with("criteria:")) {
    const auto row_of = [&](const Criterion& criterion) {
      return std::ranges::find_if(table.rows,
                                  [&](const WeightRow& row) { return row.part.id == criterion.id; });
    };
    write_criteria(
        json, rubric, [&](const Criterion& criterion) { return row_of(criterion) != table.rows.end(); },
        [&](const Criterion& criterion) {
          open_member(json, "contributes");
          json.inline_from_here();
          write_plain_number(json, part, row_of(criterion)->weight);
          json.end_object();
        });
  } else {
    const std::string criterion_id = part.substr(0, part.find('/'));
    write_criteria(
        json, rubric, [&](const Criterion& criterion) { return criterion.id == criterion_id; },
        [&](const Criterion&) { write_question_weights(json, table); });
  }
  // What was judged stays with what came of it.
  json.member("x-judgements");
  write_judgements(json, table.judgements);
  json.end_object();
  return std::move(json).take();
}

}  // namespace ibtikar
