// See shared_texts.h.
#include "codec/workbook/shared_texts.h"

#include <algorithm>
#include <vector>

#include "codec/table/csv.h"
#include "codec/workbook/bounds.h"
#include "codec/workbook/cell_text.h"
#include "codec/workbook/xml.h"

namespace ibtikar {
namespace {

/// So small that the unused end of the last one does not matter.
constexpr std::size_t kChunkBytes = std::size_t{1} << 20;

/// The state of reading: <si><t>text</t></si>, or <si><r><t>rich</t></r><r><t> text</t></r></si>.
struct SharedTextReader {
  SharedTexts texts;
  std::string text;
  bool is_text = false;
  std::size_t spoken = 0;  ///< inside so many notes on pronunciation, which are no text of the cell
  Xml* xml = nullptr;

  Xml::Handlers handlers() {
    return {[this](std::string_view name, const XmlAttributes&) {
              // Even an empty <si/> is a text: cells name texts by their place.
              if (name == "si") text.clear();
              if (name == "rPh") ++spoken;
              is_text = name == "t" && spoken == 0;
            },
            [this](std::string_view name) {
              is_text = false;
              if (name == "rPh" && spoken > 0) --spoken;
              if (name == "si" && !texts.add(unescaped(text)))
                xml->fail(too_large_workbook(
                    message("more than {0} texts or {1} bytes that cells share; expected at most that",
                            kMostSharedTexts, kMostSharedBytes)));
            },
            [this](std::string_view piece) {
              // One more than a cell may have is enough to refuse it.
              if (is_text && text.size() <= kMaxCellBytes) text += piece;
            }};
  }
};

}  // namespace

bool SharedTexts::add(std::string_view text) {
  // The limit also keeps every place within 32 bits.
  bytes_ += text.size();
  if (bytes_ > kMostSharedBytes || places_.size() >= kMostSharedTexts) return false;
  // Only what fits into the reserved memory is added, so no chunk is ever moved.
  if (chunks_.empty() || chunks_.back().size() + text.size() > chunks_.back().capacity()) {
    chunks_.emplace_back();
    chunks_.back().reserve(std::max(kChunkBytes, text.size()));
  }
  std::string& chunk = chunks_.back();
  places_.push_back({static_cast<std::uint32_t>(chunks_.size() - 1), static_cast<std::uint32_t>(chunk.size()),
                     static_cast<std::uint32_t>(text.size())});
  chunk += text;
  return true;
}

std::optional<std::string_view> SharedTexts::at(std::size_t number) const {
  // The number comes from a cell: it may be anything.
  if (number >= places_.size()) return std::nullopt;
  const Place& place = places_[number];
  return std::string_view(chunks_[place.chunk]).substr(place.begin, place.size);
}

Result<SharedTexts> read_shared_texts(Archive& archive, const std::string& part) {
  if (Result<void> entered = archive.enter(part); !entered) return fail(entered.error());
  SharedTextReader reader;
  Xml xml(reader.handlers());
  reader.xml = &xml;
  std::vector<char> bytes(std::size_t{64} << 10);
  for (;;) {
    const Result<std::size_t> got = archive.read(bytes.data(), bytes.size());
    if (!got) return fail(got.error());
    if (Result<void> read = xml.feed({bytes.data(), *got}, *got == 0); !read) return fail(read.error());
    if (*got == 0) return std::move(reader.texts);
  }
}

}  // namespace ibtikar
