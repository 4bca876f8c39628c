// The folder of single reports that `batch --reports` fills, a page for each proposal.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "ibtikar/result.h"

namespace ibtikar::cli {

/// A file name made from an id: see file_stem(); "proposal" where nothing of it is left.
[[nodiscard]] std::string page_stem(std::string_view id);

class PageFolder {
 public:
  /// Makes the folder. `shown_in`: the file that will link to its pages, relative to where it is;
  /// empty or "-": links are relative to the folder the program runs in.
  [[nodiscard]] static Result<PageFolder> open(const std::string& folder, const std::string& shown_in);

  /// No page gets this name: something else of the run is written there.
  void keep_off(const std::string& file_name);

  /// Writes a page under a name of its own, and gives a link to it. Names follow from the ids and
  /// their order.
  [[nodiscard]] Result<std::string> add(std::string_view id, std::string_view page);

 private:
  std::string folder_;
  std::string link_;             ///< from where it is shown to the folder, as a URL's path, ended by "/"
  std::set<std::string> taken_;  ///< keys of names
  std::map<std::string, std::size_t> last_;  ///< the last number behind a name, by its key
};

}  // namespace ibtikar::cli
