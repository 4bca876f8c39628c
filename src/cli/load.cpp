// See load.h.
#include "cli/load.h"

#include "base/safe_text.h"
#include "builtin/mappings.h"
#include "builtin/rubrics.h"
#include "io/files/files.h"

namespace ibtikar::cli {
namespace {

bool looks_like_path(const std::string& name) {
  return name.find('/') != std::string::npos || name.ends_with(".json");
}

}  // namespace

std::string shown_name(const std::string& file) { return file == "-" ? "<stdin>" : file; }

bool is_builtin_rubric(const std::string& id) { return builtin_image(id).has_value(); }

Result<NamedText> find_rubric(const std::string& name) {
  if (!looks_like_path(name))
    if (std::optional<NamedText> builtin = builtin_source(name)) return *std::move(builtin);
  Result<std::string> text = io::read_whole(name, kMaxDocumentBytes);
  if (text) return NamedText{shown_name(name), std::move(*text)};
  if (looks_like_path(name) || !text.error().is(Code::io)) return fail(text.error());
  return fail_io(
      name,
      message(
          "is neither a built-in rubric (`ibtikar rubric list` shows those) nor a file that can be read"));
}

Result<NamedText> find_base_rubric(std::string_view reference, std::string_view from) {
  const std::string name(reference);
  if (!looks_like_path(name))
    if (std::optional<NamedText> builtin = builtin_source(name)) return *std::move(builtin);
  if (name.find("://") != std::string::npos)
    return fail_io(name,
                   message("{0} is an address; rubrics are read from files only", ibtikar::quoted(name)));
  const std::string path = io::path_beside(std::string(from), name);
  Result<std::string> text = io::read_regular(path, kMaxDocumentBytes);
  if (!text)
    return fail_io(path, message("cannot read {0}: {1}", ibtikar::quoted(path), text.error().message));
  return NamedText{path, std::move(*text)};
}

std::optional<Rubric> load_rubric(const std::string& name, bool quiet, Environment& env, ExitStatus& status,
                                  std::vector<std::string>* files) {
  if (!looks_like_path(name))
    if (std::optional<Rubric> builtin = builtin_rubric(name)) return builtin;
  const Result<NamedText> source = find_rubric(name);
  if (!source) {
    status = worse(status, env.report(source.error()));
    return std::nullopt;
  }
  Diagnostics warnings;
  const auto note = [&](const std::string& file) {
    if (files != nullptr) files->push_back(file);
  };
  note(source->name == "<stdin>" ? "-" : source->name);
  const auto find_base = [&](std::string_view reference, std::string_view from) {
    Result<NamedText> base = find_base_rubric(reference, from);
    if (base) note(base->name);
    return base;
  };
  Checked<Rubric> rubric = decode_rubric(*source, find_base, warnings);
  if (!rubric) {
    status = worse(status, env.report(rubric.error()));
    return std::nullopt;
  }
  // A weight of 0 is usually intended, so only `rubric check` mentions it.
  warnings.forget(code_name(Code::never_counts));
  if (!quiet) env.err.report(warnings);
  return std::move(*rubric);
}

Result<NamedText> find_mapping(const std::string& name) {
  if (!looks_like_path(name))
    if (std::optional<NamedText> builtin = builtin_mapping(name)) return *std::move(builtin);
  Result<std::string> text = io::read_whole(name, kMaxDocumentBytes);
  if (text) return NamedText{shown_name(name), *std::move(text)};
  if (looks_like_path(name) || name == "-" || !text.error().is(Code::io)) return fail(text.error());
  return fail_io(name, message("is neither a built-in mapping (`ibtikar map list` shows those) nor a file "
                               "that can be read"));
}

Checked<Mapping> load_mapping(const std::string& name, const Rubric& rubric) {
  const Result<NamedText> source = find_mapping(name);
  if (!source) return fail(Diagnostics{source.error()});
  return decode_mapping(*source, rubric);
}

}  // namespace ibtikar::cli
