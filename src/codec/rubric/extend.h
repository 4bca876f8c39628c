// `extends`: merges one rubric document over another and remembers where each part came from, so
// that a fault is shown in the file that contains it.
//
// Objects merge. Lists of objects with `id` merge by id. null removes. Everything else replaces.
// Over a list with ids, one may also lay an object whose members are ids: {"youth": null} removes,
// {"youth": {...}} merges.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "codec/json/document.h"

namespace ibtikar {

/// A place in one of the files of a chain.
struct Origin {
  std::size_t file = 0;
  std::string pointer;
};

struct MergedDocument {
  Json value;
  std::vector<NamedText> files;           ///< the first is the one that was asked for
  std::map<std::string, Origin> origins;  ///< by pointer into `value`: whole subtrees
  std::map<std::string, Origin> removed;  ///< by where it was, ids in place of indices

  /// The origin of the place that a pointer into `value` names.
  [[nodiscard]] Origin origin_of(const std::string& pointer) const;
};

/// Reads a rubric document and everything that it extends.
/// The chain ends at a rubric without `extends`. `bases` finds the text of a base by its id or by
/// its path relative to the rubric that names it. Fails at the first file that cannot be read, at a
/// circle, and at a chain of more than kMaxExtends files. Memory: all files of the chain, and an
/// origin for each part that is laid over another.
[[nodiscard]] Checked<MergedDocument> read_chain(const NamedText& source, const RubricLookup& bases);

/// Moves diagnostics from pointers into `document.value` to files, lines and columns.
void place(const MergedDocument& document, Diagnostics& diagnostics);

}  // namespace ibtikar
