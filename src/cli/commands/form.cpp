// See form.h.
#include "cli/commands/form.h"

#include <optional>

#include "cli/load.h"
#include "cli/output/report_outputs.h"
#include "cli/scoring.h"
#include "cli/shared_options.h"
#include "ibtikar/form.h"
#include "report/workbook/form.h"
#include "report/workbook/xlsform.h"
#include "score/plan.h"

namespace ibtikar::cli {
namespace {

Formats form_formats() {
  return {"form",
          "--output",
          {Format::csv, Format::xlsx, Format::xlsform, Format::surveyjs, Format::html, Format::markdown},
          Format::markdown};
}

FormTableOptions table_options(const FormOptions& options, const std::string& language) {
  const bool is_sheet = options.layout.empty() ? !options.open.empty() : options.layout == "sheet";
  return {language, is_sheet ? FormLayout::sheet : FormLayout::rows, options.byte_order_mark};
}

/// What is wrong with options that only tables have.
std::optional<Message> fault_of_form(const FormOptions& options, const std::vector<Format>& formats) {
  bool has_csv = false;
  bool has_table = false;
  for (const Format format : formats) {
    has_csv = has_csv || format == Format::csv;
    has_table = has_table || format == Format::csv || format == Format::xlsx;
  }
  if (!has_csv && options.byte_order_mark) return only_for_csv();
  if (!has_table && !options.layout.empty())
    return message("--layout is for csv and xlsx; nothing else has rows or sheets");
  if (options.open.empty() && options.most > 0)
    return message("--top needs --open: a blank form has all questions");
  return std::nullopt;
}

Result<void> write_form(const Form& form, DocumentPlace& place, const FormOptions& options,
                        Environment& env) {
  const std::string language = wanted_language(options.common, env);
  switch (place.format()) {
    case Format::csv:
      return place.write(render_form_csv(form, table_options(options, data_language(options.common))));
    case Format::xlsx: {
      const std::string own = language.empty() ? std::string(form.rubric->fallback_language()) : language;
      return place.write_workbook(
          own, [&](Workbook& book) { add_form(book, form, table_options(options, own)); }, env);
    }
    case Format::xlsform:
      return place.write_workbook(
          {}, [&](Workbook& book) { add_xlsform(book, form, language); }, env);
    case Format::surveyjs:
      return place.write(render_form_surveyjs(form, language));
    case Format::html:
      return place.write(render_form_html(form, language));
    default:
      return place.write(render_form_markdown(form, language));
  }
}

/// One run: the rubric, or the proposal with its rubric, and then the form.
class FormRun {
 public:
  FormRun(const FormOptions& options, Environment& env)
      : options_(options), env_(env), scoring_(options.common, {.lenient = options.lenient}, env) {}

  ExitStatus run() {
    std::vector<std::string> inputs;
    if (!options_.open.empty()) {
      if (!scoring_.prepare()) return scoring_.status();
      inputs = {options_.open};
      inputs.insert(inputs.end(), scoring_.rubric_files().begin(), scoring_.rubric_files().end());
    } else if (!load_blank(inputs)) {
      return status_;
    }
    const DocumentPlan plan{form_formats(), std::move(inputs), {}, [&](const std::vector<Format>& formats) {
                              return fault_of_form(options_, formats);
                            }};
    std::optional<Documents> documents =
        Documents::open(plan, options_.documents, options_.common, env_, status_);
    if (!documents) return status_;
    if (options_.open.empty()) return write(blank_form(*rubric_), *documents);
    const std::optional<ReadProposal> read = scoring_.read(options_.open);
    if (!read) return scoring_.status();
    std::vector<OpenQuestion> asked = questions_to_ask(*read->scorer, read->sheet);
    if (options_.most > 0 && asked.size() > options_.most) asked.resize(options_.most);
    return write(form_of(read->scorer->plan().rubric, read->proposal, asked), *documents);
  }

 private:
  bool load_blank(std::vector<std::string>& inputs) {
    const std::string name = options_.common.rubric.empty() ? kDefaultRubric : options_.common.rubric;
    rubric_ = load_rubric(name, options_.common.quiet, env_, status_, &inputs);
    return rubric_.has_value();
  }

  ExitStatus write(const Form& form, Documents& documents) {
    if (const auto fault = language_fault(options_.common, form.rubric->parts().languages))
      return refuse_usage(*fault, env_);
    return worse(
        status_,
        documents.write([&](DocumentPlace& place) { return write_form(form, place, options_, env_); }, env_));
  }

  const FormOptions& options_;
  Environment& env_;
  Scoring scoring_;
  std::optional<Rubric> rubric_;
  ExitStatus status_ = ExitStatus::done;
};

}  // namespace

Command form_command(FormOptions& options) {
  Command command = {
      .name = "form",
      .summary = message("write a form to fill in: all questions, or those that a proposal leaves open"),
      .options = {{.names = "--open",
                   .value = "FILE",
                   .description =
                       message("ask only the questions that this proposal leaves unanswered or answers "
                               "without evidence, most valuable first; - is standard input"),
                   .target = &options.open,
                   .group = Group::input},
                  {.names = "--top",
                   .value = "N",
                   .description = message("with --open: only the N most valuable questions"),
                   .target = Count{.value = &options.most, .least = 1},
                   .group = Group::input},
                  rubric_option(options.common),
                  lenient_option(options.lenient),
                  {.names = "--layout",
                   .value = "LAYOUT",
                   .description =
                       message("for csv and xlsx: rows (a row for each proposal) or sheet (a row for each "
                               "question of one proposal) (default: rows; with --open: sheet)"),
                   .target = &options.layout,
                   .group = Group::output,
                   .choices = {"rows", "sheet"}},
                  byte_order_mark_option(options.byte_order_mark),
                  language_option(options.common.language)},
      .examples = {"ibtikar form -o form.xlsx", "ibtikar form --open proposal.json -o letter.html"},
      .run = [&options](Environment& env) { return run_form(options, env); }};
  command.add(document_options(form_formats(), options.documents));
  command.options.push_back(quiet_option(options.common));
  command.options.push_back(no_input_option());
  return command;
}

ExitStatus run_form(const FormOptions& options, Environment& env) { return FormRun(options, env).run(); }

}  // namespace ibtikar::cli
