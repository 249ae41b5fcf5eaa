//! `tiaoli allocate`: shares the budgets and quotas of a policy among many applications.

use crate::application::{self, InputFormat};
use crate::args::Format;
use crate::companions::With;
use crate::files::{self, shown};
use crate::policy;
use crate::readings;
use crate::report::{Exit, Failure, Report};
use crate::surroundings::Context;
use indicatif::ProgressBar;
use std::path::{Path, PathBuf};
use tiaoli::allocate::{Applicants, Before, Entry, Queues};
use tiaoli::date::Date;
use tiaoli::{Code, Diagnostic, Layout, Node, Program, Reader};

/// So many applications are worth a bar.
const MANY: usize = 200;

/// Arguments of `tiaoli allocate`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// 政策包文件夹 / folder of the policy package
    pub(crate) policy: PathBuf,
    /// 申请：一份一个文件、JSON 数组、或一行一份；缺省或 - 为标准输入 / applications: one a file, a JSON array, or one a line; - or none for standard input
    pub(crate) applications: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) with: With,
    /// 申请的格式，缺省随文件名，标准输入为 JSON / format of the applications, by default their ending's
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) input_format: Option<InputFormat>,
    /// 此前分配的结果（--format json 的输出），其中已分的不变；可重复 / the JSON of an earlier allocation: what it gave stays; may be repeated
    #[arg(long, value_name = "FILE")]
    pub(crate) earlier: Vec<PathBuf>,
    /// 评定日期，代替每份申请里的 as_of / date of evaluation, in place of every application's
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    /// 输出格式 / format
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
    /// 改用登记簿中的另一读法，可重复 / take another reading of the register; may be repeated
    #[arg(long, value_name = "A8-1=R2")]
    pub(crate) reading: Vec<String>,
}

/// Reads and decides every application, then shares every pool among them.
pub(crate) fn run(args: &Args, context: &mut Context<'_>) -> Result<Report, Failure> {
    let program = &policy::program(&args.policy, &args.with, context)?;
    if program.allocations.is_empty() {
        return Err(Failure::usage(Diagnostic::new(Code::NO_ALLOCATION).arg("path", shown(&args.policy))));
    }
    let options = readings::options(program, &args.reading)?;
    let selection = readings::selection(program, &options)?;
    let as_of = args.as_of.as_deref().map(application::date).transpose()?;
    let reader = Reader::new(program);
    let mut applicants = Applicants::default();
    let mut entries: Vec<Entry> = Vec::new();
    let mut latest: Option<Date> = None;
    for file in sources(&args.applications, args.input_format, context)? {
        let bar = if file.nodes.len() >= MANY { ProgressBar::new(length(&file.nodes)) } else { ProgressBar::hidden() };
        for (index, node) in file.nodes.iter().enumerate() {
            let mut node = node.clone();
            application::put_as_of(&mut node, as_of);
            let place = if file.nodes.len() > 1 { format!("$[{index}]") } else { "$".to_owned() };
            let read = applicants.read(&reader, &node, &place);
            let (id, it) = read.map_err(|refused| application::refused_in(&file.name, "", &refused))?;
            latest = latest.max(Some(it.as_of));
            entries.push(tiaoli::allocate::enter(program, &selection, &id, &it));
            bar.inc(1);
        }
        bar.finish_and_clear();
    }
    let Some(as_of) = as_of.or(latest) else {
        return Err(Failure::usage(Diagnostic::new(Code::NO_APPLICATIONS)));
    };
    let before = args.earlier.iter().map(|path| earlier(program, path)).collect::<Result<Vec<_>, _>>()?;
    let since = before.iter().map(|it| it.as_of).max();
    let given: Vec<_> = before.into_iter().flat_map(|it| it.given).collect();
    let queues = tiaoli::allocate::allocate(program, &entries, &given, as_of, since);
    Ok(report(program, &queues, args.format, context))
}

fn report(program: &Program, queues: &Queues, format: Format, context: &Context<'_>) -> Report {
    let stdout = match format {
        Format::Human => crate::queue::statement(program, queues, context),
        Format::Json => format!("{}\n", tiaoli::print(&tiaoli::allocate::json(program, queues), Layout::Indented)),
    };
    let shared = queues.queues.iter().all(|it| it.allotment.is_ok());
    Report { stdout, stderr: String::new(), exit: if shared { Exit::Fine } else { Exit::Findings } }
}

fn length(nodes: &[Node]) -> u64 {
    u64::try_from(nodes.len()).unwrap_or(u64::MAX)
}

/// A file and the applications in it.
struct Several {
    name: String,
    nodes: Vec<Node>,
}

fn sources(paths: &[PathBuf], format: Option<InputFormat>, context: &mut Context<'_>) -> Result<Vec<Several>, Failure> {
    let standard = [PathBuf::from("-")];
    let paths = if paths.is_empty() { &standard } else { paths };
    let mut several = Vec::new();
    for path in paths {
        let (name, bytes, format) = application::bytes(Some(path), format, context)?;
        let nodes = tiaoli::allocate::applicants(&bytes, format)
            .map_err(|refused| application::refused_in(&name, &String::from_utf8_lossy(&bytes), &refused))?;
        several.push(Several { name, nodes });
    }
    Ok(several)
}

fn earlier(program: &Program, path: &Path) -> Result<Before, Failure> {
    let bytes = files::bytes(path)?;
    let read = tiaoli::parse(&bytes, tiaoli::Format::Json).and_then(|node| tiaoli::allocate::earlier(program, &node));
    read.map_err(|refused| application::refused_in(&shown(path), &String::from_utf8_lossy(&bytes), &refused))
}
