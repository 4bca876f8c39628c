// LetterView: a document of paragraphs, tables and lists, in the reader's language, before a format
// lays it out. Plans (`improve`) and reasons (`because`) are letters.
//
// Every Sentence is finished: foreign texts in it are safe for the target and isolated.
#pragma once

#include <string>
#include <vector>

#include "ibtikar/because.h"
#include "ibtikar/improve.h"
#include "report/view/sentences.h"

namespace ibtikar {

/// An entry of a list: what it is about, and what there is to say about it.
struct LetterEntry {
  std::string side;  ///< a number that stands beside it; may be empty
  Sentence title;
  std::vector<Sentence> lines;
};

struct LetterGroup {
  Sentence title;  ///< may be empty
  std::vector<Sentence> texts;
  std::vector<LetterEntry> entries;
};

/// A first column of texts, and columns of numbers or short words.
struct LetterTable {
  struct Row {
    Sentence title;
    std::vector<Sentence> cells;
  };
  std::string title;  ///< of the first column
  std::vector<std::string> columns;
  std::vector<Row> rows;
};

struct LetterPart {
  Sentence heading;
  std::vector<Sentence> texts;
  LetterTable table;  ///< may have no rows
  std::vector<LetterGroup> groups;
};

struct LetterView {
  Words words;
  std::string language;
  std::string title;
  HeadView head;
  Sentence opening;  ///< the verdict, or what has been decided
  Standing standing = Standing::none;
  std::vector<Sentence> texts;
  std::vector<LetterPart> parts;
};

/// `target`: terminal, markdown or html.
[[nodiscard]] LetterView improvement_letter(const Improvement& found, const std::string& language,
                                            Target target);
[[nodiscard]] LetterView reasons_letter(const Because& why, const std::string& language, Target target);

/// Words whose foreign parts are isolated as the target needs it.
[[nodiscard]] Words letter_words(const std::string& language, Target target);

/// A foreign text as a sentence.
[[nodiscard]] Sentence foreign_sentence(const Words& words, const std::string& text);

}  // namespace ibtikar
