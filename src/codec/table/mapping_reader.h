// MappingReader: reads the parts of a mapping and checks each against the rubric. decode_mapping() uses
// it.
//
// The parts refer to one another: columns to lists of codes and to conditions. These are read first.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "codec/json/reader.h"
#include "ibtikar/mapping.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

class MappingReader {
 public:
  MappingReader(const Rubric& rubric, Diagnostics& faults);

  [[nodiscard]] Mapping read(const Json& document);

 private:
  void error(std::string pointer, CodeName code, Message message);
  std::optional<std::size_t> read_question(std::string_view id, const std::string& pointer);
  std::string read_evidence(const JsonNode& node);
  void read_rubric(ObjectReader& reader);
  void read_delimiter(ObjectReader& reader);
  void read_sheet(ObjectReader& reader);
  void read_fixed(const JsonNode& node);
  void read_fixed_answer(const std::string& id, const JsonNode& node);

  // mapping_rows.cpp
  void read_header(ObjectReader& reader);
  void read_dates(ObjectReader& reader);
  std::optional<DecimalMark> read_decimal(ObjectReader& reader);
  void read_skipped(const JsonNode& node);
  std::vector<CellTest> read_tests(const JsonNode& node);
  void read_texts(CodeList& texts, const JsonNode& node);
  void read_conditions(ObjectReader& reader);
  std::size_t read_condition_of(const JsonNode& node);
  ColumnName named(const std::string& text) const;
  ColumnName read_name(const std::string& text, ObjectReader* object, const std::string& pointer,
                       std::vector<ColumnName>* others = nullptr);
  std::vector<ColumnName> read_headers(const JsonNode& list);

  // mapping_codes.cpp
  AnswerValue read_value(const JsonNode& node);
  CodeList read_codes(const JsonNode& node);
  void read_code_list(const JsonNode& node, ColumnUse& use);
  void check_codes(const ColumnUse& use);
  void misfit(const std::string& pointer, const CodeName& code, const Message& why, const ColumnUse& use);

  // mapping_columns.cpp
  void read_column(const std::string& name, const JsonNode& node);
  void read_short(const JsonNode& node, ColumnUse& use);
  void read_long(const JsonNode& node, ObjectReader& reader, ColumnUse& use);
  void read_what(ObjectReader& reader, ColumnUse& use);
  void read_about(const JsonNode& node, ObjectReader& reader, ColumnUse& use);
  void read_option(const JsonNode& node, ColumnUse& use);
  void read_separator(ObjectReader& reader, ColumnUse& use);
  void note_use(ColumnUse& use, bool is_first_filled, const std::string& pointer);

  const Rubric& rubric_;
  Diagnostics& faults_;
  Mapping mapping_;
  std::vector<std::string> questions_;
  std::map<std::string, std::size_t> lists_;                ///< by name
  std::map<std::size_t, std::vector<std::string>> places_;  ///< of the codes of a list
  std::map<std::string, std::size_t> conditions_;           ///< by name, numbered from 1
  std::set<ColumnName> names_;
  /// What columns say, by a key: how many do so far, and whether all of them may: the first that is
  /// filled, or all together.
  struct Use {
    std::size_t count = 0;
    bool may_repeat = true;
    bool may_join = true;
  };
  std::map<std::string, Use> uses_;
  std::set<std::string> misfits_;
  std::set<std::size_t> answered_;
  bool has_answers_ = false;
};

}  // namespace ibtikar
