// render_form_html(): see ibtikar/form.h. A page to print: squares to tick, and boxes to write in.
#include "ibtikar/form.h"
#include "report/html/page.h"
#include "report/html/writer.h"
#include "report/view/form.h"

namespace ibtikar {
namespace {

constexpr std::string_view kSquare = "☐ ";

class FormPage {
 public:
  explicit FormPage(const FormView& form) : form_(form) {}

  [[nodiscard]] std::string body() && {
    html_.in("div", {{"class", "wrap"}}, [&] {
      write_head();
      html_.in("main", {{"id", "report"}}, [&] {
        for (const FormGroupView& group : form_.groups) write_group(group);
        write_evidence();
        if (!form_.closing.empty())
          html_.in("section", {{"class", "part"}},
                   [&] { html_.in("p", {}, std::string_view(form_.closing)); });
      });
    });
    return std::move(html_).take();
  }

 private:
  void write_head() {
    html_.in("header", {{"class", "head"}}, [&] {
      html_.in("h1", {{"class", "title"}}, std::string_view(form_.title));
      html_.in("p", {{"class", "by"}}, [&] { html_.foreign(form_.rubric); });
      for (const Fact& field : form_.fields)
        html_.in("p", {}, [&] {
          html_.text(field.label);
          html_.text(": ");
          if (!field.text.text.empty()) return html_.say(field.text);
          write_box(1);
        });
      for (const Sentence& text : form_.texts) html_.in("p", {}, text);
    });
  }

  /// A box of so many lines to write in.
  void write_box(int lines) {
    const std::string height = std::to_string(2 * lines) + "em";
    html_.in("svg", {{"width", "100%"}, {"height", height}, {"aria-hidden", "true"}}, [&] {
      html_.leaf("rect", {{"class", "field"}, {"width", "100%"}, {"height", "100%"}});
    });
  }

  void write_group(const FormGroupView& group) {
    html_.in("section", {{"class", "part answers"}}, [&] {
      if (!group.section.empty()) html_.in("p", {{"class", "section"}}, group.section);
      html_.in("h2", {{"class", "heading"}}, group.title);
      if (!group.why.empty()) html_.in("p", {{"class", "why"}}, group.why);
      html_.in("ul", {{"class", "list"}}, [&] {
        for (const FormQuestionView& question : group.questions)
          html_.in("li", {}, [&] { write_question(question); });
      });
    });
  }

  void write_question(const FormQuestionView& question) {
    html_.in("p", {{"class", "asked"}}, [&] {
      html_.text(question.number);
      html_.text(". ");
      html_.foreign(question.ask);
    });
    if (!question.help.empty()) html_.in("p", {{"class", "meta"}}, question.help);
    for (const Sentence& remark : question.remarks) html_.in("p", {{"class", "meta"}}, remark);
    if (!question.how.empty()) html_.in("p", {{"class", "why"}}, question.how);
    if (question.has_room) write_box(2);
    if (!question.choices.empty())
      html_.in("ul", {}, [&] {
        for (const FormChoice& choice : question.choices) html_.in("li", {}, [&] { write_choice(choice); });
      });
    if (!question.evidence.empty())
      html_.in("p", {}, [&] {
        html_.text(form_.labels->shown_by);
        html_.text(": ");
        for (const FormChoice& level : question.evidence) {
          html_.text(kSquare);
          html_.foreign(level.title.empty() ? level.code : level.title);
          html_.text("   ");
        }
      });
    html_.in("p", {{"class", "meta"}}, [&] {
      html_.text(form_.labels->room);
      html_.text(" · ");
      html_.foreign(question.id);
    });
    write_box(2);
  }

  void write_choice(const FormChoice& choice) {
    html_.text(kSquare);
    if (choice.title.empty()) return html_.foreign(choice.code);
    // Levels are spoken of by their number; the id of an option is of use to nobody here.
    if (choice.code.find_first_not_of("0123456789.-") == std::string::npos) {
      html_.foreign(choice.code);
      html_.text(": ");
    }
    html_.foreign(choice.title);
  }

  void write_evidence() {
    if (form_.evidence.empty()) return;
    html_.in("section", {{"class", "part answers"}}, [&] {
      html_.in("h2", {{"class", "heading"}}, form_.labels->evidence_levels);
      html_.in("ul", {{"class", "list"}}, [&] {
        for (const FormChoice& level : form_.evidence)
          html_.in("li", {}, [&] {
            html_.in("p", {{"class", "asked"}}, level.code);
            if (!level.title.empty()) html_.in("p", {}, level.title);
          });
      });
    });
  }

  const FormView& form_;
  HtmlWriter html_;
};

}  // namespace

std::string render_form_html(const Form& form, const std::string& language) {
  const FormView view = form_view(form, language, Target::html);
  return html_document({view.language, view.title, {}}, FormPage(view).body());
}

}  // namespace ibtikar
