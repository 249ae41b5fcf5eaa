//! The verbs: each file holds one verb's arguments and the function that answers them.

pub(crate) mod allocate;
pub(crate) mod build;
pub(crate) mod check;
pub(crate) mod cover;
pub(crate) mod cut;
pub(crate) mod diff;
pub(crate) mod eval;
pub(crate) mod explain;
pub(crate) mod fmt;
pub(crate) mod guide;
pub(crate) mod inspect;
pub(crate) mod mutate;
pub(crate) mod new;
pub(crate) mod render;
pub(crate) mod schema;
pub(crate) mod test;

use crate::args::{Format, ProblemFormat, Verb};
use crate::render::{Findings, Printer, json_problems};
use crate::report::{Exit, Failure, Report};
use crate::surroundings::Context;
use tiaoli::Code;

/// Runs a verb; what kept it from its work is printed in the verb's own format.
pub(crate) fn run(verb: Verb, context: &mut Context<'_>) -> Report {
    let name = name(&verb);
    let (format, done) = match verb {
        Verb::Check(args) => (args.format, check::run(args, context)),
        Verb::Test(args) => (args.format, test::run(args, context)),
        Verb::Cover(args) => (args.format.of_problems(), cover::run(args, context)),
        Verb::Diff(args) => (args.format.of_problems(), diff::run(&args, context)),
        Verb::Mutate(args) => (args.format, mutate::run(args, context)),
        Verb::Eval(args) => {
            return eval::run(&args, context).unwrap_or_else(|failure| undecided(&failure, args.format, context));
        }
        Verb::Allocate(args) => {
            return allocate::run(&args, context).unwrap_or_else(|failure| undecided(&failure, args.format, context));
        }
        Verb::Explain(args) => {
            let format = args.format;
            return explain::run(args, context).unwrap_or_else(|failure| undecided(&failure, format, context));
        }
        Verb::Inspect(args) => {
            return inspect::run(&args, context).unwrap_or_else(|failure| undecided(&failure, args.format, context));
        }
        Verb::Schema(args) => (ProblemFormat::Human, schema::run(args, context)),
        Verb::Build(args) => (ProblemFormat::Human, build::run(&args, context)),
        Verb::Cut(args) => (ProblemFormat::Human, cut::run(args, context)),
        Verb::Fmt(args) => (args.format, fmt::run(args, context)),
        Verb::Render(args) => (ProblemFormat::Human, render::run(args, context)),
        Verb::Guide(args) => (ProblemFormat::Human, guide::run(args, context)),
        Verb::New(args) => (ProblemFormat::Human, new::run(&args, context)),
    };
    done.unwrap_or_else(|failure| failed(name, &failure, format, context))
}

/// A verb that judges, as it is typed; the others print no findings.
fn name(verb: &Verb) -> &'static str {
    match verb {
        Verb::Check(_) => "check",
        Verb::Test(_) => "test",
        Verb::Cover(_) => "cover",
        Verb::Mutate(_) => "mutate",
        Verb::Diff(_) => "diff",
        Verb::Fmt(_) => "fmt",
        _ => "",
    }
}

/// Findings of a verb that judges are its result; everything else goes to standard error in words.
fn failed(verb: &'static str, failure: &Failure, format: ProblemFormat, context: &Context<'_>) -> Report {
    let printer = Printer {
        sources: &failure.sources,
        document: failure.document.as_deref(),
        lang: context.lang,
        width: context.width,
        colour: context.colour_err && format == ProblemFormat::Human,
    };
    let on_stdout = failure.exit == Exit::Findings && format != ProblemFormat::Human;
    let findings = Findings::by_file(verb, &failure.problems, &failure.sources, false);
    let text = printer.print(&findings, if on_stdout { format } else { ProblemFormat::Human });
    let (stdout, stderr) = if on_stdout { (text, String::new()) } else { (String::new(), text) };
    Report { stdout, stderr, exit: failure.exit }
}

/// With `--format json` a tool reads standard output: what is wrong with a package stands there, as an object with `error`.
fn undecided(failure: &Failure, format: Format, context: &Context<'_>) -> Report {
    if format == Format::Human || failure.exit == Exit::Usage {
        return failed("", failure, ProblemFormat::Human, context);
    }
    let problems = json_problems(&failure.problems, &failure.sources);
    let no_edition = failure.problems.sorted().into_iter().any(|it| it.code == Code::NO_EDITION);
    let error = if no_edition { "no_edition" } else { "invalid_policy" };
    let stdout = format!("{:#}\n", serde_json::json!({ "error": error, "problems": problems }));
    Report { stdout, stderr: String::new(), exit: failure.exit }
}
