// See shard_option.h. What the variables mean is what the manuals of the schedulers say:
// sbatch(1) of Slurm 22.05, "Job environment variables" of AWS Batch, the container contract of Cloud
// Run, "Indexed Job" of Kubernetes, qsub(1) of Grid Engine, and the reference guide of PBS Professional.
#include "cli/commands/shard_option.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/safe_text.h"
#include "base/typed_text.h"

namespace ibtikar::cli {
namespace {

tl::unexpected<Diagnostic> refuse_shard(Message why) {
  return fail(error_at("", Code::usage, std::move(why)));
}

/// The variables of a scheduler. Empty names: it has no such variable.
struct Scheduler {
  const char* task;
  std::uint64_t first;  ///< the number of the first task, unless a variable says it
  const char* first_name;
  const char* last_name;
  const char* step_name;
  const char* count_name;
};

constexpr Scheduler kSchedulers[] = {
    {"SLURM_ARRAY_TASK_ID", 1, "SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_MAX", "SLURM_ARRAY_TASK_STEP",
     "SLURM_ARRAY_TASK_COUNT"},
    {"AWS_BATCH_JOB_ARRAY_INDEX", 0, "", "", "", "AWS_BATCH_JOB_ARRAY_SIZE"},
    {"CLOUD_RUN_TASK_INDEX", 0, "", "", "", "CLOUD_RUN_TASK_COUNT"},
    {"JOB_COMPLETION_INDEX", 0, "", "", "", ""},
    {"SGE_TASK_ID", 1, "SGE_TASK_FIRST", "SGE_TASK_LAST", "SGE_TASK_STEPSIZE", ""},
    {"PBS_ARRAY_INDEX", 1, "", "", "", ""},
};

/// What a scheduler says: the task of this process, counted from 0, and how many there are.
struct Task {
  const char* name;
  std::uint64_t index = 0;
  std::optional<std::uint64_t> count;
};

/// A variable that is set; Grid Engine sets those of other jobs to "undefined".
std::optional<std::string> value_of(const Variables& variables, const char* name) {
  if (*name == '\0') return std::nullopt;
  std::optional<std::string> value = variables(name);
  if (value && (value->empty() || *value == "undefined")) return std::nullopt;
  return value;
}

Result<std::optional<std::uint64_t>> number_of(const Variables& variables, const char* name) {
  const std::optional<std::string> value = value_of(variables, name);
  if (!value) return std::optional<std::uint64_t>();
  const std::optional<std::uint64_t> number = parse_count(*value);
  if (!number)
    return refuse_shard(message("--shard auto: {0} is {1}; expected a whole number of at least 0", name,
                                ibtikar::quoted(*value)));
  return number;
}

/// The task of a scheduler whose variable is set.
Result<Task> task_of(const Scheduler& scheduler, const Variables& variables) {
  std::vector<std::optional<std::uint64_t>> numbers;
  for (const char* name : {scheduler.task, scheduler.first_name, scheduler.last_name, scheduler.step_name,
                           scheduler.count_name}) {
    const Result<std::optional<std::uint64_t>> number = number_of(variables, name);
    if (!number) return fail(number.error());
    numbers.push_back(*number);
  }
  const std::uint64_t task = numbers[0].value_or(0);
  const std::uint64_t first = numbers[1].value_or(scheduler.first);
  const std::optional<std::uint64_t> last = numbers[2];
  const std::uint64_t step = std::max<std::uint64_t>(1, numbers[3].value_or(1));
  std::optional<std::uint64_t> count = numbers[4];
  // Numbers with gaps, as of an array "1,3,7", do not say which of the tasks this is.
  const bool has_gaps = task < first || (task - first) % step != 0 || (last && *last < task) ||
                        (count && last && (*last - first) / step + 1 != *count) ||
                        (count && (task - first) / step >= *count);
  if (has_gaps)
    return refuse_shard(message(
        "--shard auto: {0} is {1}, which is not one of tasks that are numbered without gaps from {2}; "
        "say the shard as I/N",
        scheduler.task, task, first));
  if (!count && last) count = (*last - first) / step + 1;
  return Task{scheduler.task, (task - first) / step, count};
}

Message expected_shard(const std::string& text) {
  return message(
      "--shard: {0} is no shard; expected I/N with I from 1 to N and N up to {1} (such as 2/8), "
      "`auto` or `auto/N`",
      ibtikar::quoted(text), kMostShards);
}

Result<Shard> agreed(const std::vector<Task>& tasks, std::optional<std::uint64_t> of) {
  const Task* counting = nullptr;
  for (const Task& task : tasks)
    if (task.count && counting == nullptr) counting = &task;
  if (!of && counting == nullptr)
    return refuse_shard(message("--shard auto: {0} does not say how many tasks there are; expected `auto/N`",
                                tasks.front().name));
  const std::uint64_t all = of ? *of : *counting->count;
  for (const Task& task : tasks)
    if (task.count && *task.count != all)
      return of ? refuse_shard(message("--shard auto/{0}: by {1} there are {2} tasks; say the shard as I/N",
                                       all, task.name, *task.count))
                : refuse_shard(message("--shard auto: {0} and {1} do not agree; say the shard as I/N",
                                       counting->name, task.name));
  for (const Task& task : tasks) {
    if (task.index != tasks.front().index)
      return refuse_shard(message("--shard auto: {0} and {1} do not agree; say the shard as I/N",
                                  tasks.front().name, task.name));
    if (task.index >= all)
      return refuse_shard(message("--shard auto: by {0} this is task {1} of {2}; say the shard as I/N",
                                  task.name, task.index + 1, all));
  }
  return Shard{tasks.front().index + 1, all};
}

Result<Shard> asked_of_schedulers(std::optional<std::uint64_t> of, const Variables& variables) {
  std::vector<Task> tasks;
  std::vector<MessageArgument> names;
  for (const Scheduler& scheduler : kSchedulers) {
    names.emplace_back(scheduler.task);
    if (!value_of(variables, scheduler.task)) continue;
    const Result<Task> task = task_of(scheduler, variables);
    if (!task) return fail(task.error());
    tasks.push_back(*task);
  }
  if (tasks.empty())
    return refuse_shard(
        message("--shard auto: no scheduler says which task this is; expected one of {0}, or "
                "the shard as I/N",
                comma_separated(names)));
  return agreed(tasks, of);
}

}  // namespace

Result<Shard> shard_named(const std::string& text, const Variables& variables) {
  const std::size_t slash = text.find('/');
  const std::string first = text.substr(0, slash);
  std::optional<std::uint64_t> of;
  if (slash != std::string::npos) {
    of = parse_count(text.substr(slash + 1));
    if (!of || *of < 1 || *of > kMostShards) return refuse_shard(expected_shard(text));
  }
  if (first == "auto") {
    Result<Shard> shard = asked_of_schedulers(of, variables);
    if (shard && (shard->of < 1 || shard->of > kMostShards)) return refuse_shard(expected_shard(text));
    return shard;
  }
  const std::optional<std::uint64_t> number = parse_count(first);
  if (!of || !number || *number < 1 || *number > *of) return refuse_shard(expected_shard(text));
  return Shard{*number, *of};
}

}  // namespace ibtikar::cli
