// See faults.h.
#include "capi/faults.h"

#include "codec/json/writer.h"

namespace ibtikar {
namespace {

void write_place(JsonWriter& json, std::string_view name, std::size_t number) {
  json.member(name);
  json.raw(std::to_string(number));
}

}  // namespace

std::string faults_as_json(const Diagnostics& faults, std::string_view language, JsonStyle style) {
  JsonWriter json(style);
  json.object([&] {
    json.text("format", "ibtikar-faults/1");
    json.list("faults", faults, [&](const Diagnostic& fault) {
      json.object([&] {
        json.text("severity", fault.severity == Severity::error ? "error" : "warning");
        json.text("code", fault.code);
        json.text("message", fault.message.in(language));
        json.text("file", fault.file);
        write_place(json, "line", fault.position.line);
        write_place(json, "column", fault.position.column);
        json.text("pointer", fault.pointer);
        json.text("text", format(fault, language));
      });
    });
  });
  return std::move(json).take();
}

}  // namespace ibtikar
