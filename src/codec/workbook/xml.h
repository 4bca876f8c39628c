// Xml: reads XML piece by piece and tells what it finds.
//
// A document type is refused: it can define entities that grow without end or read other files, and
// no workbook has one. So are elements in elements without end, and a piece of markup without end.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "ibtikar/result.h"

namespace ibtikar {

/// The attributes of an element.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  /// By its name without its namespace; empty if there is none.
  [[nodiscard]] std::string_view text(std::string_view name) const;
  /// Only in a namespace that ends so.
  [[nodiscard]] std::string_view text(std::string_view space, std::string_view name) const;

 private:
  const char** pairs_;  ///< names and values in turn, then a null
};

class Xml {
 public:
  /// All of them get names without their namespaces. They may call pause(), stop() and fail().
  struct Handlers {
    std::function<void(std::string_view name, const XmlAttributes& attributes)> start;
    std::function<void(std::string_view name)> end;
    std::function<void(std::string_view text)> text;  ///< perhaps in several pieces
  };
  explicit Xml(Handlers handlers);
  Xml(Xml&&) noexcept;
  Xml& operator=(Xml&&) noexcept;
  ~Xml();

  /// Reads on. `is_last`: nothing follows. Fails with code "damaged-workbook", or as fail() said.
  [[nodiscard]] Result<void> feed(std::string_view bytes, bool is_last);
  /// Ends feed() soon; resume() then goes on where it was.
  void pause();
  [[nodiscard]] bool is_paused() const;
  [[nodiscard]] Result<void> resume();
  /// Nothing more is of interest.
  void stop();
  [[nodiscard]] bool is_stopped() const;
  void fail(Diagnostic why);

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

/// Reads a whole document.
[[nodiscard]] Result<void> read_xml(std::string_view text, Xml::Handlers handlers);

}  // namespace ibtikar
