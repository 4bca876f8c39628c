// Typed lines from a descriptor, and writing to one.
#include "io/streams.h"

#include <gtest/gtest.h>

#include <csignal>
#include <string>

#include <fcntl.h>
#include <unistd.h>

#include "io/interrupts.h"

namespace ibtikar::io {
namespace {

class Pipe {
 public:
  Pipe() {
    if (::pipe2(ends_, O_CLOEXEC) != 0) ends_[0] = ends_[1] = -1;
  }
  ~Pipe() {
    ::close(ends_[0]);
    close_writer();
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  [[nodiscard]] int reader() const { return ends_[0]; }
  [[nodiscard]] int writer() const { return ends_[1]; }
  void close_writer() {
    if (ends_[1] >= 0) ::close(ends_[1]);
    ends_[1] = -1;
  }

 private:
  int ends_[2] = {-1, -1};
};

std::vector<std::string> lines_of(std::string_view text) {
  Pipe pipe;
  EXPECT_TRUE(DescriptorSink(pipe.writer(), "pipe").write(text));
  pipe.close_writer();
  DescriptorLines lines(pipe.reader(), "pipe");
  std::vector<std::string> all;
  for (auto line = lines.next_line(); line && *line; line = lines.next_line()) all.push_back(**line);
  return all;
}

using Lines = std::vector<std::string>;

TEST(DescriptorLines, EndAtAnyLineEndAndAtTheEndOfInput) {
  EXPECT_EQ(lines_of("one\ntwo\r\n\nlast"), (Lines{"one", "two", "", "last"}));
  EXPECT_EQ(lines_of("one\n"), Lines{"one"});
  EXPECT_EQ(lines_of(""), Lines{});
}

TEST(DescriptorLines, RefuseALineThatIsTooLongAndGoOnBehindIt) {
  Pipe pipe;
  DescriptorLines lines(pipe.reader(), "pipe");
  const std::string text = std::string(kMaxLineBytes + 5'000, 'x') + "\nnext\n";
  if (::fork() == 0) {
    static_cast<void>(DescriptorSink(pipe.writer(), "pipe").write(text));
    ::_exit(0);
  }
  pipe.close_writer();
  EXPECT_EQ(lines.next_line().error().code, "line-too-long");
  EXPECT_EQ(*lines.next_line().value(), "next");
}

TEST(DescriptorLines, StopAtOnceForASignalThatCameBefore) {
  Pipe pipe;
  DescriptorLines lines(pipe.reader(), "pipe");
  // In a process of its own: a caught signal is remembered for good.
  EXPECT_EXIT(
      {
        const Interrupts interrupts;
        ::raise(SIGTERM);
        const auto line = lines.next_line();
        ::_exit(!line && line.error().code == "interrupted" && pending_signal() == SIGTERM ? 7 : 1);
      },
      testing::ExitedWithCode(7), "");
}

TEST(EndBySignal, EndsWithTheSignalItself) {
  EXPECT_EXIT(end_by_signal(SIGHUP), testing::KilledBySignal(SIGHUP), "");
}

TEST(DescriptorSink, KeepsItsFirstFailure) {
  const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
  DescriptorSink sink(full, "standard output");
  EXPECT_EQ(sink.write("x").error().message.english(), "No space left on device");
  ASSERT_TRUE(sink.failure());
  EXPECT_EQ(sink.failure()->file, "standard output");
  EXPECT_FALSE(sink.write("y"));
  ::close(full);
}

TEST(DescriptorSink, KnowsAReaderThatLeft) {
  ignore_output_signals();
  Pipe pipe;
  const int writer = ::dup(pipe.writer());
  ::close(pipe.reader());
  EXPECT_EQ(DescriptorSink(writer, "pipe").write("x").error().code, "closed-pipe");
  ::close(writer);
}

}  // namespace
}  // namespace ibtikar::io
