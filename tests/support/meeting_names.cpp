// See meeting_names.h. One pass over the code finds statements at namespace scope; their words say what each
// declares.
#include "support/meeting_names.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <set>

#include "support/cpp_text.h"

namespace ibtikar::test {
namespace {

struct Token {
  std::string_view text;
  std::size_t at = 0;
};

bool is_name_char(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }
bool is_named(const Token& token) { return is_name_char(token.text.front()); }

/// Words, "::", and single characters.
std::vector<Token> tokens_of(std::string_view code, std::size_t begin, std::size_t end) {
  std::vector<Token> tokens;
  for (std::size_t at = begin; at < end;) {
    std::size_t next = at + 1;
    if (is_name_char(code[at]))
      while (next < end && is_name_char(code[next])) ++next;
    else if (code.substr(at, 2) == "::")
      ++next;
    if (std::isspace(static_cast<unsigned char>(code[at])) == 0)
      tokens.push_back({code.substr(at, next - at), at});
    at = next;
  }
  return tokens;
}

/// The place behind the bracket that closes the one at `open`.
std::size_t behind_group(const std::vector<Token>& tokens, std::size_t open, std::string_view opens,
                         std::string_view closes) {
  int depth = 0;
  for (std::size_t i = open; i < tokens.size(); ++i) {
    depth += tokens[i].text == opens ? 1 : tokens[i].text == closes ? -1 : 0;
    if (depth == 0) return i + 1;
  }
  return tokens.size();
}

/// Without [[attributes]] and template <parameters> at its beginning.
std::size_t beginning_of(const std::vector<Token>& tokens) {
  std::size_t at = 0;
  while (at < tokens.size()) {
    if (tokens[at].text == "[")
      at = behind_group(tokens, at, "[", "]");
    else if (tokens[at].text == "template")
      at = behind_group(tokens, at + 1, "<", ">");
    else
      break;
  }
  return at;
}

struct Named {
  Token token;
  Declaration::Kind kind;
};

/// The name stands before the first "(", "=", "{" or "[" that is in no template's arguments.
std::optional<Named> named_before_bracket(const std::vector<Token>& tokens, std::size_t at) {
  const std::size_t first = at;
  while (at < tokens.size() && std::string_view("(={[;").find(tokens[at].text) == std::string_view::npos) {
    if (tokens[at].text == "operator") return std::nullopt;
    at = tokens[at].text == "<" ? behind_group(tokens, at, "<", ">") : at + 1;
  }
  if (at == first || !is_named(tokens[at - 1])) return std::nullopt;
  if (at >= first + 2 && tokens[at - 2].text == "::") return std::nullopt;  // a member, declared elsewhere
  const bool is_function = at < tokens.size() && tokens[at].text == "(";
  return Named{tokens[at - 1], is_function ? Declaration::Kind::function : Declaration::Kind::value};
}

std::optional<Named> name_declared_by(const std::vector<Token>& tokens) {
  std::size_t at = beginning_of(tokens);
  if (at + 1 >= tokens.size()) return std::nullopt;
  const std::string_view word = tokens[at].text;
  if (word == "friend" || word == "extern" || word == "static_assert") return std::nullopt;
  if (word == "using" || word == "namespace") {
    const bool is_alias = at + 2 < tokens.size() && tokens[at + 2].text == "=";
    return is_alias ? std::optional<Named>({tokens[at + 1], Declaration::Kind::alias}) : std::nullopt;
  }
  if (word == "struct" || word == "class" || word == "union" || word == "enum") {
    ++at;
    if (tokens[at].text == "class" || tokens[at].text == "struct") ++at;
    return at < tokens.size() ? std::optional<Named>({tokens[at], Declaration::Kind::type}) : std::nullopt;
  }
  return named_before_bracket(tokens, at);
}

/// The enumerators of `enum Name { kOne, kTwo };`, which are names of the namespace around it.
std::vector<Token> unscoped_enumerators(const std::vector<Token>& tokens) {
  const std::size_t at = beginning_of(tokens);
  const bool is_unscoped = at + 1 < tokens.size() && tokens[at].text == "enum" &&
                           tokens[at + 1].text != "class" && tokens[at + 1].text != "struct";
  if (!is_unscoped) return {};
  std::vector<Token> enumerators;
  std::size_t i = at;
  while (i < tokens.size() && tokens[i].text != "{") ++i;
  for (bool is_next = true; ++i < tokens.size();) {
    if (is_next && is_named(tokens[i])) enumerators.push_back(tokens[i]);
    if (tokens[i].text == "(") i = behind_group(tokens, i, "(", ")") - 1;
    is_next = tokens[i].text == ",";
  }
  return enumerators;
}

/// TEST, INSTANTIATE_TEST_SUITE_P: what they make is no name of ours.
bool is_macro(const Named& named) {
  return named.kind == Declaration::Kind::function &&
         std::ranges::none_of(named.token.text, [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string code_without_directives(std::string_view source) {
  std::string code = only_code(source);
  for (std::size_t at = 0; at < code.size();) {
    const std::size_t end = std::min(code.find('\n', at), code.size());
    if (code.find_first_not_of(" \t", at) < end && code[code.find_first_not_of(" \t", at)] == '#')
      std::fill(code.begin() + static_cast<long>(at), code.begin() + static_cast<long>(end), ' ');
    at = end + 1;
  }
  return code;
}

/// Walks over the code, into namespaces and past all other blocks.
class Scanner {
 public:
  explicit Scanner(std::string_view source) : code_(code_without_directives(source)) {}

  std::vector<Declaration> declarations() {
    for (std::size_t at = 0; at < code_.size();) at = step(at);
    return std::move(found_);
  }

 private:
  std::size_t step(std::size_t at) {
    const char c = code_[at];
    if (c == '(') ++parentheses_;
    if (c == ')') --parentheses_;
    if (c == '{') return open(at);
    if (c == '}' && !are_anonymous_.empty()) are_anonymous_.pop_back();
    if ((c == ';' && parentheses_ == 0) || c == '}') {
      if (c == ';') note(at);
      begin_ = at + 1;
    }
    return at + 1;
  }

  std::size_t open(std::size_t at) {
    const std::vector<Token> tokens = tokens_of(code_, begin_, at);
    const auto is_namespace = [](const Token& token) { return token.text == "namespace"; };
    if (parentheses_ == 0 && std::ranges::any_of(tokens, is_namespace)) {
      are_anonymous_.push_back(tokens.back().text == "namespace");
      return begin_ = at + 1;
    }
    const std::size_t end = behind_block(at);
    // A function ends with its body; a type or a value goes on up to ';'.
    const std::optional<Named> named = name_declared_by(tokens);
    const bool is_body = !named || named->kind == Declaration::Kind::function;
    if (parentheses_ == 0 && is_body) {
      note(at);
      begin_ = end;
    }
    return end;
  }

  [[nodiscard]] std::size_t behind_block(std::size_t at) const {
    int depth = 0;
    for (; at < code_.size(); ++at) {
      depth += code_[at] == '{' ? 1 : code_[at] == '}' ? -1 : 0;
      if (depth == 0) return at + 1;
    }
    return at;
  }

  void note(std::size_t end) {
    const std::vector<Token> tokens = tokens_of(code_, begin_, end);
    const std::optional<Named> named = name_declared_by(tokens);
    if (!named || is_macro(*named)) return;
    declare(*named, tokens);
    for (const Token& token : unscoped_enumerators(tokens))
      declare({token, Declaration::Kind::value}, tokens);
  }

  void declare(const Named& named, const std::vector<Token>& tokens) {
    Declaration declaration;
    declaration.name = named.token.text;
    declaration.kind = named.kind;
    declaration.is_anonymous = std::ranges::count(are_anonymous_, true) > 0;
    declaration.line = 1 + static_cast<std::size_t>(std::count(
                               code_.begin(), code_.begin() + static_cast<long>(named.token.at), '\n'));
    for (const Token& token : tokens) declaration.text += token.text;
    found_.push_back(std::move(declaration));
  }

  std::string code_;
  std::size_t begin_ = 0;  ///< of the statement
  int parentheses_ = 0;
  std::vector<bool> are_anonymous_;  ///< the namespaces around the place
  std::vector<Declaration> found_;
};

std::string folder_around(const std::string& path) { return path.substr(0, path.rfind('/')); }

using Functions = std::map<std::string, std::set<std::string>>;  ///< header -> functions

/// Which of our headers an include names: it may lie in any of three trees.
std::vector<std::string> paths_of(const Include& include) {
  return {"src/" + include.path, "tests/" + include.path, "include/" + include.path};
}

/// Function -> header, of all that the sources of a folder include.
std::map<std::string, std::string> functions_seen(const std::vector<const SourceFile*>& sources,
                                                  const Functions& headers) {
  std::map<std::string, std::string> seen;
  for (const SourceFile* source : sources)
    for (const Include& include : includes_of(source->text))
      for (const std::string& path : paths_of(include))
        if (const auto header = headers.find(path); header != headers.end())
          for (const std::string& function : header->second) seen.emplace(function, path);
  return seen;
}

void meet_in(const std::vector<const SourceFile*>& sources, const Functions& headers,
             std::vector<Meeting>& found) {
  const std::map<std::string, std::string> functions = functions_seen(sources, headers);
  std::map<std::string, std::pair<std::string, std::string>> first;  // name -> path, text
  for (const SourceFile* source : sources)
    for (const Declaration& one : declarations_of(source->text)) {
      if (!one.is_anonymous) continue;
      const auto& [path, text] = first.try_emplace(one.name, source->path, one.text).first->second;
      const bool is_same = one.kind == Declaration::Kind::alias && text == one.text;
      if (path != source->path && !is_same)
        found.push_back({source->path, one.line, "\"" + one.name + "\" is also in " + path});
      if (const auto hidden = functions.find(one.name); hidden != functions.end())
        found.push_back({source->path, one.line,
                         "\"" + one.name + "\" hides the function of " + hidden->second + " from its batch"});
    }
}

}  // namespace

std::vector<Declaration> declarations_of(std::string_view source) { return Scanner(source).declarations(); }

std::vector<Meeting> names_that_meet(const std::vector<SourceFile>& files) {
  Functions headers;
  std::map<std::string, std::vector<const SourceFile*>> folders;
  for (const SourceFile& file : files) {
    if (file.path.ends_with(".cpp")) folders[folder_around(file.path)].push_back(&file);
    if (!file.path.ends_with(".h")) continue;
    for (const Declaration& one : declarations_of(file.text))
      if (one.kind == Declaration::Kind::function && !one.is_anonymous) headers[file.path].insert(one.name);
  }
  std::vector<Meeting> found;
  for (const auto& [folder, sources] : folders) meet_in(sources, headers, found);
  return found;
}

}  // namespace ibtikar::test
