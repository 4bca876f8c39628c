// The grammar of a typed line, case by case, in both languages.
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "ibtikar/interview.h"
#include "support/garden_rubric.h"

namespace ibtikar {
namespace {

using Kind = ParseError::Kind;
using Ids = std::vector<std::string>;

constexpr std::size_t kYesNo = 0, kScale = 1, kChoice = 2, kChoices = 3, kNumber = 4, kScaleMayNotApply = 5,
                      kYesNoMayNotApply = 6, kText = 7;

Reply answer(AnswerValue value, std::optional<std::string> evidence = {},
             std::optional<std::string> note = {}) {
  return AnswerReply{std::move(value), false, std::move(evidence), std::move(note)};
}
Reply does_not_apply(std::optional<std::string> note = {}) {
  return AnswerReply{std::monostate{}, true, {}, std::move(note)};
}
Reply misread(Kind kind, std::string typed = {}) { return ParseError{kind, std::move(typed)}; }

struct Line {
  const char* name;
  std::size_t question;
  std::string typed;
  Reply expected;
  friend void PrintTo(const Line& line, std::ostream* out) { *out << line.name; }
};

class ReplyGrammar : public testing::TestWithParam<Line> {};

TEST_P(ReplyGrammar, UnderstandsTheLine) {
  static const Rubric rubric = test::garden_rubric();
  const Line& line = GetParam();
  const Reply reply = parse_reply(rubric, line.question, line.typed);
  EXPECT_TRUE(reply == line.expected) << "typed: " << line.typed << "\nalternative " << reply.index()
                                      << ", expected " << line.expected.index();
}

std::string name_of(const testing::TestParamInfo<Line>& info) { return info.param.name; }

const Line kCommands[] = {
    {"EmptySkips", kScale, "", SkipReply{}},
    {"BlanksSkip", kScale, " \t ", SkipReply{}},
    {"NoBreakSpaceSkips", kScale, "\u00A0", SkipReply{}},
    {"DirectionMarkAloneSkips", kScale, "\u200F", SkipReply{}},
    {"Back", kScale, "<", BackReply{}},
    {"BackFullWidth", kScale, "＜", BackReply{}},
    {"BackInArabic", kScale, "رجوع", BackReply{}},
    {"BackInAText", kText, " < ", BackReply{}},
    {"BackFar", kScale, "<12", BackReply{12}},
    {"BackFarInArabicDigits", kScale, "< ١٢", BackReply{12}},
    {"Help", kNumber, "?", HelpReply{}},
    {"HelpInArabic", kText, "؟", HelpReply{}},
    {"HelpWordInArabic", kChoice, "مساعدة", HelpReply{}},
    {"HelpFullWidth", kChoice, "？", HelpReply{}},
    {"Stop", kText, "q", StopReply{}},
    {"StopCapital", kScale, "Q", StopReply{}},
    {"StopInArabic", kScale, "خروج", StopReply{}},
};
INSTANTIATE_TEST_SUITE_P(Commands, ReplyGrammar, testing::ValuesIn(kCommands), name_of);

const Line kScales[] = {
    {"First", kScale, "1", answer(1.0)},
    {"Last", kScale, "3", answer(3.0)},
    {"Spaces", kScale, "  2 ", answer(2.0)},
    {"ArabicIndic", kScale, "٣", answer(3.0)},
    {"ExtendedArabicIndic", kScale, "۳", answer(3.0)},
    {"FullWidth", kScale, "３", answer(3.0)},
    {"DirectionMarksAreDropped", kScale, "\u200F٣\u200E", answer(3.0)},
    {"Zero", kScale, "0", misread(Kind::not_in_list, "0")},
    {"OverTheLast", kScale, "٤", misread(Kind::not_in_list, "4")},
    {"HugeNumber", kScale, "99999999999999999999", misread(Kind::not_an_answer, "99999999999999999999")},
    {"Negative", kScale, "-1", misread(Kind::not_an_answer, "-1")},
    {"Half", kScale, "1.5", misread(Kind::not_an_answer, "1.5")},
    {"TwoNumbers", kScale, "1 2", misread(Kind::not_an_answer, "1 2")},
    {"Word", kScale, "Yes", misread(Kind::not_an_answer, "yes")},
    {"AlwaysApplies", kScale, "n", misread(Kind::always_applies, "n")},
    {"AlwaysAppliesInArabic", kScale, "لا ينطبق", misread(Kind::always_applies, "لا ينطبق")},
    {"DoesNotApply", kScaleMayNotApply, "n", does_not_apply()},
    {"DoesNotApplyCapital", kScaleMayNotApply, "N/A", does_not_apply()},
    {"DoesNotApplyInArabic", kScaleMayNotApply, "لا  ينطبق", does_not_apply()},
    {"DoesNotApplyWithNote", kScaleMayNotApply, "n # all is burnt", does_not_apply("all is burnt")},
};
INSTANTIATE_TEST_SUITE_P(Scale, ReplyGrammar, testing::ValuesIn(kScales), name_of);

const Line kYesNos[] = {
    {"One", kYesNo, "1", answer(true)},
    {"Y", kYesNo, "y", answer(true)},
    {"Yes", kYesNo, "YES", answer(true)},
    {"YesInArabic", kYesNo, "نعم", answer(true)},
    {"YesInArabicShort", kYesNo, "ن", answer(true)},
    {"Two", kYesNo, "٢", answer(false)},
    {"N", kYesNo, "n", answer(false)},
    {"No", kYesNo, "No", answer(false)},
    {"NoInArabic", kYesNo, "لا", answer(false)},
    {"NIsNoWhereItMayNotApply", kYesNoMayNotApply, "n", answer(false)},
    {"DoesNotApply", kYesNoMayNotApply, "n/a", does_not_apply()},
    {"DoesNotApplyInArabic", kYesNoMayNotApply, "لا ينطبق", does_not_apply()},
    {"OtherLanguage", kYesNo, "Oui", misread(Kind::not_an_answer, "oui")},
    {"Zero", kYesNo, "0", misread(Kind::not_an_answer, "0")},
    {"Truth", kYesNo, "true", misread(Kind::not_an_answer, "true")},
};
INSTANTIATE_TEST_SUITE_P(YesNo, ReplyGrammar, testing::ValuesIn(kYesNos), name_of);

const Line kChosen[] = {
    {"OneByNumber", kChoice, "2", answer("school")},
    {"OneById", kChoice, "Nobody", answer("nobody")},
    {"OneByArabicDigit", kChoice, "۱", answer("neighbours")},
    {"OneNotInList", kChoice, "4", misread(Kind::not_in_list, "4")},
    {"OneUnknown", kChoice, "friends", misread(Kind::not_an_answer, "friends")},
    {"OneGivenTwo", kChoice, "1 2", misread(Kind::not_an_answer, "1 2")},
    {"SeveralWithSpaces", kChoices, "1 3", answer(Ids{"spade", "cart"})},
    {"SeveralWithCommas", kChoices, "3,1", answer(Ids{"spade", "cart"})},
    {"SeveralWithArabicCommas", kChoices, "٣، ٢", answer(Ids{"hose", "cart"})},
    {"SeveralIdsWithBars", kChoices, "cart|HOSE", answer(Ids{"hose", "cart"})},
    {"SeveralMixed", kChoices, "hose 3", answer(Ids{"hose", "cart"})},
    {"None", kChoices, "0", answer(Ids{})},
    {"NoneInArabic", kChoices, "٠", answer(Ids{})},
    {"NoneAndOne", kChoices, "0 1", misread(Kind::not_in_list, "0")},
    {"Twice", kChoices, "1 spade", misread(Kind::given_twice, "spade")},
    {"OneOfThemUnknown", kChoices, "1 rake", misread(Kind::not_an_answer, "rake")},
    {"OneOfThemNotInList", kChoices, "1 7", misread(Kind::not_in_list, "7")},
    {"CommasAlone", kChoices, ",,", misread(Kind::not_an_answer, ",,")},
};
INSTANTIATE_TEST_SUITE_P(Options, ReplyGrammar, testing::ValuesIn(kChosen), name_of);

const Line kNumbers[] = {
    {"Whole", kNumber, "12", answer(12.0)},
    {"Point", kNumber, "1.5", answer(1.5)},
    {"Comma", kNumber, "1,5", answer(1.5)},
    {"ArabicIndic", kNumber, "١٢", answer(12.0)},
    {"ArabicDecimal", kNumber, "١٫٥", answer(1.5)},
    {"ArabicComma", kNumber, "١،٥", answer(1.5)},
    {"ExtendedAndFullWidth", kNumber, "۱５", answer(15.0)},
    {"ArabicThousandsAreGrouped", kNumber, "١٬٢٥٠", misread(Kind::out_of_range, "1250")},
    {"SpacesBetweenGroups", kNumber, "1 250", misread(Kind::out_of_range, "1 250")},
    {"SpacesElsewhere", kNumber, "1 2", misread(Kind::not_an_answer, "1 2")},
    {"WithUnit", kNumber, "12 hours", answer(12.0)},
    {"WithUnitAtOnce", kNumber, "12HOURS", answer(12.0)},
    {"WithArabicUnit", kNumber, "١٢ ساعة", answer(12.0)},
    {"UnitAlone", kNumber, "hours", misread(Kind::not_an_answer, "hours")},
    {"OtherUnit", kNumber, "12 days", misread(Kind::not_an_answer, "12 days")},
    {"LeastIsIn", kNumber, "0", answer(0.0)},
    {"GreatestIsIn", kNumber, "40", answer(40.0)},
    {"UnderTheLeast", kNumber, "-1", misread(Kind::out_of_range, "-1")},
    {"TypographicMinus", kNumber, "−1", misread(Kind::out_of_range, "−1")},
    {"OverTheGreatest", kNumber, "40.5", misread(Kind::out_of_range, "40.5")},
    {"CommaWithThreeDigits", kNumber, "1,250", misread(Kind::two_meanings, "1,250")},
    {"CommaWithThreeDigitsInArabic", kNumber, "١،٢٥٠", misread(Kind::two_meanings, "١،٢٥٠")},
    {"LeadingZeroIsADecimal", kNumber, "0,250", answer(0.25)},
    {"FourDigitsAreDecimals", kNumber, "1,2500", answer(1.25)},
    {"GroupsOfThree", kNumber, "1,250,000", misread(Kind::out_of_range, "1,250,000")},
    {"PointWithThreeDigits", kNumber, "1.250", misread(Kind::two_meanings, "1.250")},
    {"TwoMeaningsWithUnit", kNumber, "1,250 hours", misread(Kind::two_meanings, "1,250")},
    {"UnitInThePlural", kNumber, "١٢ ساعات", answer(12.0)},
    {"UnitInTheSingular", kNumber, "1 hour", answer(1.0)},
    {"NotFinite", kNumber, "inf", misread(Kind::not_an_answer, "inf")},
    {"TooLargeForADouble", kNumber, "1e999", misread(Kind::not_an_answer, "1e999")},
    {"Word", kNumber, "many", misread(Kind::not_an_answer, "many")},
    {"AlwaysApplies", kNumber, "n", misread(Kind::always_applies, "n")},
};
INSTANTIATE_TEST_SUITE_P(Number, ReplyGrammar, testing::ValuesIn(kNumbers), name_of);

const Line kTextLines[] = {
    {"Words", kText, " It began in 2019. ", answer("It began in 2019.")},
    {"Arabic", kText, "بدأت في ٢٠١٩", answer("بدأت في ٢٠١٩")},
    {"DirectionMarksAreDropped", kText, "\u202Eevil\u202C \u200Fنعم", answer("evil نعم")},
    {"JoinersStay", kText, "می\u200Cخواهم", answer("می\u200Cخواهم")},
    {"HashInAWord", kText, "C# courses", answer("C# courses")},
    {"HashBehindASpaceIsANote", kText, "courses # since May", answer("courses", {}, "since May")},
    {"AddressIsNoEvidence", kText, "ask me@example.org", answer("ask me@example.org")},
    {"HandleIsNoEvidence", kText, "we are @garden", answer("we are @garden")},
    {"LevelAtTheEndIsEvidence", kText, "we grew @measured", answer("we grew", "measured")},
    {"NumbersAreText", kText, "12", answer("12")},
    {"CommandsInsideAreText", kText, "q?", answer("q?")},
    {"BackAndWordsAreText", kText, "<3 gardens", answer("<3 gardens")},
};
INSTANTIATE_TEST_SUITE_P(Text, ReplyGrammar, testing::ValuesIn(kTextLines), name_of);

const Line kRemarks[] = {
    {"EvidenceById", kScale, "3 @measured", answer(3.0, "measured")},
    {"EvidenceByBeginning", kScale, "3@doc", answer(3.0, "documented")},
    {"EvidenceByNumber", kScale, "3 @ 2", answer(3.0, "documented")},
    {"EvidenceByArabicNumber", kScale, "٣ @٢", answer(3.0, "documented")},
    {"EvidenceByArabicTitle", kScale, "٣ @موثق", answer(3.0, "documented")},
    {"EvidenceByArabicBeginning", kScale, "٣ @مقي", answer(3.0, "measured")},
    {"EvidenceInCapitals", kScale, "3 @MEASURED", answer(3.0, "measured")},
    {"EvidenceUnknown", kScale, "3 @rumour", misread(Kind::unknown_evidence, "rumour")},
    {"EvidenceNotInList", kScale, "3 @4", misread(Kind::unknown_evidence, "4")},
    {"EvidenceOfTwoLevels", kScale, "3 @م", misread(Kind::unknown_evidence, "م")},
    {"EvidenceEmpty", kScale, "3 @", misread(Kind::unknown_evidence, "")},
    {"EvidenceThenMore", kScale, "3 @measured 4", misread(Kind::unknown_evidence, "measured 4")},
    {"Note", kScale, "3 # minutes of 3 May", answer(3.0, {}, "minutes of 3 May")},
    {"NoteAtOnce", kScale, "3#minutes", answer(3.0, {}, "minutes")},
    {"NoteTakenAway", kScale, "3 #", answer(3.0, {}, "")},
    {"EvidenceAndNote", kScale, "3 @2 # see #4 @home", answer(3.0, "documented", "see #4 @home")},
    {"EvidenceAlone", kScale, "@measured", RemarkReply{"measured", {}}},
    {"EvidenceUnknownAlone", kScale, "@rumour", ParseError{Kind::unknown_evidence, "rumour", true}},
    {"NoteAlone", kScale, "# to be asked", RemarkReply{{}, "to be asked"}},
    {"BothAlone", kScale, "@1 # said so", RemarkReply{"claimed", "said so"}},
    {"NoteAloneInAText", kText, "# later", RemarkReply{{}, "later"}},
    {"EvidenceAloneInAText", kText, "@measured", RemarkReply{"measured", {}}},
    {"NoteKeepsDigits", kScale, "1 # ٣ مرات", answer(1.0, {}, "٣ مرات")},
    {"SkipIsNoAnswerWithANote", kScale, "< # back", misread(Kind::not_an_answer, "<")},
};
INSTANTIATE_TEST_SUITE_P(Remarks, ReplyGrammar, testing::ValuesIn(kRemarks), name_of);

const Line kHostile[] = {
    {"InvalidUtf8", kText, "abc\xFF", misread(Kind::unreadable, "abc\xFF")},
    {"CutCharacter", kText, "\xD9", misread(Kind::unreadable, "\xD9")},
    {"Escape", kText, "\x1B[A", misread(Kind::unreadable, "\x1B[A")},
    {"Nul", kScale, std::string("1\0", 2), misread(Kind::unreadable, std::string("1\0", 2))},
    {"Delete", kScale, "1\x7F", misread(Kind::unreadable, "1\x7F")},
    {"SecondControlSet", kText, "a\u009Bb", misread(Kind::unreadable, "a\u009Bb")},
    {"CarriageReturn", kText, "a\rb", misread(Kind::unreadable, "a\rb")},
    {"LongestThatFits", kText, std::string(kMaxReplyBytes, 'a'), answer(std::string(kMaxReplyBytes, 'a'))},
    {"TooLong", kText, std::string(kMaxReplyBytes + 1, 'a'), misread(Kind::too_long)},
};
INSTANTIATE_TEST_SUITE_P(Hostile, ReplyGrammar, testing::ValuesIn(kHostile), name_of);

TEST(ReplyToAScale, IsTheLevelsValueWhereAllValuesAreDigitsElseItsPlace) {
  Question question;
  question.type = QuestionType::scale;
  const auto keys = [&](const std::vector<double>& values) {
    question.levels.clear();
    for (const double value : values) question.levels.push_back({value, {}, {}});
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < values.size(); ++i) {
      found.push_back(level_key(question, i));
      EXPECT_EQ(find_level(question, found.back()), i);
    }
    return found;
  };
  using Keys = std::vector<std::size_t>;
  EXPECT_EQ(keys({0, 1, 2}), (Keys{0, 1, 2}));
  EXPECT_EQ(keys({1, 2, 3, 4, 5}), (Keys{1, 2, 3, 4, 5}));
  EXPECT_EQ(keys({9, 5, 1}), (Keys{9, 5, 1}));
  EXPECT_EQ(keys({0, 5, 10}), (Keys{1, 2, 3}));
  EXPECT_EQ(keys({0, 0.5, 1}), (Keys{1, 2, 3}));
  EXPECT_EQ(keys({-1, 0, 1}), (Keys{1, 2, 3}));
}

TEST(ReplyWithoutEvidenceLevels, SaysThatThereAreNone) {
  const Rubric rubric = test::garden_rubric_without_evidence();
  EXPECT_EQ(parse_reply(rubric, kScale, "3 @measured"), misread(Kind::no_evidence, "measured"));
}

TEST(ReplyWithoutEvidenceLevels, KeepsTheSignInATextAnswer) {
  const Rubric rubric = test::garden_rubric_without_evidence();
  EXPECT_EQ(parse_reply(rubric, kText, "we are @measured"), answer("we are @measured"));
}

}  // namespace
}  // namespace ibtikar
