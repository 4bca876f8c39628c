// See ibtikar/readings.h.
#include "ibtikar/readings.h"

#include <set>
#include <utility>

namespace ibtikar {

std::size_t ReadingCollector::program_number(const Program& program) {
  const auto [found, is_new] = programs_.try_emplace(program.id, readings_.programs.size());
  if (is_new) readings_.programs.push_back(program);
  Program& known = readings_.programs[found->second];
  if (known.title.empty()) known.title = program.title;
  return found->second;
}

std::size_t ReadingCollector::assessor_number(const std::string& name) {
  const auto [found, is_new] = assessors_.try_emplace(name, readings_.assessors.size());
  if (is_new) readings_.assessors.push_back(name);
  return found->second;
}

std::optional<Reading> ReadingCollector::add(const Program& program, const std::string& assessor,
                                             Reading reading) {
  reading.program = program_number(program);
  reading.assessor = assessor_number(assessor);
  const auto [found, is_new] =
      numbers_.try_emplace({reading.program, reading.assessor}, readings_.all.size());
  if (!is_new) return readings_.all[found->second];
  readings_.all.push_back(std::move(reading));
  return std::nullopt;
}

Readings ReadingCollector::take(std::vector<Conflict> conflicts) && {
  std::set<std::size_t> left_out;
  for (Conflict& conflict : conflicts) {
    const auto program = programs_.find(conflict.program);
    const auto assessor = assessors_.find(conflict.assessor);
    if (program == programs_.end() || assessor == assessors_.end()) continue;
    const auto number = numbers_.find({program->second, assessor->second});
    if (number == numbers_.end()) continue;
    conflict.had_reading = true;
    left_out.insert(number->second);
  }
  std::size_t number = 0;
  std::erase_if(readings_.all, [&](const Reading&) { return left_out.contains(number++); });
  readings_.conflicts = std::move(conflicts);
  return std::move(readings_);
}

}  // namespace ibtikar
