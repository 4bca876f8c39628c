// See extend.h.
//
// The merge works on JSON, before anything is decoded: the result is an ordinary rubric document,
// and the decoder knows nothing of `extends`. While merging, the origin of every part is kept, so
// that a fault is shown in the file that somebody has to edit.
#include "codec/rubric/extend.h"

#include <algorithm>
#include <map>
#include <string_view>

#include <fmt/format.h>

#include "base/json_pointer.h"
#include "base/safe_text.h"
#include "codec/rubric/format.h"

namespace ibtikar {
namespace {

/// Whether a list merges by id: all elements are objects with an id.
bool has_ids(const Json& value) {
  return value.is_array() && !value.empty() &&
         std::all_of(value.begin(), value.end(), [](const Json& element) {
           return element.is_object() && element.contains("id") && element["id"].is_string();
         });
}

std::string child(const std::string& pointer, const std::string& name) {
  return pointer + "/" + pointer_token(name);
}
std::string child(const std::string& pointer, std::size_t index) {
  return fmt::format("{}/{}", pointer, index);
}

/// Lays `over` (from file `file`) over `base`.
class Merge {
 public:
  Merge(const MergedDocument& base, std::size_t file, MergedDocument& out)
      : base_(base), file_(file), out_(out) {}

  /// `at` is the place in the result, `base_at` in the base, `over_at` in the overlay. `path` is
  /// `at` with ids instead of indices, which other files of the chain can shift.
  struct Places {
    std::string at, base_at, over_at, path;
  };

  Json lay(const Json& base, const Json& over, const Places& p) {
    if (base.is_object() && over.is_object()) return lay_object(base, over, p);
    if (has_ids(base) && has_ids(over)) return lay_list(base, over, p);
    if (has_ids(base) && over.is_object()) return lay_by_id(base, over, p);
    return take_over(over, p.at, p.over_at);
  }

 private:
  /// A subtree needs one origin: what lies in it has the same file, and a pointer below.
  Json take_over(const Json& value, const std::string& at, const std::string& over_at) {
    out_.origins[at] = {file_, over_at};
    return value;
  }

  /// The origins in the base are sorted by pointer, so those below `base_at` follow each other.
  Json keep(const Json& value, const std::string& at, const std::string& base_at) {
    out_.origins[at] = base_.origin_of(base_at);
    // Parts that came from other files of the chain keep their own origins.
    for (auto it = base_.origins.lower_bound(base_at + "/"); it != base_.origins.end(); ++it) {
      if (it->first.compare(0, base_at.size() + 1, base_at + "/") != 0) break;
      out_.origins[at + it->first.substr(base_at.size())] = it->second;
    }
    return value;
  }

  void remove(const std::string& path, const std::string& over_at) { out_.removed[path] = {file_, over_at}; }

  /// Appends a new member without the library's search through all earlier members.
  static void append(Json& object, const std::string& name, Json value) {
    auto& members = object.get_ref<Json::object_t&>();
    members.Json::object_t::Container::emplace_back(name, std::move(value));
  }

  /// Members of the base keep their order, new members follow in the order of the overlay: the
  /// order of sections and questions is the order in which people are asked.
  Json lay_object(const Json& base, const Json& over, const Places& p) {
    out_.origins[p.at] = {file_, p.over_at};
    Json out = Json::object();
    std::map<std::string_view, const Json*> laid_over;  // the library looks members up one by one
    for (const auto& [name, value] : over.items()) laid_over.emplace(name, &value);
    for (const auto& [name, value] : base.items()) {
      const Places inner{child(p.at, name), child(p.base_at, name), child(p.over_at, name),
                         child(p.path, name)};
      const auto laid = laid_over.extract(name);
      if (laid.empty())
        append(out, name, keep(value, inner.at, inner.base_at));
      else if (laid.mapped()->is_null())
        remove(inner.path, inner.over_at);
      else
        append(out, name, lay(value, *laid.mapped(), inner));
    }
    for (const auto& [name, value] : over.items())
      if (laid_over.contains(name) && !value.is_null())
        append(out, name, take_over(value, child(p.at, name), child(p.over_at, name)));
    return out;
  }

  Json lay_list(const Json& base, const Json& over, const Places& p) {
    std::map<std::string, std::size_t> index;
    for (std::size_t i = 0; i < over.size(); ++i) index.emplace(over[i]["id"].get<std::string>(), i);
    Json out = keep_or_lay(base, p, [&](const std::string& id) -> std::pair<const Json*, std::string> {
      const auto found = index.find(id);
      if (found == index.end()) return {nullptr, ""};
      const std::size_t i = found->second;
      index.erase(found);
      return {&over[i], child(p.over_at, i)};
    });
    for (std::size_t i = 0; i < over.size(); ++i)
      if (const auto left = index.find(over[i]["id"].get<std::string>());
          left != index.end() && left->second == i)
        out.push_back(take_over(over[i], child(p.at, out.size()), child(p.over_at, i)));
    return out;
  }

  /// An object over a list: its names are ids. A name that the base does not have adds an element
  /// at the end; it gets the name as its id unless it has one.
  Json lay_by_id(const Json& base, const Json& over, const Places& p) {
    std::map<std::string, bool> used;
    std::map<std::string_view, const Json*> laid_over;
    for (const auto& [id, value] : over.items()) laid_over.emplace(id, &value);
    Json out = keep_or_lay(base, p, [&](const std::string& id) -> std::pair<const Json*, std::string> {
      const auto found = laid_over.find(id);
      if (found == laid_over.end()) return {nullptr, ""};
      used[id] = true;
      return {found->second, child(p.over_at, id)};
    });
    for (const auto& [id, value] : over.items()) {
      if (used.contains(id) || value.is_null()) continue;
      Json element = take_over(value, child(p.at, out.size()), child(p.over_at, id));
      if (element.is_object() && !element.contains("id")) element["id"] = id;
      out.push_back(std::move(element));
    }
    return out;
  }

  /// Keeps the elements of the base in their order, each merged with what `overlay` has for its id.
  /// The order is that in which questions are asked, so an overlay must not change it by accident.
  template <class Overlay>
  Json keep_or_lay(const Json& base, const Places& p, const Overlay& overlay) {
    out_.origins[p.at] = {file_, p.over_at};
    Json out = Json::array();
    for (std::size_t i = 0; i < base.size(); ++i) {
      const std::string id = base[i]["id"].get<std::string>();
      const auto [over, over_at] = overlay(id);
      const Places inner{child(p.at, out.size()), child(p.base_at, i), over_at, child(p.path, id)};
      if (over == nullptr)
        out.push_back(keep(base[i], inner.at, inner.base_at));
      else if (over->is_null())
        remove(inner.path, inner.over_at);
      else
        out.push_back(lay(base[i], *over, inner));
    }
    return out;
  }

  const MergedDocument& base_;  // both outlive the merge
  std::size_t file_;
  MergedDocument& out_;
};

Diagnostic at_extends(const NamedText& source, CodeName code, Message why) {
  Diagnostics one{error_at("/extends", std::move(code), std::move(why))};
  locate(source, one);
  return one.front();
}

/// A rubric that extends nothing: every part is its own.
MergedDocument alone(const NamedText& source, Json value) {
  MergedDocument document{std::move(value), {source}, {}, {}};
  document.origins[""] = {0, ""};
  return document;
}

Checked<MergedDocument> read_above(const NamedText& source, const RubricLookup& bases,
                                   std::vector<std::string> chain) {
  Checked<Json> value = parse_document(source, phrase("a rubric object"));
  if (!value) return fail(value.error());
  if (auto faults = check_rubric_format(source, *value); !faults.empty()) return fail(std::move(faults));
  if (!value->contains("extends")) return alone(source, std::move(*value));
  const Json& extends = (*value)["extends"];
  if (!extends.is_string())
    return fail(Diagnostics{
        at_extends(source, Code::wrong_type, message("expected the id or the path of a rubric"))});
  Result<NamedText> base = bases(extends.get<std::string>(), source.name);
  if (!base) return fail(Diagnostics{at_extends(source, "unknown-base", base.error().message)});
  chain.push_back(source.name);
  std::string shown;
  for (const std::string& name : chain) shown += visible(name) + " -> ";
  if (std::find(chain.begin(), chain.end(), base->name) != chain.end())
    return fail(Diagnostics{
        at_extends(source, "extends-cycle",
                   message("rubrics extend each other in a circle: {0}{1}", shown, visible(base->name)))});
  // Each rubric of the chain is kept in memory, and reading them recurses.
  if (chain.size() >= kMaxExtends)
    return fail(
        Diagnostics{at_extends(source, "extends-too-long",
                               message("a chain of more than {0} rubrics: {1}...", kMaxExtends, shown))});
  Checked<MergedDocument> under = read_above(*base, bases, std::move(chain));
  if (!under) return under;
  MergedDocument out{{}, {source}, {}, {}};
  out.files.insert(out.files.end(), under->files.begin(), under->files.end());
  // This file comes first in the list of files, so all others move by one.
  for (auto* origins : {&under->origins, &under->removed})
    for (auto& [pointer, origin] : *origins) ++origin.file;
  out.removed = under->removed;
  Json over = std::move(*value);
  over.erase("extends");
  out.value = Merge(*under, 0, out).lay(under->value, over, {});
  return out;
}

/// Whether the part removed at `path` is what `home` names, or contained it.
bool held(const std::string& path, const std::string& home) {
  const std::size_t criteria = path.find("/criteria/");
  const std::string tail = criteria == std::string::npos ? path : path.substr(criteria);
  return home == tail || home.compare(0, tail.size() + 1, tail + "/") == 0;
}

/// The place that removed a part which something else still names. The fault belongs there, not
/// where the name is used.
const Origin* remover(const MergedDocument& document, const Diagnostic& d) {
  if (d.code.compare(0, 8, "unknown-") != 0 || d.related.empty()) return nullptr;
  for (const auto& [path, origin] : document.removed)
    if (held(path, d.related)) return &origin;
  return nullptr;
}

}  // namespace

Origin MergedDocument::origin_of(const std::string& pointer) const {
  std::string prefix = pointer;
  while (true) {
    if (const auto found = origins.find(prefix); found != origins.end())
      return {found->second.file, found->second.pointer + pointer.substr(prefix.size())};
    if (prefix.empty()) return {0, pointer};
    prefix.resize(prefix.rfind('/'));
  }
}

Checked<MergedDocument> read_chain(const NamedText& source, const RubricLookup& bases) {
  return read_above(source, bases, {});
}

// A fault is shown where somebody can mend it. If a rubric removes a question that a gate of its
// base asks about, that place is the removal, not the gate.
void place(const MergedDocument& document, Diagnostics& diagnostics) {
  std::map<std::size_t, std::vector<std::size_t>> of_file;
  for (std::size_t i = 0; i < diagnostics.size(); ++i) {
    Diagnostic& d = diagnostics[i];
    if (!d.file.empty()) continue;
    if (i >= kMaxDiagnostics) {  // not shown; each costs a walk through the text
      d.file = document.files[document.origin_of(d.pointer).file].name;
      continue;
    }
    Origin origin = document.origin_of(d.pointer);
    if (const Origin* by = remover(document, d)) {
      d.message = message("{0}; it was removed here, and {1} still names it", std::move(d.message),
                          visible(d.pointer));
      origin = *by;
    }
    const bool same_file = document.origin_of(d.related).file == origin.file;
    const bool names_a_place = d.code.compare(0, 8, "unknown-") != 0 && same_file;
    d.related = d.related.empty() || !names_a_place ? "" : document.origin_of(d.related).pointer;
    d.pointer = origin.pointer;
    of_file[origin.file].push_back(i);
  }
  // Each file is walked through once for all its faults.
  for (const auto& [file, numbers] : of_file) {
    Diagnostics some;
    for (const std::size_t i : numbers) some.push_back(std::move(diagnostics[i]));
    locate(document.files[file], some);
    for (std::size_t i = 0; i < numbers.size(); ++i) diagnostics[numbers[i]] = std::move(some[i]);
  }
}

}  // namespace ibtikar
