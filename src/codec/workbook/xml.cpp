// See xml.h: expat, with bounds.
#include "codec/workbook/xml.h"

#include <utility>

#include <expat.h>

#include "codec/workbook/archive.h"
#include "codec/workbook/bounds.h"

namespace ibtikar {
namespace {

constexpr std::size_t kDeepest = 256;
/// Debian's expat needs time that grows with the square of the length of one piece of markup.
constexpr std::size_t kLongestMarkup = std::size_t{1} << 20;
constexpr char kSpaceEnd = '|';

std::string_view local_name(std::string_view name) { return name.substr(name.rfind(kSpaceEnd) + 1); }

}  // namespace

std::string_view XmlAttributes::text(std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2)
    if (local_name(pair[0]) == name) return pair[1];
  return {};
}

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
  [[nodiscard]] bool is_over() const { return is_stopped || failure.has_value(); }

  void end_with(Diagnostic why) {
    if (!failure) failure = std::move(why);
    XML_StopParser(parser, XML_FALSE);
  }

  static void on_start(void* data, const XML_Char* name, const XML_Char** attributes) {
    Work& work = of(data);
    if (work.is_over()) return;
    work.silent = 0;
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

  static void on_document_type(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    of(data).end_with(damaged_workbook(
        message("XML with a document type (DTD), which no workbook has and which can do harm")));
  }

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
  work_->silent += bytes.size();
  const XML_Status status =
      XML_Parse(work_->parser, bytes.data(), static_cast<int>(bytes.size()), is_last ? XML_TRUE : XML_FALSE);
  if (Result<void> read = work_->after(status); !read) return read;
  if (work_->silent > kLongestMarkup && !work_->is_stopped)
    return ibtikar::fail(
        damaged_workbook(message("a piece of XML markup of more than {0} bytes", kLongestMarkup)));
  return {};
}

void Xml::pause() {
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
  if (std::exchange(work_->is_stopped, true)) return;
  XML_StopParser(work_->parser, XML_FALSE);
}

bool Xml::is_stopped() const { return work_->is_stopped; }

void Xml::fail(Diagnostic why) { work_->end_with(std::move(why)); }

Result<void> read_xml(std::string_view text, Xml::Handlers handlers) {
  Xml xml(std::move(handlers));
  constexpr std::size_t kStep = std::size_t{64} << 10;
  for (std::size_t at = 0; at < text.size() && !xml.is_stopped(); at += kStep)
    if (Result<void> read = xml.feed(text.substr(at, kStep), false); !read) return read;
  return xml.feed({}, true);
}

}  // namespace ibtikar
