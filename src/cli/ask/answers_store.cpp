// See answers_store.h.
#include "cli/ask/answers_store.h"

#include <utility>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/safe_text.h"
#include "ibtikar/codec.h"

namespace ibtikar::cli {

std::string backup_of(const std::string& path) { return path + ".bak"; }

Result<AnswersStore> AnswersStore::open(const std::string& path) {
  if (const io::Place place = io::place_of(path); place.exists && !place.is_file())
    return fail_io(path, message("is {0}; answers are kept in a file", io::kind_of(place.mode)));
  Result<io::FileLock> lock = io::FileLock::acquire(path);
  if (!lock) return fail(lock.error());
  AnswersStore store(path, *std::move(lock));
  Result<io::FileIdentity> seen = io::identify(path, kMaxDocumentBytes);
  if (!seen) return fail(seen.error());
  store.seen_ = *std::move(seen);
  if (store.seen_.exists) {
    Result<std::string> text = io::read_whole(path, kMaxDocumentBytes);
    if (!text) return fail(text.error());
    if (sha256(*text) != store.seen_.digest)
      return fail_io(path, message("reading: another program is changing the file; try again"));
    store.text_at_open_ = *std::move(text);
  }
  // Opened and let go: the temporary file goes, the target stays as it is.
  const Result<io::OutputFile> place = io::OutputFile::open(path, io::Durability::answers);
  if (!place) return fail(place.error());
  return store;
}

void AnswersStore::begin() {
  if (text_at_open_) document_ = AnswersFile(*text_at_open_);
}

AnswersStore::Saving AnswersStore::save() {
  const Result<io::FileIdentity> now = io::identify(path_, kMaxDocumentBytes);
  if (!now) {
    failure_ = now.error();
    return Saving::failed;
  }
  if (!is_as_we_left_it(*now)) return Saving::changed_by_other;
  seen_ = *now;
  keep_backup();
  const std::string text = document_.text();
  const Result<void> written = write(path_, text);
  note_what_is_there(text);
  was_written_ = was_written_ || written.has_value();
  if (written) return Saving::done;
  failure_ = written.error();
  return Saving::failed;
}

/// A disk that has no room for it says so when the answers are saved.
void AnswersStore::keep_backup() {
  if (!text_at_open_ || was_written_) return;
  static_cast<void>(
      io::write_whole(backup_of(path_), *text_at_open_, io::Durability::answers, io::Links::keep));
}

Result<void> AnswersStore::save_as(const std::string& path) {
  const Result<io::FileIdentity> there = io::identify(path, kMaxDocumentBytes);
  if (!there) return fail(there.error());
  if (there->exists) return fail_io(path, message("writing: the file is there already"));
  const Result<void> written = write(path, document_.text());
  if (!written) return fail(written.error());
  path_ = path;
  was_written_ = true;
  return {};
}

Result<void> AnswersStore::write(const std::string& path, const std::string& text) const {
  if (text.size() > kMaxDocumentBytes)
    return fail_io(path,
                   message("writing: more than {0} bytes, which could not be read again", kMaxDocumentBytes));
  return io::write_whole(path, text, io::Durability::answers);
}

/// After a write, also a failed one: the file may be ours already when only the
/// folder could not be synced. What is neither ours nor what we saw before stays
/// unknown, and the next save() finds it.
void AnswersStore::note_what_is_there(const std::string& written) {
  const Result<io::FileIdentity> now = io::identify(path_, kMaxDocumentBytes);
  const std::string digest = sha256(written);
  if (now && now->exists && now->digest == digest) seen_ = *now;
  unseen_digest_ = now ? std::string() : digest;
}

/// What we could not look at after writing it is known by what it says.
bool AnswersStore::is_as_we_left_it(const io::FileIdentity& now) const {
  return now == seen_ || (now.exists && now.digest == unseen_digest_);
}

Result<std::string> AnswersStore::save_beside() {
  constexpr int kMostNames = 100;
  for (int number = 1; number <= kMostNames; ++number) {
    const std::string path = path_ + (number == 1 ? ".mine.json" : fmt::format(".mine.{}.json", number));
    if (io::is_taken(path)) continue;
    const Result<void> written = write(path, document_.text());
    if (!written) return fail(written.error());
    return path;
  }
  return fail_io(path_, message("writing: too many files of the name {0}", path_ + ".mine.json"));
}

}  // namespace ibtikar::cli
