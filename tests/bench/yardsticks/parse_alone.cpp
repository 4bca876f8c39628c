// parse_alone FILE [THREADS]: how fast simdjson reads the records of an NDJSON file that is in memory
// already, and nothing else: a yardstick for `ibtikar batch`, which has to read, check, score and write
// besides.
//
// Each thread has a parser of its own and an equal share of the lines. Prints the least seconds of three
// passes, how many lines are JSON, and the least CPU seconds.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <simdjson.h>

namespace {

using Clock = std::chrono::steady_clock;

/// How many lines are JSON.
std::size_t parse_lines(std::string_view text) {
  simdjson::dom::parser parser;
  std::size_t good = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    simdjson::dom::element document;
    if (end > begin &&
        parser.parse(text.data() + begin, end - begin, false).get(document) == simdjson::SUCCESS)
      ++good;
    begin = end + 1;
  }
  return good;
}

/// Equal parts, each of whole lines.
std::vector<std::string_view> shares(std::string_view text, std::size_t count) {
  std::vector<std::string_view> parts;
  for (std::size_t i = count; i > 0; --i) {
    const std::size_t line_end = text.find('\n', text.size() / i);
    const std::size_t size = i == 1 || line_end == std::string_view::npos ? text.size() : line_end + 1;
    parts.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return parts;
}

double seconds_of_a_pass(std::string_view text, std::size_t thread_count, std::size_t& good) {
  const std::vector<std::string_view> parts = shares(text, thread_count);
  std::vector<std::size_t> counts(parts.size());
  const Clock::time_point began = Clock::now();
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < parts.size(); ++i)
    threads.emplace_back([&, i] { counts[i] = parse_lines(parts[i]); });
  for (std::thread& thread : threads) thread.join();
  const double seconds = std::chrono::duration<double>(Clock::now() - began).count();
  good = 0;
  for (const std::size_t count : counts) good += count;
  return seconds;
}

}  // namespace

int main(int argc, char** argv) {
  std::FILE* file = argc > 1 ? std::fopen(argv[1], "rb") : nullptr;
  if (file == nullptr) {
    std::fputs("usage: parse_alone FILE [THREADS]\n", stderr);
    return 2;
  }
  std::fseek(file, 0, SEEK_END);
  const auto size = static_cast<std::size_t>(std::ftell(file));
  std::rewind(file);
  std::string bytes(size + simdjson::SIMDJSON_PADDING, '\0');
  const bool is_read = std::fread(bytes.data(), 1, size, file) == size;
  std::fclose(file);
  if (!is_read) return 4;
  const auto threads = static_cast<std::size_t>(argc > 2 ? std::max(1, std::atoi(argv[2])) : 1);
  double best = 0;
  double best_cpu = 0;
  std::size_t good = 0;
  for (int pass = 0; pass < 3; ++pass) {
    const std::clock_t began = std::clock();
    const double seconds = seconds_of_a_pass(std::string_view(bytes).substr(0, size), threads, good);
    const double cpu = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
    best = pass == 0 ? seconds : std::min(best, seconds);
    best_cpu = pass == 0 ? cpu : std::min(best_cpu, cpu);
  }
  std::printf("%.6f %zu %.6f\n", best, good, best_cpu);
  return 0;
}
