// MarkdownWriter: blocks of Markdown that GitHub and pandoc read alike.
//
// Texts arrive safe: foreign ones through safe_for(Target::markdown, ...), our own as they are.
// Empty lines separate blocks. A line in a block ends in "\" where a line break is meant, because
// editors remove trailing blanks. The cells of tables are aligned, so that the source is readable,
// too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ibtikar {

struct MarkdownColumn {
  std::string title;
  bool is_number = false;  ///< stands at the right
};

class MarkdownWriter {
 public:
  void heading(int level, std::string_view text);
  /// Lines of one paragraph; empty ones are left out.
  void paragraph(const std::vector<std::string>& lines);
  /// An entry of a list, `depth` lists deep from 0; empty lines are left out.
  void item(std::size_t depth, const std::vector<std::string>& lines);
  /// Nothing when there are no rows.
  void table(const std::vector<MarkdownColumn>& columns, const std::vector<std::vector<std::string>>& rows);
  /// Raw HTML of ours, on a line of its own.
  void html(std::string_view tag);

  [[nodiscard]] std::string take() && { return std::move(text_); }

 private:
  void begin_block();
  void lines(std::string_view indent, const std::vector<std::string>& lines);

  std::string text_;
  bool in_list_ = false;
};

/// "**text**", or nothing for nothing.
[[nodiscard]] std::string strong(std::string_view text);

}  // namespace ibtikar
