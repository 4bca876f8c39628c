// Runs the parts of one computation on several threads.
#pragma once

#include <cstddef>
#include <functional>

namespace ibtikar {

/// Calls work(0) to work(count - 1), each on a thread of its own where the system gives one, and
/// returns when all are done. An exception of one (out of memory) is passed on to the caller.
void in_parallel(std::size_t count, const std::function<void(std::size_t)>& work);

/// `jobs`, or one for each processor if it is 0; never more than `parts`, and at least 1.
[[nodiscard]] std::size_t jobs_for(unsigned jobs, std::size_t parts);

}  // namespace ibtikar
