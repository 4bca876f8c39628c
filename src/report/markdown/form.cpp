// render_form_markdown(): see ibtikar/form.h. A text that a word processor makes a form of: squares
// to tick, and lines to write on.
#include "ibtikar/form.h"
#include "report/markdown/writer.h"
#include "report/view/form.h"

namespace ibtikar {
namespace {

constexpr std::string_view kTick = "☐ ";
/// To write on. Markdown takes underscores for emphasis, and rows of dots for nothing.
constexpr std::string_view kRoom = "................................................................";

class FormText {
 public:
  explicit FormText(const FormView& form) : form_(form) {}

  [[nodiscard]] std::string text() && {
    const bool right_to_left = form_.words.right_to_left();
    if (right_to_left) out_.html("<div dir=\"rtl\" lang=\"ar\">");
    out_.heading(1, form_.title);
    out_.paragraph({alone(form_.words, form_.rubric)});
    for (const Fact& field : form_.fields)
      out_.paragraph({strong(field.label + ":") + " " +
                      (field.text.text.empty() ? std::string(kRoom) : field.text.text)});
    for (const Sentence& text : form_.texts) out_.paragraph({text.text});
    for (const FormGroupView& group : form_.groups) write_group(group);
    write_evidence();
    if (!form_.closing.empty()) out_.paragraph({form_.closing});
    if (right_to_left) out_.html("</div>");
    return std::move(out_).take();
  }

 private:
  [[nodiscard]] std::string foreign(const std::string& text) const {
    return form_.words.joined({text}, "").text;
  }

  void write_group(const FormGroupView& group) {
    if (!group.section.empty()) out_.heading(2, alone(form_.words, group.section));
    out_.heading(3, alone(form_.words, group.title));
    if (!group.why.empty()) out_.paragraph({alone(form_.words, group.why)});
    for (const FormQuestionView& question : group.questions) write_question(question);
  }

  void write_question(const FormQuestionView& question) {
    out_.paragraph({strong(question.number + "\\. " + foreign(question.ask))});
    if (!question.help.empty()) out_.paragraph({alone(form_.words, question.help)});
    for (const Sentence& remark : question.remarks) out_.paragraph({remark.text});
    std::vector<std::string> lines;
    if (!question.how.empty()) lines.push_back(question.how + ":");
    if (question.has_room) lines.emplace_back(kRoom);
    for (const FormChoice& choice : question.choices) lines.push_back(choice_line(choice));
    if (!lines.empty()) out_.paragraph(lines);
    std::string shown;
    for (const FormChoice& level : question.evidence)
      shown += " " + std::string(kTick) + foreign(level.title.empty() ? level.code : level.title);
    if (!shown.empty()) out_.paragraph({std::string(form_.labels->shown_by) + ":" + shown});
    out_.paragraph(
        {std::string(form_.labels->room) + " (" + foreign(question.id) + "): " + std::string(kRoom)});
  }

  [[nodiscard]] std::string choice_line(const FormChoice& choice) const {
    std::string line(kTick);
    if (choice.title.empty()) return line + foreign(choice.code);
    // As on the page: the number of a level, and no id.
    if (choice.code.find_first_not_of("0123456789.-") == std::string::npos) line += choice.code + ": ";
    return line + foreign(choice.title);
  }

  void write_evidence() {
    if (form_.evidence.empty()) return;
    out_.heading(2, form_.labels->evidence_levels);
    for (const FormChoice& level : form_.evidence)
      out_.item(0, {strong(foreign(level.code)), alone(form_.words, level.title)});
  }

  const FormView& form_;
  MarkdownWriter out_;
};

}  // namespace

std::string render_form_markdown(const Form& form, const std::string& language) {
  return FormText(form_view(form, language, Target::markdown)).text();
}

}  // namespace ibtikar
