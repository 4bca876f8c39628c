// See reject_blocks.h.
#include "batch/reject_blocks.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "base/utf8.h"
#include "batch/record_names.h"
#include "batch/rejects.h"
#include "codec/table/csv.h"

namespace ibtikar {
namespace {

/// Most parts in one block. A file of tiny frames would otherwise make one part for every few
/// bytes.
constexpr std::size_t kMostParts = 1024;
/// No end mark is longer than this. While a frame that is too long is skipped, only so much of a
/// line must be kept to recognize its end.
constexpr std::size_t kLongestMark = 100;

std::string_view without_end(std::string_view line) {
  return line.substr(0, line.find_last_not_of(" \t\r\n") + 1);
}

// The code goes into the summary and messages, so it must look like one of ours.
bool is_code(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

/// "#! CODE NAME"
struct NotKept {
  std::string code;
  std::string name;
};

std::optional<NotKept> not_kept(std::string_view line) {
  if (!line.starts_with(kNotKept)) return std::nullopt;
  line = without_end(line.substr(kNotKept.size()));
  const std::string_view code = take_word(line);
  if (!is_code(code)) return std::nullopt;
  return NotKept{std::string(code), std::string(line)};
}

}  // namespace

std::optional<RejectBlocks::Frame> RejectBlocks::frame_of(std::string_view line) {
  if (!line.starts_with(kFrameBegin)) return std::nullopt;
  line = without_end(line.substr(kFrameBegin.size()));
  Frame frame;
  frame.tag = take_word(line);
  frame.what = take_word(line);
  frame.name = line;
  return frame;
}

bool RejectBlocks::ends(std::string_view line, const Frame& frame) {
  return line.starts_with(kFrameEnd) && without_end(line.substr(kFrameEnd.size())) == frame.tag;
}

bool RejectBlocks::next(Block& block) {
  const Result<bool> filled =
      ahead_.fill(std::max(sizes_.block, kByteOrderMark.size() + 1), ReadAhead::Fill::enough, '\n');
  // Editors on Windows may add a byte-order mark when someone saves a corrected file.
  if (line_ == 1 && ahead_.at_hand().starts_with(kByteOrderMark)) ahead_.forget(kByteOrderMark.size());
  if (!filled) return end_with(block, filled.error());
  for (;;) {
    std::vector<Part> parts;
    scan(parts);
    if (!parts.empty()) {
      give(block, std::move(parts));
      return true;
    }
    const std::size_t taken = std::exchange(at_, 0);  // headers alone
    ahead_.forget(taken);
    if (taken > 0 && !ahead_.at_hand().empty()) continue;
    if (ahead_.is_at_end()) return !block.parts.empty();
    if (ahead_.at_hand().size() > sizes_.record) return pass_over(block);
    const Result<bool> more =
        ahead_.fill(std::max(2 * ahead_.at_hand().size(), sizes_.block), ReadAhead::Fill::more, '\n');
    if (!more) return end_with(block, more.error());
  }
}

void RejectBlocks::scan(std::vector<Part>& parts) {
  const std::string_view text = ahead_.at_hand();
  // Lines outside frames are ordinary NDJSON with comments. Consecutive ones go into one part,
  // which the fast path for lines reads.
  std::size_t run = at_;  // lines that are no frames, together one part
  std::size_t run_line = line_;
  const auto end_run = [&] {
    if (at_ > run) {
      Part part;
      part.name = name_;
      part.begin = run;
      part.end = at_;
      part.first_line = run_line;
      parts.push_back(std::move(part));
    }
  };
  const auto begin_run = [&] {
    run = at_;
    run_line = line_;
  };
  while (at_ < text.size() && at_ <= sizes_.block && parts.size() < kMostParts) {
    const std::size_t end = text.find('\n', at_);
    if (end == std::string_view::npos && !ahead_.is_at_end()) break;
    const std::size_t behind = std::min(end, text.size() - 1) + 1;
    const std::string_view line = text.substr(at_, behind - at_);
    const std::optional<Frame> frame = frame_of(line);
    const std::optional<NotKept> missing = not_kept(line);
    if (!frame && !missing) {
      at_ = behind;
      ++line_;
      continue;
    }
    end_run();
    begin_run();
    // The frame is incomplete. What came before it can be given; the frame waits for more input.
    if (frame && !take_frame(*frame, behind, parts)) return;
    if (missing) {
      add(fault(missing->code,
                message("this record ({0}) is not kept here; correct it where it is, then remove "
                        "this line",
                        visible(missing->name))),
          missing->name, parts);
      at_ = behind;
      ++line_;
    }
    begin_run();
  }
  end_run();
}

bool RejectBlocks::take_frame(const Frame& frame, std::size_t behind, std::vector<Part>& parts) {
  const std::string_view text = ahead_.at_hand();
  std::size_t lines = 1;
  for (std::size_t at = behind; at < text.size(); ++lines) {
    const std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos && !ahead_.is_at_end()) return false;
    const std::size_t next = std::min(end, text.size() - 1) + 1;
    if (ends(text.substr(at, next - at), frame)) {
      // The line end before the mark belongs to the frame: the record may lack one of its own.
      take_content(frame, behind, std::max(behind, at == behind ? at : at - 1), parts);
      at_ = next;
      line_ += lines + 1;
      return true;
    }
    at = next;
  }
  if (!ahead_.is_at_end()) return false;
  add(fault("unclosed-record", message("this record has no end; expected a line {0}{1} behind it", kFrameEnd,
                                       visible(frame.tag))),
      {}, parts);
  at_ = text.size();
  return true;
}

void RejectBlocks::take_content(const Frame& frame, std::size_t begin, std::size_t end,
                                std::vector<Part>& parts) {
  Part part;
  part.name = name_;
  part.begin = begin;
  part.end = end;
  part.first_line = line_ + 1;
  part.stand_in = frame.name;
  if (frame.what == kFramedRow) return take_row(frame, std::move(part), parts);
  if (frame.what != kFramedJson)
    return add(fault("unknown-record", message("there is no record of kind {0}; expected {1} or {2}",
                                               ibtikar::quoted(frame.what), kFramedJson, kFramedRow)),
               frame.name, parts);
  part.kind = Part::Kind::documents;
  part.documents.push_back({begin, end, line_ + 1, 1, false, false});
  parts.push_back(std::move(part));
}

void RejectBlocks::take_row(const Frame& frame, Part part, std::vector<Part>& parts) {
  std::string_view name = frame.name;
  TableWords words = take_table_words(name);
  part.stand_in = name;
  const std::string_view table = ahead_.at_hand().substr(part.begin, part.end - part.begin);
  RecordEnds ends = find_record_ends(table, 0, words.delimiter, Which::first, Extent::all);
  for (std::size_t more = words.more_rows; more > 0 && ends.whole > 0; --more)
    ends = find_record_ends(table, ends.whole, words.delimiter, Which::first, Extent::all);
  if (ends.whole == 0)
    return add(
        fault("no-row",
              message("there is no row here; expected the header of its table and, behind it, the row")),
        part.stand_in, parts);
  part.kind = Part::Kind::rows;
  part.header = table.substr(0, ends.whole);
  part.header_line = part.first_line;
  part.first_line += static_cast<std::size_t>(std::count(part.header.begin(), part.header.end(), '\n'));
  part.begin += ends.whole;
  ++part.end;  // its line end
  part.delimiter = words.delimiter;
  part.decimals = {decimal_, std::move(words.shown_decimals)};
  // Every frame repeats the header of its table. It is reported and warned about only if it differs
  // from the one before, as it would be in the original table.
  part.is_first = std::exchange(header_, part.header) != part.header;
  part.is_alone = true;
  parts.push_back(std::move(part));
}

void RejectBlocks::add(Diagnostic fault, std::string id, std::vector<Part>& parts) const {
  Part part;
  part.kind = Part::Kind::fault;
  part.name = name_;
  part.begin = part.end = at_;
  part.first_line = line_;
  part.stand_in = id.empty() ? place_name(name_, {line_, 1}) : std::move(id);
  part.faults.push_back(std::move(fault));
  parts.push_back(std::move(part));
}

/// Moves everything that was scanned into the block at once: moving part by part would copy the
/// rest each time.
void RejectBlocks::give(Block& block, std::vector<Part> parts) {
  const std::size_t base = ahead_.give(block, at_);
  at_ = 0;
  for (Part& part : parts) {
    part.begin += base;
    part.end += base;
    for (Part::Document& document : part.documents) {
      document.begin += base;
      document.end += base;
    }
    block.parts.push_back(std::move(part));
  }
}

/// The line or the frame at hand is too long. It is read and dropped up to its end.
bool RejectBlocks::pass_over(Block& block) {
  const std::string_view text = ahead_.at_hand();
  const std::optional<Frame> frame = frame_of(text.substr(0, std::min(text.find('\n'), text.size())));
  const std::string name = frame && !frame->name.empty() ? frame->name : place_name(name_, {line_, 1});
  add_fault(block, name_, too_long_record(name_, {line_, 1}, sizes_.record), name);
  // Only the mark with the tag of this frame ends it: the record may contain other marks.
  bool is_first = true;       // the line that begins the frame
  bool is_line_begin = true;  // what is at hand begins a line
  for (;;) {
    const std::string_view rest = ahead_.at_hand();
    std::size_t at = 0;
    bool is_over = false;
    for (std::size_t end = rest.find('\n'); end != std::string_view::npos && !is_over;
         end = rest.find('\n', at)) {
      const bool is_mark = frame && !is_first && is_line_begin && ends(rest.substr(at, end - at), *frame);
      is_over = !frame || is_mark;
      is_first = false;
      is_line_begin = true;
      ++line_;
      at = end + 1;
    }
    // The rest of an endless line cannot be an end mark, so it can be dropped now.
    if (!is_over && rest.size() - at > kLongestMark) {
      is_line_begin = false;
      at = rest.size();
    }
    ahead_.forget(at);
    if (is_over) return true;
    if (ahead_.is_at_end()) {
      ahead_.forget_all();
      return true;
    }
    const Result<bool> more =
        ahead_.fill(ahead_.at_hand().size() + sizes_.block, ReadAhead::Fill::more, '\n');
    if (!more) return end_with(block, more.error());
  }
}

bool RejectBlocks::end_with(Block& block, const Diagnostic& why) {
  std::vector<Part> parts;
  scan(parts);
  if (!parts.empty()) give(block, std::move(parts));
  ahead_.end();
  at_ = 0;
  add_fault(block, name_, why, std::string(file_stem(name_)));
  return !block.parts.empty();
}

Diagnostic RejectBlocks::fault(CodeName code, Message message) const {
  Diagnostic fault = error_at("", std::move(code), std::move(message));
  fault.file = name_;
  fault.position = {line_, 1};
  return fault;
}

}  // namespace ibtikar
