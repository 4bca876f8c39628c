// --shard: what is typed, and what schedulers say.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "cli/commands/shard_option.h"

namespace ibtikar::cli {
namespace {

using Set = std::map<std::string, std::string>;

std::string shard_of(const std::string& text, const Set& set = {}) {
  const Result<Shard> shard = shard_named(text, [&](const char* name) {
    const auto found = set.find(name);
    return found == set.end() ? std::optional<std::string>() : found->second;
  });
  return shard ? std::to_string(shard->number) + "/" + std::to_string(shard->of)
               : shard.error().message.english();
}

TEST(ShardOption, IsANumberOfANumber) {
  EXPECT_EQ(shard_of("1/1"), "1/1");
  EXPECT_EQ(shard_of("7/7"), "7/7");
  EXPECT_EQ(shard_of("3/1000000"), "3/1000000");
  for (const char* wrong : {"", "/", "1", "0/4", "5/4", "1/0", "-1/4", "1/4/4", "a/4", "1/b", "1.0/4", " 1/4",
                            "1/1000001", "autos", "auto/0", "auto/", "99999999999/99999999999"})
    EXPECT_TRUE(shard_of(wrong, {{"SLURM_ARRAY_TASK_ID", "1"}}).starts_with("--shard: \"")) << wrong;
}

TEST(ShardOption, AsksEachScheduler) {
  const Set slurm = {{"SLURM_ARRAY_TASK_ID", "2"}, {"SLURM_ARRAY_TASK_COUNT", "4"}};
  EXPECT_EQ(shard_of("auto", slurm), "2/4");
  Set from_zero = slurm;
  from_zero["SLURM_ARRAY_TASK_MIN"] = "0";
  EXPECT_EQ(shard_of("auto", from_zero), "3/4");
  const Set stepped = {{"SLURM_ARRAY_TASK_ID", "30"},
                       {"SLURM_ARRAY_TASK_COUNT", "4"},
                       {"SLURM_ARRAY_TASK_MIN", "10"},
                       {"SLURM_ARRAY_TASK_MAX", "40"},
                       {"SLURM_ARRAY_TASK_STEP", "10"}};
  EXPECT_EQ(shard_of("auto", stepped), "3/4");
  EXPECT_EQ(shard_of("auto", {{"AWS_BATCH_JOB_ARRAY_INDEX", "0"}, {"AWS_BATCH_JOB_ARRAY_SIZE", "10"}}),
            "1/10");
  EXPECT_EQ(shard_of("auto", {{"CLOUD_RUN_TASK_INDEX", "9"}, {"CLOUD_RUN_TASK_COUNT", "10"}}), "10/10");
  EXPECT_EQ(shard_of("auto/5", {{"JOB_COMPLETION_INDEX", "4"}}), "5/5");
  EXPECT_EQ(shard_of("auto", {{"SGE_TASK_ID", "3"}, {"SGE_TASK_LAST", "8"}}), "3/8");
  EXPECT_EQ(shard_of("auto", {{"SGE_TASK_ID", "7"},
                              {"SGE_TASK_FIRST", "3"},
                              {"SGE_TASK_LAST", "9"},
                              {"SGE_TASK_STEPSIZE", "2"}}),
            "3/4");
  EXPECT_EQ(shard_of("auto/4", {{"PBS_ARRAY_INDEX", "4"}}), "4/4");
}

TEST(ShardOption, TakesSchedulersThatAgree) {
  const Set both = {{"AWS_BATCH_JOB_ARRAY_INDEX", "3"},
                    {"AWS_BATCH_JOB_ARRAY_SIZE", "4"},
                    {"JOB_COMPLETION_INDEX", "3"},
                    {"SGE_TASK_ID", "undefined"}};
  EXPECT_EQ(shard_of("auto", both), "4/4");
  EXPECT_EQ(shard_of("auto/4", both), "4/4");
}

TEST(ShardOption, RefusesWhatSaysNoShard) {
  EXPECT_TRUE(
      shard_of("auto").starts_with("--shard auto: no scheduler says which task this is; expected one of "
                                   "SLURM_ARRAY_TASK_ID, "))
      << shard_of("auto");
  EXPECT_EQ(shard_of("auto", {{"JOB_COMPLETION_INDEX", "4"}}),
            "--shard auto: JOB_COMPLETION_INDEX does not say how many tasks there are; expected `auto/N`");
  EXPECT_EQ(shard_of("auto/4", {{"JOB_COMPLETION_INDEX", "4"}}),
            "--shard auto: by JOB_COMPLETION_INDEX this is task 5 of 4; say the shard as I/N");
  EXPECT_EQ(shard_of("auto/5", {{"SLURM_ARRAY_TASK_ID", "2"}, {"SLURM_ARRAY_TASK_COUNT", "4"}}),
            "--shard auto/5: by SLURM_ARRAY_TASK_ID there are 4 tasks; say the shard as I/N");
  EXPECT_EQ(shard_of("auto", {{"SLURM_ARRAY_TASK_ID", "x"}, {"SLURM_ARRAY_TASK_COUNT", "4"}}),
            "--shard auto: SLURM_ARRAY_TASK_ID is \"x\"; expected a whole number of at least 0");
  const std::string gaps =
      "--shard auto: SLURM_ARRAY_TASK_ID is 3, which is not one of tasks that are numbered without gaps from "
      "1; "
      "say the shard as I/N";
  EXPECT_EQ(shard_of("auto", {{"SLURM_ARRAY_TASK_ID", "3"},
                              {"SLURM_ARRAY_TASK_COUNT", "3"},
                              {"SLURM_ARRAY_TASK_MIN", "1"},
                              {"SLURM_ARRAY_TASK_MAX", "7"}}),
            gaps);
  EXPECT_EQ(
      shard_of("auto/8", {{"PBS_ARRAY_INDEX", "0"}}),
      "--shard auto: PBS_ARRAY_INDEX is 0, which is not one of tasks that are numbered without gaps from 1; "
      "say the shard as I/N");
  const Set apart = {{"SLURM_ARRAY_TASK_ID", "2"},
                     {"SLURM_ARRAY_TASK_COUNT", "4"},
                     {"AWS_BATCH_JOB_ARRAY_INDEX", "2"},
                     {"AWS_BATCH_JOB_ARRAY_SIZE", "4"}};
  EXPECT_EQ(
      shard_of("auto", apart),
      "--shard auto: SLURM_ARRAY_TASK_ID and AWS_BATCH_JOB_ARRAY_INDEX do not agree; say the shard as I/N");
}

}  // namespace
}  // namespace ibtikar::cli
