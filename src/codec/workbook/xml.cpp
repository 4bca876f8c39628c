// See xml.h: expat, with bounds.
#include "codec/workbook/xml.h"

#include <utility>

#include <expat.h>

#include "codec/workbook/archive.h"
#include "codec/workbook/bounds.h"

namespace ibtikar {
namespace {

/// A cell's text stands about ten elements deep, in either format.
constexpr std::size_t kDeepest = 256;
/// Debian's expat needs time that grows with the square of the length of one piece of markup.
constexpr std::size_t kLongestMarkup = std::size_t{1} << 20;
/// Stands between a namespace and a name. A namespace may contain it, a name cannot: so the last
/// one in a text is ours.
constexpr char kSpaceEnd = '|';

std::string_view local_name(std::string_view name) { return name.substr(name.rfind(kSpaceEnd) + 1); }

}  // namespace

// Names without their namespaces: which prefix a file declares is its own affair, and strict Excel
// files declare other namespaces than ordinary ones.
std::string_view XmlAttributes::text(std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2)
    if (local_name(pair[0]) == name) return pair[1];
  return {};
}

// By the end of the namespace: the beginning differs between editions of a standard.
std::string_view XmlAttributes::text(std::string_view space, std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    const std::string_view full = pair[0];
    const std::string_view local = local_name(full);
    if (local == name && full.size() > local.size() &&
        full.substr(0, full.size() - local.size() - 1).ends_with(space))
      return pair[1];
  }
  return {};
}

struct Xml::Work {
  Handlers handlers;
  XML_Parser parser = nullptr;
  std::size_t depth = 0;
  std::size_t elements = 0;
  std::size_t silent = 0;  ///< bytes since something was found
  std::optional<Diagnostic> failure;
  bool is_paused = false;
  bool is_stopped = false;

  // expat keeps a pointer to this. Work is therefore neither copied nor moved.
  explicit Work(Handlers with) : handlers(std::move(with)), parser(XML_ParserCreateNS(nullptr, kSpaceEnd)) {
    if (parser == nullptr) return;
    XML_SetUserData(parser, this);
    XML_SetElementHandler(parser, &on_start, &on_end);
    XML_SetCharacterDataHandler(parser, &on_text);
    XML_SetStartDoctypeDeclHandler(parser, &on_document_type);
  }
  Work(const Work&) = delete;
  Work& operator=(const Work&) = delete;
  ~Work() {
    if (parser != nullptr) XML_ParserFree(parser);
  }

  static Work& of(void* data) { return *static_cast<Work*>(data); }
  // expat may still make some calls after it was told to stop. Each handler asks this first.
  [[nodiscard]] bool is_over() const { return is_stopped || failure.has_value(); }

  void end_with(Diagnostic why) {
    // The first failure is the cause; later ones may follow from it.
    if (!failure) failure = std::move(why);
    XML_StopParser(parser, XML_FALSE);
  }

  static void on_start(void* data, const XML_Char* name, const XML_Char** attributes) {
    Work& work = of(data);
    if (work.is_over()) return;
    work.silent = 0;
    // Checked before the handler runs: an element without content costs time, too.
    if (++work.elements > kMostElements)
      return work.end_with(too_large_workbook(message("XML of more than {0} elements", kMostElements)));
    if (++work.depth > kDeepest)
      return work.end_with(damaged_workbook(message("XML nested more than {0} deep", kDeepest)));
    if (work.handlers.start) work.handlers.start(local_name(name), XmlAttributes(attributes));
  }

  static void on_end(void* data, const XML_Char* name) {
    Work& work = of(data);
    if (work.is_over()) return;
    work.silent = 0;
    --work.depth;
    if (work.handlers.end) work.handlers.end(local_name(name));
  }

  static void on_text(void* data, const XML_Char* text, int size) {
    Work& work = of(data);
    if (work.is_over()) return;
    work.silent = 0;
    if (work.handlers.text) work.handlers.text({text, static_cast<std::size_t>(size)});
  }

  // Comes before the entities of the document type are declared, so none of them is ever expanded.
  static void on_document_type(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    of(data).end_with(damaged_workbook(
        message("XML with a document type (DTD), which no workbook has and which can do harm")));
  }

  // expat also reports an error if stop() or fail() ended it. Only what is left then is damage.
  Result<void> after(XML_Status status) {
    if (failure) return ibtikar::fail(*failure);
    if (is_stopped || status != XML_STATUS_ERROR) return {};
    return ibtikar::fail(damaged_workbook(message("XML that is damaged: {0} (line {1})",
                                                  XML_ErrorString(XML_GetErrorCode(parser)),
                                                  XML_GetCurrentLineNumber(parser))));
  }
};

Xml::Xml(Handlers handlers) : work_(std::make_unique<Work>(std::move(handlers))) {}
Xml::Xml(Xml&&) noexcept = default;
Xml& Xml::operator=(Xml&&) noexcept = default;
Xml::~Xml() = default;

Result<void> Xml::feed(std::string_view bytes, bool is_last) {
  if (work_->parser == nullptr) return ibtikar::fail(damaged_workbook(message("not enough memory")));
  if (work_->failure) return ibtikar::fail(*work_->failure);
  if (work_->is_stopped) return {};
  // Every call of a handler sets this to 0. What it counts is one tag, comment or instruction whose
  // end has not come yet: expat reads it again from its beginning with each feed.
  work_->silent += bytes.size();
  // expat takes an int. Callers feed 64 KiB at a time.
  const XML_Status status =
      XML_Parse(work_->parser, bytes.data(), static_cast<int>(bytes.size()), is_last ? XML_TRUE : XML_FALSE);
  if (Result<void> read = work_->after(status); !read) return read;
  if (work_->silent > kLongestMarkup && !work_->is_stopped)
    return ibtikar::fail(
        damaged_workbook(message("a piece of XML markup of more than {0} bytes", kLongestMarkup)));
  return {};
}

void Xml::pause() {
  // expat refuses to pause twice.
  if (work_->is_paused || work_->is_over()) return;
  work_->is_paused = true;
  XML_StopParser(work_->parser, XML_TRUE);
}

bool Xml::is_paused() const { return work_->is_paused; }

Result<void> Xml::resume() {
  work_->is_paused = false;
  return work_->after(XML_ResumeParser(work_->parser));
}

void Xml::stop() {
  // Not a failure: after() returns success, and feed() ignores what follows.
  if (std::exchange(work_->is_stopped, true)) return;
  XML_StopParser(work_->parser, XML_FALSE);
}

bool Xml::is_stopped() const { return work_->is_stopped; }

void Xml::fail(Diagnostic why) { work_->end_with(std::move(why)); }

Result<void> read_xml(std::string_view text, Xml::Handlers handlers) {
  Xml xml(std::move(handlers));
  constexpr std::size_t kStep = std::size_t{64} << 10;
  // In steps, so that a tag without end is noticed before all of the text was searched for it.
  for (std::size_t at = 0; at < text.size() && !xml.is_stopped(); at += kStep)
    if (Result<void> read = xml.feed(text.substr(at, kStep), false); !read) return read;
  return xml.feed({}, true);
}

}  // namespace ibtikar
