// See in_parallel.h.
#include "panel/in_parallel.h"

#include <algorithm>
#include <future>
#include <thread>
#include <vector>

namespace ibtikar {

void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work) {
  std::vector<std::future<void>> others;
  // Where the system has no thread left, get() below does the work.
  for (std::size_t part = 1; part < count; ++part)
    others.push_back(std::async(std::launch::async | std::launch::deferred, [&work, part] { work(part); }));
  work(0);
  for (std::future<void>& other : others) other.get();
}

std::size_t jobs_for(unsigned jobs, std::size_t parts) {
  const std::size_t wanted = jobs != 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
  return std::clamp<std::size_t>(wanted, 1, std::max<std::size_t>(parts, 1));
}

}  // namespace ibtikar
