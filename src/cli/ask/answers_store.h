// AnswersStore: the answers file of one sitting: locked, watched, saved.
//
// open() takes the lock, reads what is there and makes sure that the place can
// be written, all before the first question. save() puts the whole document on
// disk (synced, renamed, folder synced) and refuses to overwrite what somebody
// else wrote meanwhile: then ours goes beside, into FILE.mine.json. What the file
// held before the sitting is kept in FILE.bak once a first answer is saved.
#pragma once

#include <optional>
#include <string>

#include "codec/proposal/answers_file.h"
#include "ibtikar/result.h"
#include "io/files/file_lock.h"
#include "io/files/files.h"

namespace ibtikar::cli {

/// Where what the file `path` held before the last sitting is.
[[nodiscard]] std::string backup_of(const std::string& path);

class AnswersStore {
 public:
  /// Fails with code "io" if another sitting has the file or the place cannot be read or written,
  /// and with code "too-large" if the file is too large for a proposal.
  [[nodiscard]] static Result<AnswersStore> open(const std::string& path);

  /// The content of the file at open(). Empty if there was none.
  [[nodiscard]] const std::optional<std::string>& text_at_open() const { return text_at_open_; }
  [[nodiscard]] const std::string& path() const { return path_; }

  /// The document to change. To be called once open() found a text that
  /// decode_proposal() accepts, or none.
  void begin();
  [[nodiscard]] AnswersFile& document() { return document_; }

  enum class Saving {
    done,
    failed,            ///< see failure(); try again later
    changed_by_other,  ///< the file is not what we last saw: never overwritten
  };
  [[nodiscard]] Saving save();
  [[nodiscard]] const Diagnostic& failure() const { return failure_; }
  /// Whether there is a file, as far as we know.
  [[nodiscard]] bool is_on_disk() const { return seen_.exists || was_written_; }

  /// Puts the document into another file, one that is not there yet; path() is that one from then
  /// on.
  [[nodiscard]] Result<void> save_as(const std::string& path);

  /// Puts the document beside the file, under a name that is free: FILE.mine.json,
  /// FILE.mine.2.json, ...
  [[nodiscard]] Result<std::string> save_beside();

 private:
  AnswersStore(std::string path, io::FileLock lock) : path_(std::move(path)), lock_(std::move(lock)) {}
  void keep_backup();
  [[nodiscard]] Result<void> write(const std::string& path, const std::string& text) const;
  void note_what_is_there(const std::string& written);
  [[nodiscard]] bool is_as_we_left_it(const io::FileIdentity& now) const;

  std::string path_;
  io::FileLock lock_;
  std::optional<std::string> text_at_open_;
  AnswersFile document_;
  io::FileIdentity seen_;
  std::string unseen_digest_;  ///< of what we wrote last, when it could not be looked at afterwards
  bool was_written_ = false;
  Diagnostic failure_;
};

}  // namespace ibtikar::cli
